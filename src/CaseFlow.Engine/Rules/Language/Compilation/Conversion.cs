using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Turns a value of one CLR type into another; what types alone do not settle is settled by the evaluation.</summary>
internal static class Conversion
{
    private static readonly Type[] Boxable =
    [
        typeof(bool), typeof(long), typeof(ulong), typeof(double), typeof(string), typeof(byte[]), typeof(CelTimestamp),
        typeof(CelDuration), typeof(CelMap), typeof(CelType), typeof(IReadOnlyList<object?>), typeof(object?[]),
        typeof(List<object?>),
    ];

    public static Expression To(Expression value, Type target, ParameterExpression cost)
    {
        if (value.Type == target)
            return value;
        if (target == typeof(object))
            return Boxed(value, cost);
        if (value.Type == typeof(object))
            return Unboxed(value, target, cost);
        if (!value.Type.IsValueType && target.IsAssignableFrom(value.Type) && !HidesTypedLists(value.Type, target))
            return Expression.Convert(value, target);
        if (Widened(value.Type) == target)
            return Widen(value);

        return Unboxed(Boxed(value, cost), target, cost);
    }

    /// <summary>Whether lists of a simple type would end up among boxed values, which are lists of object all the way down.</summary>
    private static bool HidesTypedLists(Type type, Type target) =>
        target == typeof(IReadOnlyList<object?>) && ClrTypes.ElementOf(type) is { } element && ClrTypes.ElementOf(element) is not null;

    /// <summary>Another static type for the same reference.</summary>
    public static Expression Cast(Expression value, Type target) =>
        value.Type == target ? value : Expression.Convert(value, target);

    private static Expression Boxed(Expression value, ParameterExpression cost)
    {
        if (Widened(value.Type) is not null)
            value = Widen(value);
        if (Boxable.Contains(value.Type) || ClrTypes.ElementOf(value.Type) is null)
            return Expression.Convert(value, typeof(object));

        return CallWithCost(nameof(Coerce.Copy), [], value, cost);
    }

    private static Expression Unboxed(Expression value, Type target, ParameterExpression cost) =>
        target.IsGenericType && target.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? CallWithCost(nameof(Coerce.ToList), target.GetGenericArguments(), value, cost)
            : Expression.Call(typeof(Coerce), nameof(Coerce.To), [target], value);

    /// <summary>Calls a method of <see cref="Coerce"/> that takes the meter.</summary>
    /// <remarks>Its argument is computed first: a call with a ref parameter cannot hold a loop.</remarks>
    private static BlockExpression CallWithCost(string method, Type[] types, Expression value, ParameterExpression cost)
    {
        var argument = Expression.Variable(typeof(object));
        return Expression.Block(
            [argument],
            Expression.Assign(argument, Expression.Convert(value, typeof(object))),
            Expression.Call(typeof(Coerce), method, types, argument, cost));
    }

    /// <summary>The type of the language's values for a narrower type of facts; null where there is none.</summary>
    private static Type? Widened(Type type) => type switch
    {
        _ when type == typeof(int) || type == typeof(short) || type == typeof(byte) => typeof(long),
        _ when type == typeof(uint) => typeof(ulong),
        _ when type == typeof(float) => typeof(double),
        _ when type == typeof(DateTimeOffset) => typeof(CelTimestamp),
        _ when type == typeof(TimeSpan) => typeof(CelDuration),
        _ => null,
    };

    private static Expression Widen(Expression value)
    {
        var target = Widened(value.Type)!;
        return target.IsPrimitive
            ? Expression.Convert(value, target)
            : Expression.Call(target, nameof(CelTimestamp.From), null, value);
    }
}
