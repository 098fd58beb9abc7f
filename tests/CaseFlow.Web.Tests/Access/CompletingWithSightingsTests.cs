using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Access;
using CaseFlow.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Access;

/// <summary>A visit finds something: its result and what was seen are one.</summary>
public sealed class CompletingWithSightingsTests
{
    [Fact]
    public async Task A_visit_that_sees_a_danger_opens_the_emergency_path_at_once()
    {
        using var installation = new TestInstallation();
        var (child, visit, who) = await VisitAsync(installation);

        var result = await Actions(installation).CompleteAsync(
            who, child, new CompleteTask(visit, Today(installation), new Outcome("家里没有大人")), [new SeenThing("unsafe-home", 3, null)]);

        result.Ok.ShouldBeTrue();
        using var db = installation.Open();
        (await db.Observations.CountAsync(o => o.ChildId == child && o.Kind == "unsafe-home" && o.RecordedBy == who.Staff)).ShouldBe(1);
        (await db.Cases.SingleAsync(c => c.ChildId == child && c.IsOpen)).Level.ShouldBe(4);
        (await db.Escalations.SingleAsync(e => e.ChildId == child && e.Status == EscalationStatus.Pending)).Emergency.ShouldBeTrue();
        (await installation.VerifyAsync()).Invariants.SelectMany(i => i.Broken).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_refused_leaves_neither_result_nor_sighting()
    {
        using var installation = new TestInstallation();
        var (child, visit, who) = await VisitAsync(installation);

        var result = await Actions(installation).CompleteAsync(
            who, child, new CompleteTask(visit, Today(installation).AddDays(1), new Outcome("明天")), [new SeenThing("low-mood", 1, null)]);

        result.Ok.ShouldBeFalse();
        using var db = installation.Open();
        (await db.Observations.CountAsync(o => o.RecordedBy == who.Staff)).ShouldBe(0);
        (await db.Tasks.SingleAsync(t => t.ChildId == child && t.No == visit)).DoneOn.ShouldBeNull();
    }

    private static CareActions Actions(TestInstallation installation) =>
        new(installation.Runtime, new Desk(installation.Runtime), new SchoolScreening(installation.Runtime));

    private static DateOnly Today(TestInstallation installation) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(installation.Clock.Now, installation.Runtime.Zone).DateTime);

    /// <summary>A pending home visit of a case below level 4, a day after its screening, and whoever has it.</summary>
    private static async Task<(ChildId Child, TaskNo Visit, SignedIn Who)> VisitAsync(TestInstallation installation)
    {
        var (_, day) = await StorageSuite.ScreenedAsync(installation);
        installation.Clock.Now = new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);
        using var db = installation.Open();
        var visit = await db.Tasks.Where(t => t.Step == "first-visit" && db.Cases.Any(c => c.ChildId == t.ChildId && c.IsOpen && c.Level < 4))
            .OrderBy(t => t.ChildId).FirstAsync();
        return (visit.ChildId, visit.No, new SignedIn(visit.AssigneeId, new HashSet<string> { Roles.Helper }));
    }
}
