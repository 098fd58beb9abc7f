using System.Collections;
using System.Reflection;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Values whose types only the evaluation knows, brought into the type that is needed.</summary>
internal static class Coerce
{
    /// <exception cref="CelEvaluationException">The value is of another type.</exception>
    public static T To<T>(object? value) =>
        value is T typed ? typed : throw Errors.Expected(ClrTypes.ToCel(typeof(T)) ?? CelType.Object(typeof(T)), value);

    /// <exception cref="CelEvaluationException">The value is not a list, or an element is of another type.</exception>
    public static IReadOnlyList<T> ToList<T>(object? value, ref long cost)
    {
        if (value is IReadOnlyList<T> typed)
            return typed;
        if (value is not IReadOnlyList<object?> list)
            throw Errors.Expected(CelType.List(CelType.Dyn), value);

        Cost.Charge(list.Count, ref cost);
        var nested = ClrTypes.ElementOf(typeof(T));
        var result = new T[list.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = nested is null ? To<T>(list[i]) : Nested<T>(nested, list[i], ref cost);
        return result;
    }

    /// <summary>A list of one type as a list of anything.</summary>
    public static object? Copy(object value, ref long cost)
    {
        Cost.Charge((value as ICollection)?.Count ?? 1, ref cost);
        return ValueType.From(value);
    }

    private static T Nested<T>(Type element, object? value, ref long cost)
    {
        object?[] arguments = [value, cost];
        var list = typeof(Coerce).GetMethod(nameof(ToList))!.MakeGenericMethod(element)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
        cost = (long)arguments[1]!;
        return (T)list!;
    }
}
