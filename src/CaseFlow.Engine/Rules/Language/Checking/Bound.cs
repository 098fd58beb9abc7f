namespace CaseFlow.Engine.Rules.Language;

/// <summary>An expression whose names and types are known.</summary>
internal abstract class Bound(CelType type, params IReadOnlyList<Bound> children)
{
    public CelType Type { get; } = type;

    /// <summary>Number of nodes, this one included.</summary>
    public long Size { get; } = 1 + children.Sum(child => child.Size);

    public int Depth { get; } = 1 + (children.Count == 0 ? 0 : children.Max(child => child.Depth));

    /// <summary>Whether evaluation can end in an error that the logical operators absorb.</summary>
    public virtual bool CanFail { get; } = children.Any(child => child.CanFail);

    /// <summary>Whether the value depends on nothing, so that it can be computed once.</summary>
    public virtual bool IsConstant { get; } = children.Count > 0 && children.All(child => child.IsConstant);
}

/// <summary>A value known when the text is read; lists may be arrays of their simple element type.</summary>
internal sealed class BoundConstant(object? value, CelType type) : Bound(type)
{
    public object? Value { get; } = value;

    public override bool IsConstant => true;
}

/// <summary>A property of the facts that are evaluated.</summary>
internal sealed class BoundInput(Type input, ObjectField field) : Bound(field.Type)
{
    public Type Input { get; } = input;

    public ObjectField Field { get; } = field;

    public override bool CanFail => Field.IsOptional;
}

/// <summary>A value from the dictionary of <see cref="CelExpression.Evaluate"/>.</summary>
internal sealed class BoundVariable(string name, CelType type) : Bound(type)
{
    public string Name { get; } = name;

    public override bool CanFail => true;
}

/// <summary>A name that was not checked: the longest of its beginnings that has a value, and the fields behind it.</summary>
internal sealed class BoundUnchecked(IReadOnlyList<string> parts) : Bound(CelType.Dyn)
{
    public IReadOnlyList<string> Parts { get; } = parts;

    public override bool CanFail => true;
}

/// <summary>The variable of a loop.</summary>
internal sealed class Local(string name, CelType type)
{
    public string Name { get; } = name;

    public CelType Type { get; } = type;
}

internal sealed class BoundLocal(Local local) : Bound(local.Type)
{
    public Local Local { get; } = local;
}

/// <summary>Something that has no value whatever the facts are; only unchecked expressions hold it.</summary>
internal sealed class BoundError(string message) : Bound(CelType.Dyn)
{
    public string Message { get; } = message;

    public override bool CanFail => true;
}
