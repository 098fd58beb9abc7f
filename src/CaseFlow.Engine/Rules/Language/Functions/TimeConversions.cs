namespace CaseFlow.Engine.Rules.Language;

/// <summary>Instants and durations from text and numbers, and back to text.</summary>
internal static class TimeConversions
{
    [CelFunction("timestamp", IsTotal = true)]
    public static CelTimestamp ToTimestamp(CelTimestamp instant) => instant;

    [CelFunction("timestamp")]
    public static CelTimestamp ToTimestamp(long seconds) => CelTimestamp.Checked(seconds, 0);

    [CelFunction("timestamp")]
    public static CelTimestamp ToTimestamp(string text) => TimestampText.Parse(text);

    [CelFunction("duration", IsTotal = true)]
    public static CelDuration ToDuration(CelDuration span) => span;

    [CelFunction("duration")]
    public static CelDuration ToDuration(string text) => DurationText.Parse(text);

    [CelFunction("string", IsTotal = true)]
    public static string ToText(CelTimestamp instant) => instant.ToString();

    [CelFunction("string", IsTotal = true)]
    public static string ToText(CelDuration span) => span.ToString();
}
