using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>A map: keys are bool, int (long), uint (ulong) or string; numbers of one value are one key.</summary>
/// <remarks>Immutable once it is filled; keys come in the order in which they were added.</remarks>
public sealed class CelMap : IReadOnlyDictionary<object, object?>
{
    private readonly Dictionary<object, object?> _values = new(KeyComparer.Instance);
    private readonly List<object?> _keys = [];

    public int Count => _keys.Count;

    public IEnumerable<object> Keys => _keys!;

    public IEnumerable<object?> Values => _keys.Select(key => _values[key!]);

    /// <summary>The keys by index, for loops.</summary>
    internal IReadOnlyList<object?> KeyList => _keys;

    public object? this[object key] => _values[key];

    public bool ContainsKey(object key) => _values.ContainsKey(key);

    public bool TryGetValue(object key, [MaybeNullWhen(false)] out object? value) => _values.TryGetValue(key, out value);

    public IEnumerator<KeyValuePair<object, object?>> GetEnumerator() =>
        _keys.Select(key => new KeyValuePair<object, object?>(key!, _values[key!])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <exception cref="CelEvaluationException">The key is of another type, or there already.</exception>
    internal void Add(object? key, object? value)
    {
        if (key is not (bool or long or ulong or string))
            throw new CelEvaluationException($"a map cannot have a key of type {ValueType.Of(key)}");
        if (!_values.TryAdd(key, value))
            throw new CelEvaluationException($"the map has the key {key} twice");

        _keys.Add(key);
    }

    private sealed class KeyComparer : IEqualityComparer<object>
    {
        public static readonly KeyComparer Instance = new();

        public new bool Equals(object? x, object? y) =>
            Ordering.IsNumber(x) && Ordering.IsNumber(y) ? Ordering.CompareNumbers(x!, y!) == 0 : object.Equals(x, y);

        public int GetHashCode(object obj) => obj switch
        {
            double number when number >= 0 && number < 18446744073709551616.0 => ((ulong)number).GetHashCode(),
            double number when number < 0 && number >= -9223372036854775808.0 => ((long)number).GetHashCode(),
            long number when number >= 0 => ((ulong)number).GetHashCode(),
            _ => obj.GetHashCode(),
        };
    }
}
