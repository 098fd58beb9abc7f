namespace CaseFlow.Engine.Rules.Language;

/// <summary>One thing wrong with the text of an expression.</summary>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Line">1-based line in the file that holds the expression.</param>
/// <param name="Column">1-based column, counted in UTF-16 units, in the file that holds the expression.</param>
/// <param name="Expected">What could have stood there; null where nothing in particular was expected.</param>
public sealed record CelIssue(string Message, int Line, int Column, string? Expected)
{
    public override string ToString() => $"{Line}:{Column}: {Message}";
}
