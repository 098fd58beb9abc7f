namespace CaseFlow.Engine.Rules.Language;

/// <summary>Order of values: -1, 0 or 1, and <see cref="Unordered"/> where NaN takes part.</summary>
internal static class Ordering
{
    public const int Unordered = 2;

    public static bool IsNumber(object? value) => value is long or ulong or double;

    /// <exception cref="CelEvaluationException">The values have no order to each other.</exception>
    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (bool a, bool b) => a.CompareTo(b),
        (string a, string b) => Compare(a, b),
        (byte[] a, byte[] b) => Compare(a, b),
        (CelTimestamp a, CelTimestamp b) => a.CompareTo(b),
        (CelDuration a, CelDuration b) => a.CompareTo(b),
        _ when IsNumber(left) && IsNumber(right) => CompareNumbers(left!, right!),
        _ => throw new CelEvaluationException($"{ValueType.Of(left)} and {ValueType.Of(right)} have no order to each other"),
    };

    public static int Compare(byte[] left, byte[] right) => Math.Sign(left.AsSpan().SequenceCompareTo(right));

    public static int Compare(bool left, bool right) => left.CompareTo(right);

    public static int Compare(CelTimestamp left, CelTimestamp right) => left.CompareTo(right);

    public static int Compare(CelDuration left, CelDuration right) => left.CompareTo(right);

    /// <summary>By code points: surrogates, though lower as UTF-16 units, stand for characters above U+FFFF.</summary>
    public static int Compare(string left, string right)
    {
        var common = left.AsSpan().CommonPrefixLength(right);
        if (common == left.Length || common == right.Length)
            return left.Length.CompareTo(right.Length);

        var (a, b) = (left[common], right[common]);
        return char.IsSurrogate(a) == char.IsSurrogate(b) ? Math.Sign(a.CompareTo(b)) : char.IsSurrogate(a) ? 1 : -1;
    }

    /// <summary>An int or uint meets a double as the nearest double, as the conformance cases ask for.</summary>
    public static int CompareNumbers(object left, object right) => (left, right) switch
    {
        (long a, long b) => a.CompareTo(b),
        (ulong a, ulong b) => a.CompareTo(b),
        (double a, double b) => Compare(a, b),
        (long a, ulong b) => a < 0 ? -1 : ((ulong)a).CompareTo(b),
        (ulong a, long b) => b < 0 ? 1 : a.CompareTo((ulong)b),
        (long a, double b) => Compare((double)a, b),
        (double a, long b) => Compare(a, (double)b),
        (ulong a, double b) => Compare((double)a, b),
        (double a, ulong b) => Compare(a, (double)b),
        _ => Unordered,
    };

    private static int Compare(double left, double right) =>
        left < right ? -1 : left > right ? 1 : left == right ? 0 : Unordered;
}
