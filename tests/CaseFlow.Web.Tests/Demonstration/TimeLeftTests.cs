using CaseFlow.Engine.Calendar;
using CaseFlow.Web.Demonstration;

namespace CaseFlow.Web.Tests.Demonstration;

public sealed class TimeLeftTests
{
    /// <summary>Two terms of five days each, a holiday of two between them and one at the end.</summary>
    private static readonly SchoolCalendar Calendar = new(Enumerable.Range(0, 13).Select(n => new CalendarDay(
        new DateOnly(2026, 1, 1).AddDays(n), n is 5 or 6 or 12 ? DayKind.Holiday : DayKind.School, n < 5 ? "2025-2026-1" : "2025-2026-2")));

    [Theory]
    [InlineData(1, 13, 5)]
    [InlineData(5, 9, 1)]
    [InlineData(6, 8, null)]
    [InlineData(8, 6, 5)]
    [InlineData(13, 1, null)]
    [InlineData(14, 0, null)]
    public void Time_passes_until_the_calendar_ends_and_the_term_until_its_last_lesson(int day, int most, int? term) =>
        TimeLeft.Of(Calendar, new DateOnly(2026, 1, day)).ShouldBe(new TimeLeft(new DateOnly(2026, 1, day), most, term));
}
