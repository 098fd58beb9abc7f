namespace CaseFlow.Engine.Rules.Language;

/// <summary>Ends the reading of a text at its first error of syntax; never leaves this folder.</summary>
internal sealed class SyntaxError(int position, string message, string? expected = null) : Exception(message)
{
    public int Position { get; } = position;

    public string? Expected { get; } = expected;
}
