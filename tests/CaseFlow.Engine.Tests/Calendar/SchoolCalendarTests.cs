using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Tests.Calendar;

public sealed class SchoolCalendarTests
{
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Fact]
    public void A_date_that_a_given_calendar_lacks_is_no_school_day()
    {
        var calendar = new SchoolCalendar([new(new(2026, 3, 2), DayKind.School), new(new(2026, 3, 4), DayKind.Exam), new(new(2026, 3, 5), DayKind.Holiday)]);

        calendar.IsSchoolDay(new(2026, 3, 2)).ShouldBeTrue();
        calendar.IsSchoolDay(new(2026, 3, 3)).ShouldBeFalse();
        calendar.IsSchoolDay(new(2026, 3, 4)).ShouldBeTrue();
        calendar.IsSchoolDay(new(2026, 3, 5)).ShouldBeFalse();
    }

    [Fact]
    public void A_make_up_saturday_is_a_school_day() =>
        new SchoolCalendar([new(new(2026, 2, 28), DayKind.School, "2025-2026-2")]).IsSchoolDay(new(2026, 2, 28)).ShouldBeTrue();

    [Fact]
    public void Without_a_calendar_monday_to_friday_are_school_days_and_the_year_turns_on_1_September()
    {
        var calendar = new SchoolCalendar([]);

        calendar.IsSchoolDay(new(2026, 3, 6)).ShouldBeTrue();
        calendar.IsSchoolDay(new(2026, 3, 7)).ShouldBeFalse();
        calendar.TermOn(new(2026, 1, 31))!.Name.ShouldBe("2025-2026-1");
        calendar.TermOn(new(2026, 2, 2))!.Name.ShouldBe("2025-2026-2");
        calendar.TermOn(new(2026, 2, 1))!.Name.ShouldBe("2025-2026-1", "the last school day on or before it is in January");
        calendar.TermOn(new(2026, 9, 1))!.SchoolYear.ShouldBe("2026-2027");
    }

    [Fact]
    public void Windows_do_not_reach_back_over_the_start_of_the_school_year()
    {
        var calendar = new SchoolCalendar(
            [new(new(2025, 6, 30), DayKind.School, "2024-2025-2"), new(new(2025, 9, 1), DayKind.School, "2025-2026-1"), new(new(2025, 9, 2), DayKind.School, "2025-2026-1")]);

        calendar.SchoolDaysBack(new(2025, 9, 7)).ShouldBe([new DateOnly(2025, 9, 2), new DateOnly(2025, 9, 1)]);
    }

    [Fact]
    public void Beyond_the_end_of_the_calendar_due_dates_read_monday_to_friday_and_facts_do_not()
    {
        var calendar = new SchoolCalendar([new(new(2026, 3, 2), DayKind.School)]);

        calendar.IsExpectedSchoolDay(new(2026, 3, 3)).ShouldBeTrue();
        calendar.IsExpectedSchoolDay(new(2026, 3, 7)).ShouldBeFalse();
        calendar.IsSchoolDay(new(2026, 3, 3)).ShouldBeFalse();
    }

    [Fact]
    public void A_limit_of_days_ends_at_the_close_of_the_last_day()
    {
        var time = new SchoolTime(new SchoolCalendar([]), Shanghai);
        var from = new DateTimeOffset(2026, 3, 2, 20, 0, 0, TimeSpan.FromHours(8));

        var due = time.After(from, new Limit(3, LimitUnit.Days), 3);

        due.On.ShouldBe(new DateOnly(2026, 3, 5));
        due.At.ShouldBe(new DateTimeOffset(2026, 3, 6, 0, 0, 0, TimeSpan.FromHours(8)));
        due.IsLate(due.At.AddTicks(-1)).ShouldBeFalse();
        due.IsLate(due.At).ShouldBeTrue();
    }

    [Theory]
    [InlineData(2, "2026-03-09")]
    [InlineData(3, "2026-03-07")]
    [InlineData(4, "2026-03-07")]
    public void A_date_that_is_no_school_day_moves_for_level_2_only(int level, string expected)
    {
        var time = new SchoolTime(new SchoolCalendar([]), Shanghai);

        time.After(new(2026, 3, 4, 1, 0, 0, TimeSpan.Zero), new Limit(3, LimitUnit.Days), level).On.ShouldBe(DateOnly.Parse(expected));
    }

    [Fact]
    public void A_date_in_long_holidays_moves_by_seven_days_at_most()
    {
        var days = Enumerable.Range(0, 40).Select(i => new CalendarDay(new DateOnly(2026, 2, 1).AddDays(i), i == 39 ? DayKind.School : DayKind.Holiday));
        var time = new SchoolTime(new SchoolCalendar(days), Shanghai);

        time.MovedToSchoolDay(new(2026, 2, 5)).ShouldBe(new DateOnly(2026, 2, 12));
    }

    [Fact]
    public void School_days_are_counted_as_such()
    {
        var time = new SchoolTime(new SchoolCalendar([]), Shanghai);

        time.After(new(2026, 3, 6, 1, 0, 0, TimeSpan.Zero), new Limit(2, LimitUnit.SchoolDays), 2).On.ShouldBe(new DateOnly(2026, 3, 10), "from a Friday");
    }

    [Fact]
    public void Hours_run_on_the_clock()
    {
        var time = new SchoolTime(new SchoolCalendar([]), Shanghai);
        var from = new DateTimeOffset(2026, 3, 7, 15, 30, 0, TimeSpan.Zero);

        time.After(from, new Limit(2, LimitUnit.Hours), 4).At.ShouldBe(from.AddHours(2));
        time.After(from, new Limit(2, LimitUnit.Hours), 4).On.ShouldBe(new DateOnly(2026, 3, 8), "it is 01:30 the next day at the school");
    }

    [Theory]
    [InlineData("2 school days", 2, LimitUnit.SchoolDays)]
    [InlineData("1 day", 1, LimitUnit.Days)]
    [InlineData("same day", 0, LimitUnit.Days)]
    [InlineData("24 hours", 24, LimitUnit.Hours)]
    public void Limits_are_read_as_the_workflow_file_writes_them(string text, int count, LimitUnit unit)
    {
        Limit.TryParse(text, out var limit).ShouldBeTrue();
        limit.ShouldBe(new Limit(count, unit));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-1 days")]
    [InlineData("2 weeks")]
    public void What_is_no_limit_is_refused(string text) => Limit.TryParse(text, out _).ShouldBeFalse();
}
