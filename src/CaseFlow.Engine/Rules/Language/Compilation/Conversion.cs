using System.Linq.Expressions;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Turns a value of one CLR type into another; what types alone do not settle is settled by the evaluation.</summary>
internal static class Conversion
{
    private static readonly Type[] Boxable =
    [
        typeof(bool), typeof(long), typeof(ulong), typeof(double), typeof(string), typeof(byte[]), typeof(CelTimestamp),
        typeof(CelDuration), typeof(CelMap), typeof(CelType), typeof(IReadOnlyList<object?>), typeof(object?[]), typeof(List<object?>),
    ];

    public static Expression To(Expression value, Type target, ParameterExpression cost)
    {
        if (value.Type == target)
            return value;
        if (target == typeof(object))
            return Boxed(value, cost);
        if (value.Type == typeof(object))
            return Unboxed(value, target);
        if (!value.Type.IsValueType && target.IsAssignableFrom(value.Type))
            return Expression.Convert(value, target);
        if (Widened(value.Type) == target)
            return Widen(value);

        return Unboxed(Boxed(value, cost), target);
    }

    /// <summary>Another static type for the same reference.</summary>
    public static Expression Cast(Expression value, Type target) =>
        value.Type == target ? value : Expression.Convert(value, target);

    private static Expression Boxed(Expression value, ParameterExpression cost)
    {
        if (Widened(value.Type) is not null)
            value = Widen(value);
        if (Boxable.Contains(value.Type) || ClrTypes.ElementOf(value.Type) is null)
            return Expression.Convert(value, typeof(object));

        var list = Expression.Variable(typeof(object));
        return Expression.Block(
            [list],
            Expression.Assign(list, Expression.Convert(value, typeof(object))),
            Expression.Call(typeof(Coerce), nameof(Coerce.Copy), null, list, cost));
    }

    private static MethodCallExpression Unboxed(Expression value, Type target) =>
        target.IsGenericType && target.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            ? Expression.Call(typeof(Coerce), nameof(Coerce.ToList), target.GetGenericArguments(), value)
            : Expression.Call(typeof(Coerce), nameof(Coerce.To), [target], value);

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
