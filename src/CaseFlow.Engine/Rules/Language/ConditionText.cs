namespace CaseFlow.Engine.Rules.Language;

/// <summary>Takes an expression apart as it is written, so that an explanation can quote it.</summary>
/// <remarks>Works on tokens between balanced brackets; the expression has been parsed before.</remarks>
internal sealed class ConditionText
{
    private static readonly string[] Relations = ["==", "!=", "<=", ">=", "<", ">"];

    private readonly string text;
    private readonly List<Token> tokens;

    private ConditionText(string text)
    {
        this.text = text;
        tokens = new Lexer(text).Read();
    }

    /// <summary>What stands between the outermost <c>&amp;&amp;</c>; the whole text where something weaker joins it.</summary>
    public static IReadOnlyList<string> Conjuncts(string text)
    {
        var read = new ConditionText(text);
        return [.. read.Conjuncts(0, read.tokens.Count - 1)];
    }

    /// <summary>What is compared in a part, and the names in it: that of which a reader wants to see the value.</summary>
    public static IReadOnlyList<string> Named(string text)
    {
        var read = new ConditionText(text);
        var end = read.tokens.Count - 1;
        return [.. read.Compared(0, end).Concat(read.Paths(end)).Where(t => t != text).Distinct()];
    }

    private IEnumerable<string> Conjuncts(int from, int to)
    {
        (from, to) = Unwrapped(from, to);
        var ands = Outermost(from, to, "&&").ToList();
        if (ands.Count == 0 || Outermost(from, to, "||", "?").Any())
            return [Slice(from, to)];
        return Between(from, to, ands).SelectMany(part => Conjuncts(part.From, part.To));
    }

    private IEnumerable<string> Compared(int from, int to)
    {
        (from, to) = Unwrapped(from, to);
        if (from >= to || Outermost(from, to, "?").Any())
            return [];
        foreach (var join in new[] { "||", "&&" })
        {
            if (Outermost(from, to, join).ToList() is { Count: > 0 } joins)
                return Between(from, to, joins).SelectMany(part => Compared(part.From, part.To));
        }

        if (Outermost(from, to, [.. Relations, "in"]).ToList() is { Count: > 0 } relations)
            return Between(from, to, relations).Where(part => !IsConstant(part.From, part.To)).Select(part => Slice(part.From, part.To));
        return tokens[from].Is("!") ? Compared(from + 1, to) : [];
    }

    /// <summary>Names with the fields selected from them; parameters are seen where they are compared.</summary>
    private IEnumerable<string> Paths(int end)
    {
        for (var at = 0; at < end; at++)
        {
            if (tokens[at].Kind != TokenKind.Name || (at > 0 && tokens[at - 1].Is(".")))
                continue;
            var last = at;
            while (tokens[last + 1].Is(".") && tokens[last + 2].Kind == TokenKind.Name)
                last += 2;
            if (tokens[last + 1].Is("("))
                last -= 2;
            if (last >= at && tokens[at].Text is not ("params" or "true" or "false" or "null" or "in"))
                yield return Slice(at, last + 1);
        }
    }

    private bool IsConstant(int from, int to) => to - from == 1 && tokens[from].Kind == TokenKind.Literal;

    private (int From, int To) Unwrapped(int from, int to)
    {
        while (to - from > 2 && tokens[from].Is("(") && Closing(from, to) == to - 1)
            (from, to) = (from + 1, to - 1);
        return (from, to);
    }

    private int Closing(int from, int to)
    {
        var depth = 0;
        for (var at = from; at < to; at++)
        {
            depth += Depth(tokens[at]);
            if (depth == 0)
                return at;
        }

        return -1;
    }

    private IEnumerable<int> Outermost(int from, int to, params string[] wanted)
    {
        var depth = 0;
        for (var at = from; at < to; at++)
        {
            depth += Depth(tokens[at]);
            if (depth == 0 && tokens[at].Kind is TokenKind.Symbol or TokenKind.Name && wanted.Contains(tokens[at].Text)
                && !(at > from && tokens[at - 1].Is(".")))
            {
                yield return at;
            }
        }
    }

    private static IEnumerable<(int From, int To)> Between(int from, int to, List<int> at) =>
        at.Prepend(from - 1).Zip(at.Append(to), (left, right) => (left + 1, right));

    private string Slice(int from, int to) => from >= to ? "" : text[tokens[from].Position..EndOf(to - 1)];

    /// <summary>Where a token ends; the text of a quoted name is without its backticks.</summary>
    private int EndOf(int at) => tokens[at].Position + tokens[at].Text.Length + (tokens[at].Kind == TokenKind.QuotedName ? 2 : 0);

    private static int Depth(Token token) => token.Kind != TokenKind.Symbol ? 0 : token.Text switch
    {
        "(" or "[" or "{" => 1,
        ")" or "]" or "}" => -1,
        _ => 0,
    };
}
