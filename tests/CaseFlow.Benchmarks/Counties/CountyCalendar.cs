using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;

namespace CaseFlow.Benchmarks.Counties;

/// <summary>The autumn term of the invented county, and the day on which it is screened.</summary>
internal static class CountyCalendar
{
    public static readonly DateOnly FirstDay = new(2025, 9, 1);
    public static readonly DateOnly LastDay = new(2026, 1, 16);

    /// <summary>A week before the term ends.</summary>
    public static readonly DateOnly ScreenedOn = new(2026, 1, 9);

    /// <summary>The two exams; the second is recent enough to raise flags.</summary>
    public static readonly IReadOnlyList<(string Name, DateOnly Date)> Exams =
        [("月考", new DateOnly(2025, 10, 10)), ("期中", new DateOnly(2025, 11, 14))];

    /// <summary>School days up to the day of screening.</summary>
    public static readonly IReadOnlyList<DateOnly> SchoolDays =
        [.. Days().Where(d => d.Kind == DayKind.School && d.Date <= ScreenedOn).Select(d => d.Date)];

    public static SchoolTime Time { get; } = new(
        new SchoolCalendar(Days().Select(d => new CalendarDay(d.Date, d.Kind, d.Term))), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    /// <summary>Monday to Friday, without the week of the National Day.</summary>
    public static IEnumerable<CalendarDate> Days()
    {
        for (var day = FirstDay; day <= LastDay; day = day.AddDays(1))
        {
            var free = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || (day.Month == 10 && day.Day <= 8);
            yield return new CalendarDate { Date = day, Kind = free ? DayKind.Holiday : DayKind.School, Term = "2025-2026-1" };
        }
    }
}
