using System.Collections;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Values whose types only the evaluation knows, brought into the type that is needed.</summary>
internal static class Coerce
{
    /// <exception cref="CelEvaluationException">The value is of another type.</exception>
    public static T To<T>(object? value) =>
        value is T typed ? typed : throw Errors.Expected(ClrTypes.ToCel(typeof(T)) ?? CelType.Object(typeof(T)), value);

    /// <exception cref="CelEvaluationException">The value is not a list, or an element is of another type.</exception>
    public static IReadOnlyList<T> ToList<T>(object? value)
    {
        if (value is IReadOnlyList<T> typed)
            return typed;
        if (value is not IReadOnlyList<object?> list)
            throw Errors.Expected(CelType.List(CelType.Dyn), value);

        var result = new T[list.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = ClrTypes.ElementOf(typeof(T)) is { } inner && typeof(T) != typeof(string) ? Nested<T>(inner, list[i]) : To<T>(list[i]);
        return result;
    }

    /// <summary>A list of one type as a list of anything.</summary>
    public static object? Copy(object value, ref long cost)
    {
        Cost.Charge((value as ICollection)?.Count ?? 1, ref cost);
        return ValueType.From(value);
    }

    private static T Nested<T>(Type element, object? value) =>
        (T)typeof(Coerce).GetMethod(nameof(ToList))!.MakeGenericMethod(element).Invoke(null, [value])!;
}
