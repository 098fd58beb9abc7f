using System.Globalization;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Date and time of day of an instant at an offset, also on a day outside of the years 1 to 9999.</summary>
internal readonly struct LocalTime
{
    private const long SecondsPerDay = 86_400;
    private const long DaysPerEra = 146_097;
    private const long YearsPerEra = 400;

    /// <summary>A day that DateTime can hold, and as many eras of 400 years as must be added to it.</summary>
    private readonly DateTime _day;
    private readonly long _eras;

    private LocalTime(long seconds)
    {
        var days = Math.DivRem(seconds, SecondsPerDay, out var rest);
        if (rest < 0)
            (days, rest) = (days - 1, rest + SecondsPerDay);

        SecondOfDay = rest;
        DayOfWeek = (((days + 4) % 7) + 7) % 7;
        var era = Math.DivRem(days, DaysPerEra, out var dayOfEra);
        if (dayOfEra < 0)
            (era, dayOfEra) = (era - 1, dayOfEra + DaysPerEra);
        _eras = era;
        _day = DateTime.UnixEpoch.AddDays(dayOfEra);
    }

    public long Year => _day.Year + (_eras * YearsPerEra);

    public long Month => _day.Month;

    public long Day => _day.Day;

    /// <summary>0 for the first of January.</summary>
    public long DayOfYear => _day.DayOfYear - 1;

    /// <summary>0 for Sunday.</summary>
    public long DayOfWeek { get; }

    public long SecondOfDay { get; }

    public static LocalTime Utc(CelTimestamp instant) => new(instant.Seconds);

    /// <param name="instant">The instant to look at.</param>
    /// <param name="zone">A name of the time zone database, or an offset such as <c>+08:00</c>.</param>
    /// <exception cref="CelEvaluationException">There is no such zone.</exception>
    public static LocalTime In(CelTimestamp instant, string zone) =>
        new(instant.Seconds + (long)(Fixed(zone) ?? Named(zone).GetUtcOffset(instant.ToUtc())).TotalSeconds);

    private static TimeSpan? Fixed(string zone)
    {
        var digits = zone.AsSpan().TrimStart("+-");
        if (zone.Length - digits.Length > 1 || digits.Length != 5 || digits[2] != ':')
            return null;
        if (!int.TryParse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
            || !int.TryParse(digits[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            || hours > 23 || minutes > 59)
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return zone[0] == '-' ? -offset : offset;
    }

    private static TimeZoneInfo Named(string zone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? found
            : throw new CelEvaluationException($"there is no time zone '{zone}'");
}
