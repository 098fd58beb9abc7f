namespace CaseFlow.Engine.Rules.Language;

internal enum TokenKind
{
    End,
    Name,
    QuotedName,
    Literal,
    Symbol,
}

/// <summary>A word of the text; <paramref name="Value"/> and <paramref name="Type"/> are those of a literal.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Position, object? Value = null, CelType? Type = null)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public string Describe() => Kind == TokenKind.End ? "the end of the text" : $"'{Text}'";
}
