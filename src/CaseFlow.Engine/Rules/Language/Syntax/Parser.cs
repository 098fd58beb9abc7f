using System.Runtime.CompilerServices;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Reads tokens into a tree, by precedence. The operators are in <see cref="Operators"/>.</summary>
internal sealed partial class Parser
{
    private readonly List<Token> _tokens;
    private int _at;
    private int _nesting;

    private Parser(List<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_at];

    /// <exception cref="SyntaxError">The text is not an expression, or larger than <see cref="CelLimits"/> allow.</exception>
    public static Node Parse(string text)
    {
        if (text.Length > CelLimits.TextLength)
            throw new SyntaxError(0, $"the expression has {text.Length} characters", $"at most {CelLimits.TextLength}");

        var parser = new Parser(new Lexer(text).Read());
        var node = parser.Expression();
        if (parser.Current.Kind != TokenKind.End)
            throw parser.Unexpected("an operator or the end of the text");

        return node;
    }

    private Node Expression()
    {
        if (++_nesting > CelLimits.Nesting || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw TooDeep(Current.Position);

        var condition = Binary(Operators.Lowest);
        if (Current.Is("?"))
        {
            var position = Take().Position;
            var then = Binary(Operators.Lowest);
            Expect(":");
            var otherwise = Expression();
            condition = Deeper(new ChoiceNode(position, condition, then, otherwise), condition, then, otherwise);
        }

        _nesting--;
        return condition;
    }

    /// <summary>A chain of operators that bind at least as tightly as those of a level.</summary>
    private Node Binary(int level)
    {
        var left = Unary();
        while (Operators.Find(Current) is { } found && found.Level >= level)
        {
            var position = Take().Position;
            var right = Binary(found.Level + 1);
            Node node = found.Name is "_&&_" or "_||_"
                ? new LogicNode(position, found.Name == "_&&_", left, right)
                : new CallNode(position, null, found.Name, [left, right], IsOperator: true);
            left = Deeper(node, left, right);
        }

        return left;
    }

    private Node Unary()
    {
        if (!Current.Is("!") && !Current.Is("-"))
            return Member();

        var sign = Current.Text;
        var positions = new Stack<int>();
        while (Current.Is(sign))
            positions.Push(Take().Position);
        if (sign == "-" && Current is { Kind: TokenKind.Literal, Type.IsNumber: true } && Current.Type != CelType.UInt)
            Negate(positions.Pop());

        var node = Member();
        while (positions.TryPop(out var position))
            node = Deeper(new CallNode(position, null, sign == "!" ? "!_" : "-_", [node], IsOperator: true), node);
        return node;
    }

    /// <summary>Makes the minus a part of the number behind it, so that the lowest int can be written.</summary>
    private void Negate(int position)
    {
        object value = Current.Value switch
        {
            long number => (object)(-number),
            double number => -number,
            _ => long.MinValue,
        };
        _tokens[_at] = Current with { Value = value, Position = position };
    }

    private Token Take() => _tokens[_at++];

    private bool TryTake(string symbol)
    {
        if (!Current.Is(symbol))
            return false;

        _at++;
        return true;
    }

    private void Expect(string symbol)
    {
        if (!TryTake(symbol))
            throw Unexpected($"'{symbol}'");
    }

    private SyntaxError Unexpected(string expected) =>
        new(Current.Position, $"expected {expected}, found {Current.Describe()}", expected);

    private static SyntaxError TooDeep(int position) =>
        new(position, $"the expression nests deeper than {CelLimits.Nesting} levels", $"at most {CelLimits.Nesting} levels");

    private static Node Deeper(Node node, params ReadOnlySpan<Node> children)
    {
        var depth = 0;
        foreach (var child in children)
            depth = Math.Max(depth, child.Depth);
        return depth < CelLimits.Nesting ? node with { Depth = depth + 1 } : throw TooDeep(node.Position);
    }
}
