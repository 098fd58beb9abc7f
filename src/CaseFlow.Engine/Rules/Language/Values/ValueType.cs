using System.Collections;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Values as the dynamic parts of the language hold them, and their types.</summary>
/// <remarks>
/// They are null, bool, long, ulong, double, string, byte[], <see cref="IReadOnlyList{T}"/> of object, <see cref="CelMap"/>,
/// <see cref="CelTimestamp"/>, <see cref="CelDuration"/>, <see cref="CelType"/>, and objects of facts classes.
/// </remarks>
internal static class ValueType
{
    private static readonly CelType AnyList = CelType.List(CelType.Dyn);
    private static readonly CelType AnyMap = CelType.Map(CelType.Dyn, CelType.Dyn);

    public static CelType Of(object? value) => value switch
    {
        null => CelType.Null,
        bool => CelType.Bool,
        long => CelType.Int,
        ulong => CelType.UInt,
        double => CelType.Double,
        string => CelType.String,
        byte[] => CelType.Bytes,
        CelTimestamp => CelType.Timestamp,
        CelDuration => CelType.Duration,
        CelType => CelType.Type,
        CelMap => AnyMap,
        IReadOnlyList<object?> => AnyList,
        _ => CelType.Object(value.GetType()),
    };

    /// <summary>Brings a value of the host into the form above; lists and dictionaries are copied.</summary>
    public static object? From(object? value) => value switch
    {
        null or bool or long or ulong or double or string or byte[] => value,
        CelTimestamp or CelDuration or CelType or CelMap => value,
        int number => (long)number,
        short number => (long)number,
        byte number => (long)number,
        uint number => (ulong)number,
        float number => (double)number,
        DateTimeOffset instant => CelTimestamp.From(instant),
        TimeSpan span => CelDuration.From(span),
        IDictionary entries => FromEntries(entries),
        IEnumerable elements => FromElements(elements),
        _ => value,
    };

    private static CelMap FromEntries(IDictionary entries)
    {
        var map = new CelMap();
        foreach (DictionaryEntry entry in entries)
            map.Add(From(entry.Key), From(entry.Value));
        return map;
    }

    private static List<object?> FromElements(IEnumerable elements)
    {
        var list = new List<object?>();
        foreach (var element in elements)
            list.Add(From(element));
        return list;
    }
}
