namespace CaseFlow.Engine.Rules.Language;

/// <summary>An expression as written. <see cref="Position"/> is where messages about it point.</summary>
internal abstract record Node(int Position)
{
    /// <summary>1 for a leaf.</summary>
    public int Depth { get; init; } = 1;
}

internal sealed record LiteralNode(int Position, object? Value, CelType Type) : Node(Position);

/// <summary>A name; with a leading dot it skips the variables of loops.</summary>
internal sealed record NameNode(int Position, string Name, bool Leading) : Node(Position);

internal sealed record SelectNode(int Position, Node Target, string Field, bool IsTest = false) : Node(Position);

internal sealed record IndexNode(int Position, Node Target, Node Index) : Node(Position);

/// <summary>A function, a method when it has a target, or an operator by its name in the specification (<c>_+_</c>).</summary>
internal sealed record CallNode(
    int Position, Node? Target, string Function, IReadOnlyList<Node> Arguments, bool IsOperator = false) : Node(Position);

internal sealed record LogicNode(int Position, bool IsAnd, Node Left, Node Right) : Node(Position);

internal sealed record ChoiceNode(int Position, Node Condition, Node Then, Node Otherwise) : Node(Position);

internal sealed record ListNode(int Position, IReadOnlyList<Node> Elements) : Node(Position);

internal sealed record MapNode(int Position, IReadOnlyList<KeyValuePair<Node, Node>> Entries) : Node(Position);

internal enum LoopKind
{
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
}

/// <summary>A macro that goes through the elements of a list or the keys of a map.</summary>
internal sealed record LoopNode(int Position, LoopKind Kind, Node Range, string Variable, Node? Predicate, Node? Transform)
    : Node(Position);
