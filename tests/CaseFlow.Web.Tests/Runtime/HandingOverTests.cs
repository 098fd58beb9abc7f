using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Runtime;

/// <summary>A hand-over passes everything on, exactly once a child, and is taken up again where it broke off.</summary>
public sealed class HandingOverTests
{
    [Fact]
    public async Task Nothing_stays_with_whoever_handed_over_and_nothing_new_comes()
    {
        using var installation = new TestInstallation();
        var (from, to) = await PeopleAsync(installation);
        var before = await LeftAsync(installation, from);
        before.ShouldBeGreaterThan(1);

        var (handOver, refusal) = await new HandingOver(installation.Runtime).StartAsync(from, to, "调动", to);

        refusal.ShouldBeNull();
        handOver!.FinishedAt.ShouldNotBeNull();
        (await LeftAsync(installation, from)).ShouldBe(0);
        using var db = installation.Open();
        var school = await SchoolOnFile.LoadAsync(db, installation.Runtime.Zone);
        school.StaffingFor(await db.Children.FirstAsync(), installation.Runtime.Now).OwnerOfNewCase()!.Value.Who.ShouldBe(to);
        (await installation.VerifyAsync()).Invariants.Where(i => !i.Ok).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_broke_off_goes_on_with_the_children_that_are_left_and_deals_with_each_once()
    {
        using var installation = new TestInstallation();
        var (_, to) = await PeopleAsync(installation);
        var from = await BusiestAsync(installation);
        var opened = 0;
        // The machine stops in the middle: no further context can be opened.
        var breaking = installation.Runtime with
        {
            Open = () => ++opened > 3 ? throw new IOException("the machine stopped") : installation.Open(),
        };
        await Should.ThrowAsync<IOException>(() => new HandingOver(breaking).StartAsync(from, to, "调动", to));
        (await LeftAsync(installation, from)).ShouldBeGreaterThan(0, "it broke off before the end");
        using (var db = installation.Open())
            (await db.HandOvers.SingleAsync()).FinishedAt.ShouldBeNull();

        await new DueSweep(installation.Runtime).RunAsync(installation.Runtime.Now);

        (await LeftAsync(installation, from)).ShouldBe(0);
        using var after = installation.Open();
        (await after.HandOvers.SingleAsync()).FinishedAt.ShouldNotBeNull();
        (await after.Journal.Where(j => j.Type == "responsibility-passed").GroupBy(j => j.ChildId).Select(g => g.Count()).ToListAsync()).ShouldAllBe(n => n == 1);
        (await installation.VerifyAsync()).Invariants.Where(i => !i.Ok).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_decision_under_way_brings_after_the_end_passes_on_with_the_next_sweep()
    {
        using var installation = new TestInstallation();
        var (from, to) = await PeopleAsync(installation);
        await new HandingOver(installation.Runtime).StartAsync(from, to, "调动", to);
        CaseRow given;
        using (var db = installation.Open())
            given = await db.Cases.FirstAsync(c => c.IsOpen && c.OwnerId == to);
        (await new Desk(installation.Runtime).DoAsync(given.ChildId, new GiveCase(given.No, from, "看错了名单"), Actor.Of(to)))!.IsRefused.ShouldBeFalse();
        (await LeftAsync(installation, from)).ShouldBeGreaterThan(0);

        await new DueSweep(installation.Runtime).RunAsync(installation.Runtime.Now);

        (await LeftAsync(installation, from)).ShouldBe(0);
        (await installation.VerifyAsync()).Invariants.Where(i => !i.Ok).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_successor_without_the_role_does_not_get_the_cases_and_the_plan_says_who_does()
    {
        using var installation = new TestInstallation();
        var (from, counselor) = await PeopleAsync(installation);
        StaffId teacher;
        using (var db = installation.Open())
            teacher = (await db.Staff.ToListAsync()).First(s => s.Has(Roles.ClassTeacher) && !s.Has(Roles.Counselor)).Id;

        HandOverPlan plan;
        using (var db = installation.Open())
            plan = await HandOverPlan.MakeAsync(db, installation.Runtime, from, teacher);

        var cases = plan.Items.Single(i => i.What.En == "open cases");
        cases.To.ShouldBe(counselor);
        cases.Why.ShouldNotBeNull();
    }

    [Fact]
    public async Task Handing_over_to_yourself_or_to_somebody_who_has_gone_is_refused()
    {
        using var installation = new TestInstallation();
        var (from, to) = await PeopleAsync(installation);
        var handing = new HandingOver(installation.Runtime);

        (await handing.StartAsync(from, from, "x", to)).Refusal!.Id.ShouldBe("hand-over.same-person");
        await handing.StartAsync(from, to, "x", to);
        (await handing.StartAsync(to, from, "x", to)).Refusal!.Id.ShouldBe("hand-over.not-at-work");
    }

    /// <summary>A counselor with cases, and a second one.</summary>
    private static async Task<(StaffId From, StaffId To)> PeopleAsync(TestInstallation installation)
    {
        await StorageSuite.ScreenedAsync(installation);
        using var db = installation.Open();
        var from = (await db.Cases.Where(c => c.IsOpen).ToListAsync()).GroupBy(c => c.OwnerId).MaxBy(g => g.Count())!.Key;
        var second = new StaffMember
        {
            Id = new StaffId(Ids.Next()), SchoolId = db.SchoolId, StaffNo = "T900", Name = "接手教师", Roles = [Roles.Counselor],
        };
        db.Add(second);
        await db.SaveChangesAsync();
        return (from, second.Id);
    }

    /// <summary>Whoever is responsible for something with the most children.</summary>
    private static async Task<StaffId> BusiestAsync(TestInstallation installation)
    {
        using var db = installation.Open();
        var tasks = await db.Tasks.Select(t => new { Staff = t.AssigneeId, t.ChildId }).ToListAsync();
        var pairings = await db.Children.Where(c => c.HelperId != null).Select(c => new { Staff = c.HelperId!.Value, ChildId = c.Id }).ToListAsync();
        var busiest = tasks.Concat(pairings).Distinct().GroupBy(x => x.Staff).MaxBy(g => g.Count())!;
        busiest.Count().ShouldBeGreaterThan(2);
        return busiest.Key;
    }

    private static async Task<int> LeftAsync(TestInstallation installation, StaffId person)
    {
        using CaseFlowDb db = installation.Open();
        return await db.Cases.CountAsync(c => c.IsOpen && c.OwnerId == person)
            + await db.Tasks.CountAsync(t => t.AssigneeId == person && (t.State == TaskState.Open || t.State == TaskState.Scheduled))
            + await db.Children.CountAsync(c => c.HelperId == person);
    }
}
