namespace CaseFlow.Engine.Rules.Language;

/// <summary>Parts of the date and time that an instant is in UTC, or in a zone named by its second argument.</summary>
internal static class TimestampParts
{
    [CelFunction("getFullYear", IsMethod = true, IsTotal = true)]
    public static long Year(CelTimestamp instant) => LocalTime.Utc(instant).Year;

    [CelFunction("getFullYear", IsMethod = true)]
    public static long Year(CelTimestamp instant, string zone) => LocalTime.In(instant, zone).Year;

    /// <summary>0 for January.</summary>
    [CelFunction("getMonth", IsMethod = true, IsTotal = true)]
    public static long Month(CelTimestamp instant) => LocalTime.Utc(instant).Month - 1;

    [CelFunction("getMonth", IsMethod = true)]
    public static long Month(CelTimestamp instant, string zone) => LocalTime.In(instant, zone).Month - 1;

    /// <summary>1 for the first of the month.</summary>
    [CelFunction("getDate", IsMethod = true, IsTotal = true)]
    public static long Date(CelTimestamp instant) => LocalTime.Utc(instant).Day;

    [CelFunction("getDate", IsMethod = true)]
    public static long Date(CelTimestamp instant, string zone) => LocalTime.In(instant, zone).Day;

    /// <summary>0 for the first of the month.</summary>
    [CelFunction("getDayOfMonth", IsMethod = true, IsTotal = true)]
    public static long DayOfMonth(CelTimestamp instant) => LocalTime.Utc(instant).Day - 1;

    [CelFunction("getDayOfMonth", IsMethod = true)]
    public static long DayOfMonth(CelTimestamp instant, string zone) => LocalTime.In(instant, zone).Day - 1;

    /// <summary>0 for Sunday.</summary>
    [CelFunction("getDayOfWeek", IsMethod = true, IsTotal = true)]
    public static long DayOfWeek(CelTimestamp instant) => LocalTime.Utc(instant).DayOfWeek;

    [CelFunction("getDayOfWeek", IsMethod = true)]
    public static long DayOfWeek(CelTimestamp instant, string zone) => LocalTime.In(instant, zone).DayOfWeek;

    /// <summary>0 for the first of January.</summary>
    [CelFunction("getDayOfYear", IsMethod = true, IsTotal = true)]
    public static long DayOfYear(CelTimestamp instant) => LocalTime.Utc(instant).DayOfYear;

    [CelFunction("getDayOfYear", IsMethod = true)]
    public static long DayOfYear(CelTimestamp instant, string zone) => LocalTime.In(instant, zone).DayOfYear;

    [CelFunction("getHours", IsMethod = true, IsTotal = true)]
    public static long Hours(CelTimestamp instant) => LocalTime.Utc(instant).SecondOfDay / 3600;

    [CelFunction("getHours", IsMethod = true)]
    public static long Hours(CelTimestamp instant, string zone) => LocalTime.In(instant, zone).SecondOfDay / 3600;

    [CelFunction("getMinutes", IsMethod = true, IsTotal = true)]
    public static long Minutes(CelTimestamp instant) => LocalTime.Utc(instant).SecondOfDay / 60 % 60;

    [CelFunction("getMinutes", IsMethod = true)]
    public static long Minutes(CelTimestamp instant, string zone) => LocalTime.In(instant, zone).SecondOfDay / 60 % 60;

    [CelFunction("getSeconds", IsMethod = true, IsTotal = true)]
    public static long Seconds(CelTimestamp instant) => LocalTime.Utc(instant).SecondOfDay % 60;

    [CelFunction("getSeconds", IsMethod = true)]
    public static long Seconds(CelTimestamp instant, string zone) => LocalTime.In(instant, zone).SecondOfDay % 60;

    /// <summary>0 to 999.</summary>
    [CelFunction("getMilliseconds", IsMethod = true, IsTotal = true)]
    public static long Milliseconds(CelTimestamp instant) => instant.Nanos / 1_000_000;

    [CelFunction("getMilliseconds", IsMethod = true)]
    public static long Milliseconds(CelTimestamp instant, string zone)
    {
        _ = LocalTime.In(instant, zone);
        return instant.Nanos / 1_000_000;
    }
}
