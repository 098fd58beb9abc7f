using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Demonstration;
using CaseFlow.Web.Tests.Import;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Demonstration;

public sealed class InventedSchoolTests : IDisposable
{
    private static readonly DateOnly Until = new(2026, 3, 20);

    private readonly string folder = Directory.CreateTempSubdirectory("caseflow-invented-").FullName;

    [Fact]
    public async Task The_invented_school_imports_clean_and_the_second_time_changes_nothing()
    {
        using var school = new ImportedSchool();
        InventedSchool.Write(folder);
        var first = await school.ImportFolder(folder);
        first.AllProblems.ShouldBeEmpty();
        first.Files.Count.ShouldBe(8);
        first.Files.ShouldAllBe(f => f.Added > 0 && f.Changed == 0);
        var before = school.Everything();
        (await school.ImportFolder(folder)).Files.ShouldAllBe(f => f.Unchanged == f.Added + f.Changed + f.Unchanged && f.Unchanged > 0);
        school.Everything().ShouldBe(before);
    }

    [Fact]
    public async Task It_has_the_pupils_and_staff_of_the_township_school()
    {
        using var school = await Imported(new());
        using var db = school.New();
        var children = await db.Children.ToListAsync();
        children.Count.ShouldBe(293);
        var away = children.Where(c => c.LeftBehind != LeftBehind.None).ToList();
        (away.Count(c => c.Sex == Sex.Female), away.Count(c => c.Sex == Sex.Male)).ShouldBe((41, 46));
        var staff = await db.Staff.ToListAsync();
        staff.Count(s => s.StaffNo[0] == 'T').ShouldBe(18);
        (staff.Count(s => s.Has(Roles.HeadTeacher)), staff.Count(s => s.Has(Roles.Counselor)), staff.Count(s => s.Has(Roles.ClassTeacher))).ShouldBe((1, 2, 7));
        (staff.Count(s => s.Has(Roles.Administrator)), staff.Count(s => s.Has(Roles.EducationOffice))).ShouldBe((1, 1));
        away.GroupBy(c => c.HelperId).ShouldAllBe(g => g.Key != null && g.Count() <= 5);
        (await db.Classes.CountAsync(c => c.ClassTeacherId != null)).ShouldBe(7);
    }

    [Fact]
    public async Task At_its_end_things_are_going_on()
    {
        using var school = await Imported(new());
        using var db = school.New();
        var calendar = new SchoolCalendar(await db.CalendarDates.Select(d => new CalendarDay(d.Date, d.Kind, d.Term)).ToListAsync());
        var lastThree = calendar.SchoolDaysBack(Until).Take(3).ToList();
        var absent = await db.AttendanceMarks.Where(m => lastThree.Contains(m.Date) && m.Mark == Mark.Absent).ToListAsync();
        absent.GroupBy(m => m.ChildId).ShouldContain(g => g.Count() == 3);
        var observations = await db.Observations.ToListAsync();
        observations.Count(o => ObservationKinds.GroupOf(o.Kind) == ObservationKinds.Safety).ShouldBe(1);
        observations.ShouldContain(o => o.Kind == "bullied" && o.Date > Until.AddDays(-14));
        var both = await db.Children.Where(c => c.LeftBehind == LeftBehind.Both).ToListAsync();
        both.ShouldContain(c => c.GuardianBirthYear == Until.Year - 73);
        both.ShouldContain(c => c.GuardianName == null && c.Categories.Contains(Categories.NoGuardian));
        var last = await db.Contacts.Where(c => c.Between == ContactBetween.ParentChild).GroupBy(c => c.ChildId).Select(g => new { g.Key, Date = g.Max(c => c.Date) }).ToListAsync();
        last.Count(c => c.Date <= Until.AddDays(-30)).ShouldBe(1);
        (await db.ExamResults.Select(e => e.Exam).Distinct().CountAsync()).ShouldBe(2);
        var latest = Enumerable.Max<DateOnly>([.. db.AttendanceMarks.Select(m => m.Date), .. db.Observations.Select(o => o.Date), .. db.Contacts.Select(c => c.Date), .. db.ExamResults.Select(e => e.Date)]);
        latest.ShouldBeLessThanOrEqualTo(Until);
    }

    [Theory]
    [InlineData(2025)]
    [InlineData(2026)]
    [InlineData(2027)]
    public async Task Its_calendar_is_a_school_year_with_two_terms_feasts_and_make_up_saturdays(int year)
    {
        using var school = await Imported(new() { Until = new(year + 1, 5, 30), Pupils = 90 });
        using var db = school.New();
        var dates = await db.CalendarDates.ToListAsync();
        dates.Count.ShouldBe(new DateOnly(year + 1, 9, 1).DayNumber - new DateOnly(year, 9, 1).DayNumber);
        var school_ = dates.Where(d => d.Kind != DayKind.Holiday).ToList();
        school_.Count.ShouldBeInRange(180, 215);
        school_.ShouldAllBe(d => d.Term != null);
        school_.Select(d => d.Term).Distinct().ShouldBe([$"{year}-{year + 1}-1", $"{year}-{year + 1}-2"]);
        school_.Count(d => d.Date.DayOfWeek is DayOfWeek.Saturday).ShouldBe(2);
        dates.Count(d => d.Kind == DayKind.Exam).ShouldBe(8);
        foreach (var feast in new[] { "国庆节", "元旦", "春节", "清明节", "劳动节", "端午节" })
            dates.ShouldContain(d => d.Note == feast && d.Kind == DayKind.Holiday);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_another_school()
    {
        string Files(int seed)
        {
            InventedSchool.Write(folder, new() { Seed = seed });
            return string.Concat(Directory.GetFiles(folder).Order().Select(File.ReadAllText));
        }

        var first = Files(7);
        Files(7).ShouldBe(first);
        Files(8).ShouldNotBe(first);
    }

    [Theory]
    [InlineData("2025-09-01", null)]
    [InlineData("2026-08-31", "2026-08-30")]
    [InlineData("2026-02-17", "2025-11-01")]
    public async Task Any_day_of_the_year_can_be_its_last(string until, string? from)
    {
        using var school = await Imported(new() { Until = DateOnly.Parse(until), From = from is null ? null : DateOnly.Parse(from) });
        using var db = school.New();
        (await db.AttendanceMarks.CountAsync(m => m.Date > DateOnly.Parse(until))).ShouldBe(0);
        (await db.Contacts.CountAsync(c => c.Date > DateOnly.Parse(until))).ShouldBe(0);
    }

    public void Dispose() => Directory.Delete(folder, true);

    private async Task<ImportedSchool> Imported(InventedSchoolOptions options)
    {
        var school = new ImportedSchool();
        InventedSchool.Write(folder, options);
        (await school.ImportFolder(folder)).AllProblems.ShouldBeEmpty();
        return school;
    }
}
