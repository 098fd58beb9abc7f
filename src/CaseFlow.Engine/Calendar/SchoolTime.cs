namespace CaseFlow.Engine.Calendar;

/// <summary>A date by which something is to be done.</summary>
/// <param name="On">The last day, in the school's time zone.</param>
/// <param name="At">The instant from which it is late (exclusive end): for limits in days the midnight after <paramref name="On"/>.</param>
public readonly record struct Due(DateOnly On, DateTimeOffset At)
{
    /// <summary>Whether it is late at <paramref name="now"/>.</summary>
    public bool IsLate(DateTimeOffset now) => now >= At;

    /// <summary>The earlier of two dates.</summary>
    public static Due Earlier(Due a, Due b) => a.At <= b.At ? a : b;
}

/// <summary>The school's calendar in its time zone: turns instants into days, and limits into due dates.</summary>
/// <remarks>Source: domain, 'The life of a case': a limit of n days ends at the close of the n-th day after.</remarks>
public sealed class SchoolTime(SchoolCalendar calendar, TimeZoneInfo zone)
{
    /// <summary>How far a due date moves at most to reach a school day, in days.</summary>
    public const int FurthestMove = 7;

    /// <summary>The school's calendar.</summary>
    public SchoolCalendar Calendar { get; } = calendar;

    /// <summary>The school's time zone.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>For turning instants into days and back, which needs no calendar.</summary>
    public static SchoolTime WithoutCalendar(TimeZoneInfo zone) => new(new SchoolCalendar([]), zone);

    /// <summary>The day of an instant at the school.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The first instant of a day at the school, in UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(local))
            local = local.AddMinutes(30);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>The end of a day at the school: the first instant that no longer belongs to it.</summary>
    public DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));

    /// <summary>A due date at the close of <paramref name="day"/>.</summary>
    public Due CloseOf(DateOnly day) => new(day, EndOf(day));

    /// <summary>When a limit that starts at <paramref name="from"/> ends for a case of <paramref name="level"/>.</summary>
    /// <remarks>Below level 3 a date that is no school day moves to the next one, by at most <see cref="FurthestMove"/> days.</remarks>
    public Due After(DateTimeOffset from, Limit limit, int level)
    {
        if (limit.Unit == LimitUnit.Hours)
        {
            var at = from.ToUniversalTime().AddHours(limit.Count);
            return new Due(DayOf(at), at);
        }

        var day = limit.Unit == LimitUnit.Days ? DayOf(from).AddDays(limit.Count) : SchoolDaysAfter(DayOf(from), limit.Count);
        return CloseOf(level >= 3 ? day : MovedToSchoolDay(day));
    }

    /// <summary>The day itself, or the next expected school day, at most <see cref="FurthestMove"/> days later.</summary>
    public DateOnly MovedToSchoolDay(DateOnly day)
    {
        for (var moved = 0; moved < FurthestMove; moved++)
        {
            if (Calendar.IsExpectedSchoolDay(day.AddDays(moved)))
                return day.AddDays(moved);
        }

        return day.AddDays(FurthestMove);
    }

    private DateOnly SchoolDaysAfter(DateOnly day, int count)
    {
        // A calendar that ends in the middle of nowhere must not keep us here: no school for a year is read as weekdays.
        var furthest = day.AddDays(366);
        for (var left = count; left > 0 && day < furthest;)
        {
            day = day.AddDays(1);
            if (Calendar.IsExpectedSchoolDay(day))
                left--;
        }

        return day;
    }
}
