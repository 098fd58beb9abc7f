namespace CaseFlow.Engine.Rules.Language;

/// <summary>A call: of one overload, or of the one of several that fits the values.</summary>
internal sealed class BoundCall(string name, IReadOnlyList<Overload> overloads, IReadOnlyList<Bound> arguments, CelType type)
    : Bound(type, arguments)
{
    public string Name { get; } = name;

    public IReadOnlyList<Overload> Overloads { get; } = overloads;

    public IReadOnlyList<Bound> Arguments { get; } = arguments;

    /// <summary>The one overload that the types alone decide on.</summary>
    public Overload? Only { get; } =
        overloads.Count == 1 && arguments.All(argument => !argument.Type.IsDyn && argument.Type.Kind != CelKind.Null)
            ? overloads[0]
            : null;

    public override bool CanFail => Only is not { IsTotal: true } || Arguments.Any(argument => argument.CanFail);
}

internal sealed class BoundLogic(bool isAnd, Bound left, Bound right) : Bound(CelType.Bool, left, right)
{
    public bool IsAnd { get; } = isAnd;

    public Bound Left { get; } = left;

    public Bound Right { get; } = right;

    public override bool CanFail => CanSideFail(Left) || CanSideFail(Right);

    public static bool CanSideFail(Bound side) => side.CanFail || side.Type.Kind != CelKind.Bool;
}

internal sealed class BoundNot(Bound operand) : Bound(CelType.Bool, operand)
{
    public Bound Operand { get; } = operand;

    public override bool CanFail => BoundLogic.CanSideFail(Operand);
}

internal sealed class BoundChoice(Bound condition, Bound then, Bound otherwise, CelType type)
    : Bound(type, condition, then, otherwise)
{
    public Bound Condition { get; } = condition;

    public Bound Then { get; } = then;

    public Bound Otherwise { get; } = otherwise;

    public override bool CanFail => BoundLogic.CanSideFail(Condition) || Then.CanFail || Otherwise.CanFail;
}

internal sealed class BoundEquality(Bound left, Bound right, bool isNegated) : Bound(CelType.Bool, left, right)
{
    public Bound Left { get; } = left;

    public Bound Right { get; } = right;

    public bool IsNegated { get; } = isNegated;
}

/// <param name="symbol">One of &lt; &lt;= &gt; &gt;=.</param>
/// <param name="left">The left side.</param>
/// <param name="right">The right side.</param>
internal sealed class BoundOrder(string symbol, Bound left, Bound right) : Bound(CelType.Bool, left, right)
{
    public string Symbol { get; } = symbol;

    public Bound Left { get; } = left;

    public Bound Right { get; } = right;

    public override bool CanFail =>
        Left.CanFail || Right.CanFail || Left.Type.IsDyn || !TypeRules.HasOrder(Left.Type, Right.Type) || Right.Type.IsDyn;
}

internal sealed class BoundMembership(Bound element, Bound container) : Bound(CelType.Bool, element, container)
{
    public Bound Element { get; } = element;

    public Bound Container { get; } = container;

    public override bool CanFail =>
        Element.CanFail || Container.CanFail || Container.Type.Kind is not (CelKind.List or CelKind.Map);
}

internal sealed class BoundSize(Bound operand) : Bound(CelType.Int, operand)
{
    public Bound Operand { get; } = operand;

    public override bool CanFail =>
        Operand.CanFail || Operand.Type.Kind is not (CelKind.List or CelKind.Map or CelKind.String or CelKind.Bytes);
}

/// <summary><c>type(x)</c></summary>
internal sealed class BoundTypeOf(Bound operand) : Bound(CelType.Type, operand)
{
    public Bound Operand { get; } = operand;
}

/// <summary><c>dyn(x)</c></summary>
internal sealed class BoundDyn(Bound operand) : Bound(CelType.Dyn, operand)
{
    public Bound Operand { get; } = operand;
}

internal sealed class BoundLoop(LoopKind kind, Local local, Bound range, Bound? predicate, Bound? transform, CelType type)
    : Bound(type, new[] { range, predicate, transform }.OfType<Bound>().ToArray())
{
    public LoopKind Kind { get; } = kind;

    public Local Local { get; } = local;

    public Bound Range { get; } = range;

    public Bound? Predicate { get; } = predicate;

    public Bound? Transform { get; } = transform;

    /// <summary>Computed when asked for, though it depends on nothing: it may cost much.</summary>
    public override bool IsConstant => false;

    public override bool CanFail =>
        Range.CanFail || Range.Type.Kind is not (CelKind.List or CelKind.Map) || Transform is { CanFail: true }
        || (Predicate is not null && BoundLogic.CanSideFail(Predicate));
}
