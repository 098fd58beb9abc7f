using System.Globalization;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>A length of time in nanoseconds, about 292 years to either side.</summary>
public readonly record struct CelDuration(long Nanoseconds) : IComparable<CelDuration>
{
    internal const long PerSecond = 1_000_000_000;

    /// <exception cref="CelEvaluationException">Longer than 292 years.</exception>
    public static CelDuration From(TimeSpan span) =>
        span.Ticks is > long.MaxValue / 100 or < long.MinValue / 100
            ? throw new CelEvaluationException("the duration is longer than 292 years")
            : new CelDuration(span.Ticks * 100);

    public int CompareTo(CelDuration other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Seconds with as many decimals as needed, such as <c>1.5s</c>.</summary>
    public override string ToString()
    {
        var (seconds, rest) = Math.DivRem(Nanoseconds, PerSecond);
        var sign = Nanoseconds < 0 ? "-" : "";
        var whole = seconds.ToString(CultureInfo.InvariantCulture).TrimStart('-');
        var decimals = Math.Abs(rest).ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return decimals.Length == 0 ? $"{sign}{whole}s" : $"{sign}{whole}.{decimals}s";
    }
}
