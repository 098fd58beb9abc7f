using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <content>Calls, comparisons, membership, size.</content>
internal sealed partial class Emitter
{
    private Expression Call(BoundCall call)
    {
        if (call.Only is { } overload)
        {
            return Invoke(overload, [.. call.Arguments.Zip(
                overload.Parameters, (argument, parameter) => As(argument, ClrTypes.ToClr(parameter)))]);
        }

        return Dispatch(call);
    }

    private Expression Invoke(Overload overload, Expression[] arguments) =>
        overload.TakesCost ? CallWithCost(overload.Method, arguments) : Expression.Call(overload.Method, arguments);

    /// <summary>Looks at the values and calls the overload that takes them.</summary>
    private BlockExpression Dispatch(BoundCall call)
    {
        var values = call.Arguments.Select(_ => Expression.Variable(typeof(object))).ToArray();
        var arguments = Expression.NewArrayInit(typeof(object), values);
        Expression result = Expression.Throw(
            Expression.Call(typeof(Errors), nameof(Errors.NoOverload), null, Expression.Constant(call.Name), arguments),
            typeof(object));
        foreach (var overload in call.Overloads.Reverse())
        {
            var types = overload.Parameters.Select(ClrTypes.ToClr);
            var test = values.Zip(types, (value, type) => (Expression)Expression.TypeIs(value, type))
                .Aggregate(Expression.AndAlso);
            var invoked = Invoke(overload, [.. values.Zip(types, (value, type) => Expression.Convert(value, type))]);
            result = Expression.Condition(test, Conversion.To(invoked, typeof(object), _cost), result);
        }

        var steps = values.Zip(
            call.Arguments, (value, argument) => (Expression)Expression.Assign(value, As(argument, typeof(object))));
        return Expression.Block(values, [.. steps, result]);
    }

    private Expression Equal(BoundEquality equality)
    {
        var (left, right) = (equality.Left, equality.Right);
        var equal = left.Type.Kind == right.Type.Kind ? SameKind(left, right) : null;
        equal ??= CallWithCost(
            typeof(Equality).GetMethod(nameof(Equality.Same))!, As(left, typeof(object)), As(right, typeof(object)));
        return equality.IsNegated ? Expression.Not(equal) : equal;
    }

    private Expression? SameKind(Bound left, Bound right)
    {
        switch (left.Type.Kind)
        {
            case CelKind.Bool or CelKind.Int or CelKind.UInt or CelKind.Double or CelKind.Timestamp or CelKind.Duration:
                return Expression.Equal(Canonical(left), Canonical(right));
            case CelKind.String when IsShort(left) || IsShort(right):
                return Expression.Equal(Canonical(left), Canonical(right));
            case CelKind.String:
                return CallWithCost(typeof(Equality).GetMethod(nameof(Equality.SameText))!, Canonical(left), Canonical(right));
            default:
                return null;
        }
    }

    /// <summary>Text of facts and of the rule itself is short; comparing with it costs nothing worth counting.</summary>
    private static bool IsShort(Bound text) => text is BoundConstant or BoundInput or BoundField;

    private Expression Order(BoundOrder order)
    {
        var (left, right) = (order.Left, order.Right);
        if (left.Type.Kind == right.Type.Kind && left.Type.IsNumber)
        {
            var kind = order.Symbol switch
            {
                "<" => ExpressionType.LessThan,
                "<=" => ExpressionType.LessThanOrEqual,
                ">" => ExpressionType.GreaterThan,
                _ => ExpressionType.GreaterThanOrEqual,
            };
            return Expression.MakeBinary(kind, Canonical(left), Canonical(right));
        }

        var type = left.Type.Kind == right.Type.Kind ? ClrTypes.ToClr(left.Type) : typeof(object);
        var compare = typeof(Ordering).GetMethod(nameof(Ordering.Compare), [type, type])
            ?? typeof(Ordering).GetMethod(nameof(Ordering.Compare), [typeof(object), typeof(object)])!;
        var parameter = compare.GetParameters()[0].ParameterType;
        var result = Expression.Call(compare, As(left, parameter), As(right, parameter));
        return order.Symbol switch
        {
            "<" => Expression.LessThan(result, Expression.Constant(0)),
            "<=" => Expression.LessThanOrEqual(result, Expression.Constant(0)),
            ">" => Expression.Equal(result, Expression.Constant(1)),
            _ => Expression.Equal(Expression.Or(result, Expression.Constant(1)), Expression.Constant(1)),
        };
    }

    private Expression Membership(BoundMembership membership)
    {
        var container = Natural(membership.Container);
        var kind = membership.Element.Type.Kind;
        var isSimple = kind is CelKind.Bool or CelKind.Int or CelKind.UInt or CelKind.String
            or CelKind.Timestamp or CelKind.Duration;
        var type = ClrTypes.ToClr(membership.Element.Type);
        var element = ClrTypes.ElementOf(container.Type);
        if (isSimple && element is not null && (element == type || (element == typeof(int) && type == typeof(long))))
        {
            var contains = element == typeof(string) ? typeof(Equality).GetMethod(nameof(Equality.ContainsText))!
                : element == typeof(int) ? typeof(Equality).GetMethod(nameof(Equality.ContainsInt))!
                : typeof(Equality).GetMethod(nameof(Equality.ContainsSimple))!.MakeGenericMethod(type);
            var list = Conversion.Cast(container, typeof(IReadOnlyList<>).MakeGenericType(element));
            return CallWithCost(contains, As(membership.Element, type), list);
        }

        return CallWithCost(
            typeof(Access).GetMethod(nameof(Access.Contains))!,
            As(membership.Element, typeof(object)),
            Conversion.To(container, typeof(object), _cost));
    }

    private Expression Size(BoundSize size)
    {
        if (size.Operand is BoundLoop { Kind: LoopKind.Filter } filter)
            return Count(filter);

        var operand = Natural(size.Operand);
        if (operand.Type == typeof(string))
            return CallWithCost(typeof(TextFunctions).GetMethod(nameof(TextFunctions.Size))!, operand);
        if (size.Operand.Type.Kind != CelKind.List || ClrTypes.ElementOf(operand.Type) is not { } element)
            return CallWithCost(typeof(Access).GetMethod(nameof(Access.Size))!, Conversion.To(operand, typeof(object), _cost));

        var list = Conversion.Cast(operand, typeof(IReadOnlyCollection<>).MakeGenericType(element));
        return Expression.Convert(Expression.Property(list, nameof(IReadOnlyCollection<>.Count)), typeof(long));
    }
}
