using System.Data.Common;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.TestSchools;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

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
    public async Task A_change_of_staff_between_two_queries_never_gives_a_staff_that_there_never_was()
    {
        var overtaking = new Overtaking("FROM \"Delegations\"");
        using var installation = new TestInstallation(StorageProvider.Sqlite, null, overtaking);
        var (old, next, other) = (new StaffId(Ids.Next()), new StaffId(Ids.Next()), new StaffId(Ids.Next()));
        using (var db = installation.Open())
        {
            db.AddRange(Member(db, old, "T1", Roles.HeadTeacher), Member(db, next, "T2", Roles.Counselor), Member(db, other, "T3", Roles.ClassTeacher));
            await db.SaveChangesAsync();
        }

        overtaking.With = async () =>
        {
            using var elsewhere = installation.Open();
            (await elsewhere.Staff.SingleAsync(s => s.Id == old)).Roles = [Roles.SubjectTeacher];
            (await elsewhere.Staff.SingleAsync(s => s.Id == next)).Roles = [Roles.HeadTeacher];
            var now = installation.Clock.GetUtcNow();
            elsewhere.Add(new Delegation { Id = Ids.Next(), SchoolId = elsewhere.SchoolId, HeadTeacherId = old, DelegateId = other, From = now.AddHours(-1), Until = now.AddHours(1), MadeAt = now });
            await elsewhere.SaveChangesAsync();
        };
        using var reading = installation.Open();
        var school = await SchoolOnFile.LoadAsync(reading, installation.Runtime.Zone);

        overtaking.With.ShouldBeNull("it was overtaken");
        school.AtWork.Single(s => s.Has(Roles.HeadTeacher)).Id.ShouldBe(next);
        school.DelegateAt(installation.Clock.GetUtcNow()).ShouldBeNull("whoever stood in for the old head teacher does not stand in for the new one");

        static Engine.Children.StaffMember Member(CaseFlowDb db, StaffId id, string no, string role) => new() { Id = id, SchoolId = db.SchoolId, StaffNo = no, Name = no, Roles = [role] };
    }

    [Fact]
    public async Task What_was_recorded_past_midnight_is_on_a_flag_though_the_clock_of_the_screening_is_still_before_it()
    {
        using var installation = new TestInstallation();
        var midnight = new DateTimeOffset(2026, 3, 2, 16, 0, 0, TimeSpan.Zero); // at the school
        var child = new ChildId(Ids.Next());
        using (var db = installation.Open())
        {
            var room = new Engine.Children.ClassRoom { Id = new ClassId(Ids.Next()), SchoolId = db.SchoolId, Name = "1" };
            db.Add(room);
            db.Add(new Engine.Children.Child { Id = child, SchoolId = db.SchoolId, StudentNo = "S1", Name = "孩子", ClassId = room.Id });
            await db.SaveChangesAsync();
            await Recording.AddAsync(db, no => new Engine.Signals.Observation
            {
                Id = Ids.Next(), SchoolId = db.SchoolId, ChildId = child, Date = new DateOnly(2026, 3, 3), Kind = "run-away", Severity = 3, RecordedNo = no, RecordedAt = midnight,
            });
        }

        installation.Clock.Now = midnight.AddMinutes(-5);
        var report = await new SchoolScreening(installation.Runtime).RunForAsync(child);

        report.CasesOpened.Count.ShouldBe(1);
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

    /// <summary>Does something once, right before a query.</summary>
    private sealed class Overtaking(string before) : DbCommandInterceptor
    {
        public Func<Task>? With { get; set; }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (With is { } act && command.CommandText.Contains(before, StringComparison.Ordinal))
            {
                With = null;
                await act();
            }

            return result;
        }
    }
}
