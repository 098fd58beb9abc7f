using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Pages.Calendars;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Calendars;

/// <summary>The administrator's calendar.</summary>
public sealed class SchoolDaysTests : IDisposable
{
    private static readonly DateOnly Monday = new(2026, 3, 2);
    private static readonly DateOnly Saturday = new(2026, 3, 7);

    private readonly TestInstallation installation = new();

    [Fact]
    public async Task A_term_makes_weekdays_school_days_and_single_days_can_be_changed()
    {
        (await AddTermAsync()).ShouldBeNull();
        (await SetAsync(Monday.AddDays(2), Monday.AddDays(3), DayKind.Holiday, "春假")).ShouldBeNull();
        (await SetAsync(Saturday, Saturday, DayKind.School, null)).ShouldBeNull();

        var calendar = await CalendarAsync();
        Enumerable.Range(0, 7).Select(i => calendar.IsSchoolDay(Monday.AddDays(i))).ShouldBe([true, true, false, false, true, true, false]);
        calendar.TermOn(Saturday)!.Name.ShouldBe("2025-2026-2", "a make-up day belongs to the term around it");
    }

    [Fact]
    public async Task The_same_term_again_leaves_the_days_that_are_on_record()
    {
        await AddTermAsync();
        await SetAsync(Monday, Monday, DayKind.Holiday, null);
        await AddTermAsync();

        (await CalendarAsync()).IsSchoolDay(Monday).ShouldBeFalse();
    }

    /// <summary>With one day on file every other day would be one without school.</summary>
    [Fact]
    public async Task A_single_day_without_a_term_is_refused()
    {
        (await SetAsync(Monday, Monday, DayKind.Holiday, null))!.Id.ShouldBe("calendar.no-term");
        (await CalendarAsync()).IsSchoolDay(Monday).ShouldBeTrue();
    }

    [Fact]
    public async Task Slips_of_the_pen_are_refused()
    {
        using var db = installation.Open();
        (await SchoolDays.AddTermAsync(db, "2025-2027-2", Monday, Monday.AddDays(9), default))!.Id.ShouldBe("calendar.term");
        (await SchoolDays.AddTermAsync(db, "2025-2026-2", Monday, Monday.AddDays(-1), default))!.Id.ShouldBe("calendar.days");
        (await SchoolDays.AddTermAsync(db, "2025-2026-2", Monday, Monday.AddDays(366), default))!.Id.ShouldBe("calendar.days");
        (await db.CalendarDates.CountAsync()).ShouldBe(0);
    }

    public void Dispose() => installation.Dispose();

    private async Task<Engine.Refusal?> AddTermAsync()
    {
        using var db = installation.Open();
        return await SchoolDays.AddTermAsync(db, "2025-2026-2", Monday, Monday.AddDays(120), default);
    }

    private async Task<Engine.Refusal?> SetAsync(DateOnly from, DateOnly until, DayKind kind, string? note)
    {
        using var db = installation.Open();
        return await SchoolDays.SetAsync(db, from, until, kind, note, default);
    }

    private async Task<SchoolCalendar> CalendarAsync()
    {
        using var db = installation.Open();
        return (await SchoolOnFile.LoadAsync(db, installation.Runtime.Zone)).Time.Calendar;
    }
}
