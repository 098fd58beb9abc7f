namespace CaseFlow.Engine.Rules.Language;

/// <summary>Equality over all types: numbers by value, values of unlike types are unequal.</summary>
internal static class Equality
{
    /// <param name="left">A value in the form of <see cref="ValueType"/>.</param>
    /// <param name="right">A value in the form of <see cref="ValueType"/>.</param>
    /// <param name="cost">Grows by the number of elements compared.</param>
    public static bool Same(object? left, object? right, ref long cost)
    {
        switch (left, right)
        {
            case (string a, string b):
                return SameText(a, b, ref cost);
            case (byte[] a, byte[] b):
                Cost.ChargeLength(a.Length, ref cost);
                return a.AsSpan().SequenceEqual(b);
            case (CelMap a, CelMap b):
                return SameEntries(a, b, ref cost);
            case (IReadOnlyList<object?> a, IReadOnlyList<object?> b):
                return SameElements(a, b, ref cost);
            default:
                return Ordering.IsNumber(left) && Ordering.IsNumber(right)
                    ? Ordering.CompareNumbers(left!, right!) == 0
                    : Equals(left, right);
        }
    }

    public static bool SameText(string left, string right, ref long cost)
    {
        if (left.Length != right.Length)
            return false;

        Cost.ChargeLength(left.Length, ref cost);
        return string.Equals(left, right, StringComparison.Ordinal);
    }

    public static bool Contains(object? element, IReadOnlyList<object?> list, ref long cost)
    {
        for (var i = 0; i < list.Count; i++)
        {
            Cost.Charge(1, ref cost);
            if (Same(element, list[i], ref cost))
                return true;
        }

        return false;
    }

    /// <summary>Membership where element and list have one simple type; nothing is boxed.</summary>
    public static bool ContainsSimple<T>(T element, IReadOnlyList<T> list, ref long cost)
        where T : IEquatable<T>
    {
        Cost.Charge(list.Count, ref cost);
        if (list is T[] array)
            return array.AsSpan().Contains(element);

        for (var i = 0; i < list.Count; i++)
        {
            if (element.Equals(list[i]))
                return true;
        }

        return false;
    }

    /// <summary>As <see cref="ContainsSimple"/>, for strings.</summary>
    public static bool ContainsText(string element, IReadOnlyList<string> list, ref long cost)
    {
        Cost.Charge(list.Count, ref cost);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == element)
                return true;
        }

        return false;
    }

    /// <summary>As <see cref="ContainsSimple"/>, for a list of facts that are narrower.</summary>
    public static bool ContainsInt(long element, IReadOnlyList<int> list, ref long cost)
    {
        Cost.Charge(list.Count, ref cost);
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] == element)
                return true;
        }

        return false;
    }

    private static bool SameElements(IReadOnlyList<object?> left, IReadOnlyList<object?> right, ref long cost)
    {
        if (left.Count != right.Count)
            return false;

        for (var i = 0; i < left.Count; i++)
        {
            Cost.Charge(1, ref cost);
            if (!Same(left[i], right[i], ref cost))
                return false;
        }

        return true;
    }

    private static bool SameEntries(CelMap left, CelMap right, ref long cost)
    {
        if (left.Count != right.Count)
            return false;

        foreach (var (key, value) in left)
        {
            Cost.Charge(1, ref cost);
            if (!right.TryGetValue(key, out var other) || !Same(value, other, ref cost))
                return false;
        }

        return true;
    }
}
