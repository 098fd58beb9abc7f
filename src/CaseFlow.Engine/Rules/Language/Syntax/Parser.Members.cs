namespace CaseFlow.Engine.Rules.Language;

/// <content>Names, literals, and what is selected, indexed and called.</content>
internal sealed partial class Parser
{
    private static readonly HashSet<string> Keywords = ["false", "in", "null", "true"];

    private static readonly HashSet<string> Reserved =
    [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package",
        "namespace", "return", "var", "void", "while",
    ];

    private Node Member()
    {
        var node = Primary();
        while (true)
        {
            if (Current.Is("."))
                node = Selection(node);
            else if (Current.Is("["))
                node = Index(node);
            else if (Current.Is("{") && node is NameNode or SelectNode)
                throw new SyntaxError(Current.Position, "objects cannot be made in an expression", "an operator or the end");
            else
                return node;
        }
    }

    private Node Selection(Node target)
    {
        Take();
        var name = Take();
        var isName = name.Kind == TokenKind.Name && !Keywords.Contains(name.Text);
        if (!isName && name.Kind != TokenKind.QuotedName)
        {
            _at--;
            throw Unexpected("the name of a field or function");
        }

        if (!isName || !Current.Is("("))
            return Deeper(new SelectNode(name.Position, target, name.Text), target);

        var arguments = Arguments();
        return Macro(name, target, arguments) ?? Call(name, target, arguments);
    }

    private IndexNode Index(Node target)
    {
        var position = Take().Position;
        var index = Expression();
        Expect("]");
        return (IndexNode)Deeper(new IndexNode(position, target, index), target, index);
    }

    private Node Primary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Literal:
                Take();
                return token.Value == NumberLiteral.MagnitudeOfMinimum
                    ? throw NumberLiteral.OutsideOfInt(token.Position)
                    : new LiteralNode(token.Position, token.Value, token.Type!);
            case TokenKind.Name:
                return Name(leading: false);
            case TokenKind.Symbol when token.Text == ".":
                Take();
                return Current.Kind == TokenKind.Name ? Name(leading: true) : throw Unexpected("a name");
            case TokenKind.Symbol when token.Text == "(":
                Take();
                var inner = Expression();
                Expect(")");
                return inner;
            case TokenKind.Symbol when token.Text == "[":
                return List();
            case TokenKind.Symbol when token.Text == "{":
                return Map();
            default:
                throw Unexpected("a value");
        }
    }

    private Node Name(bool leading)
    {
        var token = Take();
        switch (token.Text)
        {
            case "true" or "false" when !leading:
                return new LiteralNode(token.Position, token.Text == "true", CelType.Bool);
            case "null" when !leading:
                return new LiteralNode(token.Position, null, CelType.Null);
        }

        if (Keywords.Contains(token.Text) || Reserved.Contains(token.Text))
            throw new SyntaxError(token.Position, $"'{token.Text}' is a reserved word", "a value");
        if (!Current.Is("("))
            return new NameNode(token.Position, token.Text, leading);

        var arguments = Arguments();
        return (leading ? null : Macro(token, null, arguments)) ?? Call(token, null, arguments);
    }

    private static Node Call(Token name, Node? target, List<Node> arguments) =>
        Deeper(
            new CallNode(name.Position, target, name.Text, arguments),
            target is null ? [.. arguments] : [target, .. arguments]);

    private List<Node> Arguments()
    {
        Expect("(");
        var arguments = new List<Node>();
        while (!Current.Is(")"))
        {
            arguments.Add(Expression());
            if (!Current.Is(")"))
                ExpectSeparator(")");
            else
                break;
            if (Current.Is(")"))
                throw Unexpected("a value");
        }

        Expect(")");
        return arguments;
    }

    private Node List()
    {
        var position = Take().Position;
        var elements = new List<Node>();
        while (!TryTake("]"))
        {
            elements.Add(Expression());
            if (!Current.Is("]"))
                ExpectSeparator("]");
        }

        return Deeper(new ListNode(position, elements), [.. elements]);
    }

    private Node Map()
    {
        var position = Take().Position;
        var entries = new List<KeyValuePair<Node, Node>>();
        while (!TryTake("}"))
        {
            var key = Expression();
            Expect(":");
            entries.Add(new(key, Expression()));
            if (!Current.Is("}"))
                ExpectSeparator("}");
        }

        Node[] children = [.. entries.SelectMany(entry => new[] { entry.Key, entry.Value })];
        return Deeper(new MapNode(position, entries), children);
    }

    private void ExpectSeparator(string closing)
    {
        if (!TryTake(","))
            throw Unexpected($"',' or '{closing}'");
    }
}
