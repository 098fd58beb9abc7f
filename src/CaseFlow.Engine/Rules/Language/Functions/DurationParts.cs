namespace CaseFlow.Engine.Rules.Language;

/// <summary>A duration in whole units, towards zero.</summary>
internal static class DurationParts
{
    [CelFunction("getHours", IsMethod = true, IsTotal = true)]
    public static long Hours(CelDuration span) => span.Nanoseconds / (3600 * CelDuration.PerSecond);

    [CelFunction("getMinutes", IsMethod = true, IsTotal = true)]
    public static long Minutes(CelDuration span) => span.Nanoseconds / (60 * CelDuration.PerSecond);

    [CelFunction("getSeconds", IsMethod = true, IsTotal = true)]
    public static long Seconds(CelDuration span) => span.Nanoseconds / CelDuration.PerSecond;

    /// <summary>Only the part below a second, 0 to 999, as the specification has it.</summary>
    [CelFunction("getMilliseconds", IsMethod = true, IsTotal = true)]
    public static long Milliseconds(CelDuration span) => span.Nanoseconds / 1_000_000 % 1000;
}
