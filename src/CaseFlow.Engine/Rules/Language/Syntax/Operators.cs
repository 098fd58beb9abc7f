namespace CaseFlow.Engine.Rules.Language;

/// <summary>Operators with two sides: what binds loosest stands first.</summary>
internal static class Operators
{
    public const int Lowest = 0;

    private static readonly string[][] Levels =
    [
        ["||"],
        ["&&"],
        ["<", "<=", ">=", ">", "==", "!=", "in"],
        ["+", "-"],
        ["*", "/", "%"],
    ];

    /// <summary>The level behind those with two sides.</summary>
    public static int Unary => Levels.Length;

    /// <summary>Name in the specification of the operator that a token is on this level; null when it is none.</summary>
    public static string? Find(Token token, int level)
    {
        var isOperator = token.Kind == TokenKind.Symbol || token is { Kind: TokenKind.Name, Text: "in" };
        if (!isOperator || !Levels[level].Contains(token.Text))
            return null;

        return token.Text == "in" ? "@in" : $"_{token.Text}_";
    }

    /// <summary>The operator as a reader knows it: <c>+</c> for <c>_+_</c>.</summary>
    public static string Shown(string name) => name.Trim('_', '@');
}
