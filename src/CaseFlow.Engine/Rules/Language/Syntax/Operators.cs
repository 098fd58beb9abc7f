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

    /// <summary>Name in the specification and level of the operator that a token is; null when it is none.</summary>
    public static (string Name, int Level)? Find(Token token)
    {
        if (token.Kind != TokenKind.Symbol && token is not { Kind: TokenKind.Name, Text: "in" })
            return null;

        var level = Array.FindIndex(Levels, symbols => symbols.Contains(token.Text));
        return level < 0 ? null : (token.Text == "in" ? "@in" : $"_{token.Text}_", level);
    }

    /// <summary>The operator as a reader knows it: <c>+</c> for <c>_+_</c>.</summary>
    public static string Shown(string name) => name.Trim('_', '@');
}
