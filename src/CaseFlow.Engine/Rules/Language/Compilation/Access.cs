namespace CaseFlow.Engine.Rules.Language;

/// <summary>Fields and elements, with the errors that there are none.</summary>
internal static class Access
{
    public static bool HasValue<T>(T? value)
        where T : struct => value.HasValue;

    /// <exception cref="CelEvaluationException">There is no value.</exception>
    public static T Required<T>(T? value, string message)
        where T : struct => value.HasValue ? value.GetValueOrDefault() : throw new CelEvaluationException(message);

    /// <exception cref="CelEvaluationException">There is no value.</exception>
    public static T RequiredReference<T>(T? value, string message)
        where T : class => value ?? throw new CelEvaluationException(message);

    public static object? Fail(string message) => throw new CelEvaluationException(message);

    /// <summary>The error itself when an operator may absorb it; a limit that was reached goes on.</summary>
    public static CelEvaluationException Absorbable(CelEvaluationException error) => error.IsLimit ? throw error : error;

    /// <exception cref="CelEvaluationException">The index is outside of the list.</exception>
    public static T At<T>(IReadOnlyList<T> list, long index) =>
        index >= 0 && index < list.Count
            ? list[(int)index]
            : throw new CelEvaluationException($"the index {index} is outside of a list of {list.Count}");

    public static object? Index(object? target, object? index) => target switch
    {
        CelMap map when index is bool or long or ulong or double or string =>
            map.TryGetValue(index, out var value) ? value : throw Errors.NoSuchKey(index),
        IReadOnlyList<object?> list => At(list, ToIndex(index)),
        _ => throw Errors.NoOverload("[]", target, index),
    };

    public static object? Select(object? target, string name)
    {
        if (target is CelMap map)
            return map.TryGetValue(name, out var value) ? value : throw Errors.NoSuchKey(name);

        var found = Field(target, name).Property.GetValue(target);
        return found is null ? throw Errors.Unset(name) : ValueType.From(found);
    }

    public static bool Has(object? target, string name) =>
        target is CelMap map ? map.ContainsKey(name) : Field(target, name).Property.GetValue(target) is not null;

    public static bool Contains(object? element, object? container, ref long cost) => container switch
    {
        CelMap map => element is bool or long or ulong or double or string && map.ContainsKey(element),
        IReadOnlyList<object?> list => Equality.Contains(element, list, ref cost),
        _ => throw Errors.NoOverload("in", element, container),
    };

    public static long Size(object? value, ref long cost) => value switch
    {
        string text => TextFunctions.Size(text, ref cost),
        byte[] bytes => bytes.Length,
        CelMap map => map.Count,
        IReadOnlyList<object?> list => list.Count,
        _ => throw Errors.NoOverload("size", value),
    };

    public static IReadOnlyList<object?> Range(object? value) => value switch
    {
        CelMap map => map.KeyList,
        IReadOnlyList<object?> list => list,
        _ => throw new CelEvaluationException($"only lists and maps can be gone through, found {ValueType.Of(value)}"),
    };

    public static CelMap MakeMap(object?[] keys, object?[] values)
    {
        var map = new CelMap();
        for (var i = 0; i < keys.Length; i++)
            map.Add(keys[i], values[i]);
        return map;
    }

    private static ObjectField Field(object? target, string name)
    {
        var type = ValueType.Of(target);
        return type.ClrType is not null && ObjectShape.Of(type.ClrType).Find(name) is { } field
            ? field
            : throw new CelEvaluationException($"{type} has no field '{name}'");
    }

    private static long ToIndex(object? index) => index switch
    {
        long number => number,
        ulong number and <= int.MaxValue => (long)number,
        double number when number == Math.Truncate(number) && Math.Abs(number) <= int.MaxValue => (long)number,
        _ => throw new CelEvaluationException($"a list cannot be indexed by {index ?? "null"}"),
    };
}
