using System.Globalization;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>An instant from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59.999999999Z.</summary>
/// <param name="Seconds">Since 1970-01-01T00:00:00Z.</param>
/// <param name="Nanos">0 to 999,999,999, always forward from the second.</param>
public readonly record struct CelTimestamp(long Seconds, int Nanos) : IComparable<CelTimestamp>
{
    internal const long MinSeconds = -62_135_596_800;
    internal const long MaxSeconds = 253_402_300_799;

    public static CelTimestamp From(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks;
        var seconds = Math.DivRem(ticks, TimeSpan.TicksPerSecond, out var rest);
        return new CelTimestamp(seconds + MinSeconds, (int)rest * 100);
    }

    public int CompareTo(CelTimestamp other) =>
        Seconds == other.Seconds ? Nanos.CompareTo(other.Nanos) : Seconds.CompareTo(other.Seconds);

    /// <summary>RFC 3339 in UTC with as many decimals as needed.</summary>
    public override string ToString()
    {
        var time = ToUtc().ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        var decimals = Nanos.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return decimals.Length == 0 ? $"{time}Z" : $"{time}.{decimals}Z";
    }

    /// <summary>The second that this instant lies in.</summary>
    internal DateTime ToUtc() => DateTime.UnixEpoch.AddTicks(Seconds * TimeSpan.TicksPerSecond);

    /// <exception cref="CelEvaluationException">Before year 1 or after year 9999.</exception>
    internal static CelTimestamp Checked(Int128 seconds, long nanos) =>
        seconds >= MinSeconds && seconds <= MaxSeconds
            ? new CelTimestamp((long)seconds, (int)nanos)
            : throw new CelEvaluationException("the timestamp is outside of the years 1 to 9999");
}
