namespace CaseFlow.Engine.Rules.Language;

/// <summary>The text is not an expression, or its types do not fit. Thrown before anything is evaluated.</summary>
public sealed class CelException : Exception
{
    public CelException(IReadOnlyList<CelIssue> issues)
        : base(string.Join(Environment.NewLine, issues))
    {
        Issues = issues;
    }

    /// <summary>Everything found, in the order of the text; at least one.</summary>
    public IReadOnlyList<CelIssue> Issues { get; }
}
