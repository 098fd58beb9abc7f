namespace CaseFlow.Engine.Rules.Language;

/// <summary>Sums and differences of instants and durations; what leaves their range is an error.</summary>
internal static class TimeArithmetic
{
    [CelFunction("_+_")]
    public static CelTimestamp Add(CelTimestamp instant, CelDuration span) => Shift(instant, span.Nanoseconds);

    [CelFunction("_+_")]
    public static CelTimestamp Add(CelDuration span, CelTimestamp instant) => Shift(instant, span.Nanoseconds);

    [CelFunction("_+_")]
    public static CelDuration Add(CelDuration left, CelDuration right) =>
        Checked((Int128)left.Nanoseconds + right.Nanoseconds);

    [CelFunction("_-_")]
    public static CelTimestamp Subtract(CelTimestamp instant, CelDuration span) => Shift(instant, -(Int128)span.Nanoseconds);

    [CelFunction("_-_")]
    public static CelDuration Subtract(CelTimestamp left, CelTimestamp right) =>
        Checked(((Int128)(left.Seconds - right.Seconds) * CelDuration.PerSecond) + left.Nanos - right.Nanos);

    [CelFunction("_-_")]
    public static CelDuration Subtract(CelDuration left, CelDuration right) =>
        Checked((Int128)left.Nanoseconds - right.Nanoseconds);

    /// <exception cref="CelEvaluationException">Longer than 292 years.</exception>
    public static CelDuration Checked(Int128 nanoseconds) =>
        nanoseconds >= long.MinValue && nanoseconds <= long.MaxValue
            ? new CelDuration((long)nanoseconds)
            : throw Errors.Overflow("duration");

    private static CelTimestamp Shift(CelTimestamp instant, Int128 nanoseconds)
    {
        var total = ((Int128)instant.Seconds * CelDuration.PerSecond) + instant.Nanos + nanoseconds;
        var seconds = total / CelDuration.PerSecond;
        var rest = (long)(total - (seconds * CelDuration.PerSecond));
        return rest < 0
            ? CelTimestamp.Checked(seconds - 1, rest + CelDuration.PerSecond)
            : CelTimestamp.Checked(seconds, rest);
    }
}
