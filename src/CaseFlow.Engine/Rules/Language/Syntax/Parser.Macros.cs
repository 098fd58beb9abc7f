namespace CaseFlow.Engine.Rules.Language;

/// <content>The macros: they look like functions but bind a name or look at the shape of their argument.</content>
internal sealed partial class Parser
{
    /// <summary>The node that a call means; null when it is an ordinary function.</summary>
    private static Node? Macro(Token name, Node? target, List<Node> arguments)
    {
        if (target is null)
            return name.Text == "has" && arguments.Count == 1 ? Has(arguments[0]) : null;

        return (name.Text, arguments.Count) switch
        {
            ("all", 2) => Loop(name, LoopKind.All, target, arguments, arguments[1], null),
            ("exists", 2) => Loop(name, LoopKind.Exists, target, arguments, arguments[1], null),
            ("exists_one" or "existsOne", 2) => Loop(name, LoopKind.ExistsOne, target, arguments, arguments[1], null),
            ("filter", 2) => Loop(name, LoopKind.Filter, target, arguments, arguments[1], null),
            ("map", 2) => Loop(name, LoopKind.Map, target, arguments, null, arguments[1]),
            ("map", 3) => Loop(name, LoopKind.Map, target, arguments, arguments[1], arguments[2]),
            _ => null,
        };
    }

    private static SelectNode Has(Node argument) =>
        argument is SelectNode { IsTest: false } selection
            ? selection with { IsTest = true }
            : throw new SyntaxError(argument.Position, "has() tests a field that is selected", "has(x.field)");

    private static Node Loop(Token name, LoopKind kind, Node range, List<Node> arguments, Node? predicate, Node? transform)
    {
        if (arguments[0] is not NameNode { Leading: false } variable)
        {
            throw new SyntaxError(
                arguments[0].Position, $"the first argument of {name.Text}() must be a name for each element", "a name");
        }

        var node = new LoopNode(name.Position, kind, range, variable.Name, predicate, transform);
        return Deeper(node, range, predicate ?? range, transform ?? range);
    }
}
