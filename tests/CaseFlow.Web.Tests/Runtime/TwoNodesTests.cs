using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.TestSchools;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Runtime;

/// <summary>What one node keeps or has begun, while another changes it.</summary>
public sealed class TwoNodesTests
{
    [Fact]
    public async Task A_change_of_staff_or_calendar_is_seen_at_once_by_a_node_that_kept_both_in_memory()
    {
        using var installation = new TestInstallation();
        var node = installation.Runtime;
        using (var db = installation.Open())
            (await SchoolOnFile.WithoutLoadsAsync(node, db)).AtWork.Count.ShouldBe(1, "the first administrator");

        using (var elsewhere = installation.Open())
        {
            elsewhere.Add(new Engine.Children.StaffMember { Id = new StaffId(Ids.Next()), SchoolId = elsewhere.SchoolId, StaffNo = "T1", Name = "校长", Roles = [Roles.HeadTeacher] });
            elsewhere.Add(new CalendarDate { SchoolId = elsewhere.SchoolId, Date = new DateOnly(2026, 3, 2), Kind = Engine.Calendar.DayKind.Holiday });
            await elsewhere.SaveChangesAsync();
        }

        using (var db = installation.Open())
        {
            var school = await SchoolOnFile.WithoutLoadsAsync(node, db);
            school.AtWork.Count.ShouldBe(2);
            school.Time.Calendar.IsSchoolDay(new DateOnly(2026, 3, 2)).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Two_nodes_that_screen_at_the_same_moment_open_each_case_once()
    {
        using var installation = new TestInstallation();
        var school = RandomSchool.Make(7, RandomSchoolSize.Tiny);
        using var files = new TempFolder();
        SchoolFiles.Write(school, files.Path);
        (await installation.ImportAsync(files.Path)).Ok.ShouldBeTrue();
        var day = RandomSchool.InterestingDays(school).Order().Last(d => PlainRules.Screen(school, d).Levels.Values.Any(l => l >= 2));

        ScreeningReport? other = null;
        var node = installation.Runtime with { Open = OpenAndBeOvertaken };
        var late = await new SchoolScreening(node).RunAsync(time => ScreeningMoment.EndOf(day, time));

        other!.CasesOpened.ShouldNotBeEmpty("the other node was first");
        late.CasesOpened.ShouldBeEmpty();
        late.Levels.ShouldBe(other.Levels, "both find the same");
        (await installation.VerifyAsync()).Invariants.SelectMany(i => i.Broken).ShouldBeEmpty();

        CaseFlowDb OpenAndBeOvertaken()
        {
            var db = installation.Open();
            db.SavingChanges += (_, _) =>
            {
                if (other is null && db.ChangeTracker.Entries<JournalRow>().Count() > 1)
                    other = installation.ScreenAsync(day).GetAwaiter().GetResult();
            };
            return db;
        }
    }
}
