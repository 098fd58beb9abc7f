namespace CaseFlow.Engine.Rules.Language;

/// <summary>Durations as numbers with units: <c>1h30m</c>, <c>-1.5s</c>, <c>20ms</c>, <c>0</c>.</summary>
internal static class DurationText
{
    private static readonly (string Unit, long Nanoseconds)[] Units =
    [
        ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000), ("s", CelDuration.PerSecond),
        ("m", 60 * CelDuration.PerSecond), ("h", 3600 * CelDuration.PerSecond),
    ];

    public static CelDuration Parse(string text)
    {
        var rest = text.AsSpan();
        var isNegative = rest.StartsWith("-");
        if (isNegative || rest.StartsWith("+"))
            rest = rest[1..];
        if (rest is "0")
            return default;
        if (rest.IsEmpty)
            throw Errors.Conversion(text, "duration");

        Int128 total = 0;
        while (!rest.IsEmpty)
        {
            total += Part(text, ref rest);
            TimeArithmetic.Checked(isNegative ? -total : total);
        }

        return TimeArithmetic.Checked(isNegative ? -total : total);
    }

    private static Int128 Part(string text, scoped ref ReadOnlySpan<char> rest)
    {
        var whole = Digits(ref rest);
        var decimals = ReadOnlySpan<char>.Empty;
        if (rest.StartsWith("."))
        {
            rest = rest[1..];
            decimals = Digits(ref rest);
        }

        if (whole.Length + decimals.Length == 0 || whole.Length > 19)
            throw Errors.Conversion(text, "duration");

        var unit = Unit(text, ref rest);
        Int128 value = 0;
        foreach (var digit in whole)
            value = (value * 10) + (digit - '0');
        value *= unit;
        Int128 place = unit;
        foreach (var digit in decimals)
        {
            // Nanoseconds are the smallest part: 1.5ns is 1ns, so what lies behind them is dropped.
            value += place * (digit - '0') / 10;
            place /= 10;
        }

        return value;
    }

    private static ReadOnlySpan<char> Digits(scoped ref ReadOnlySpan<char> rest)
    {
        var length = rest.IndexOfAnyExceptInRange('0', '9');
        var digits = length < 0 ? rest : rest[..length];
        rest = rest[digits.Length..];
        return digits;
    }

    private static long Unit(string text, scoped ref ReadOnlySpan<char> rest)
    {
        foreach (var (unit, nanoseconds) in Units)
        {
            var isLonger = rest.Length > unit.Length && char.IsLetter(rest[unit.Length]);
            if (!rest.StartsWith(unit, StringComparison.Ordinal) || isLonger)
                continue;

            rest = rest[unit.Length..];
            return nanoseconds;
        }

        throw Errors.Conversion(text, "duration");
    }
}
