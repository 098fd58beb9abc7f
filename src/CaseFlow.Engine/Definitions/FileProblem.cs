namespace CaseFlow.Engine.Definitions;

/// <summary>Something wrong in a file that people edit. Lines and columns count from 1.</summary>
public sealed record FileProblem(string File, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}

/// <summary>The files under the rules folder cannot be used; says all that is wrong with them.</summary>
public sealed class DefinitionException(IReadOnlyList<FileProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<FileProblem> Problems { get; } = problems;
}
