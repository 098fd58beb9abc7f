using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Tests.Storage;
using CaseFlow.Web.Visits;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Visits;

public sealed class PaperVisitsTests
{
    [Fact]
    public async Task A_code_leads_the_visitor_and_whoever_leads_the_case_to_the_visit()
    {
        using var installation = new TestInstallation();
        var (child, no, visitor) = await VisitAsync(installation);
        foreach (var who in new[] { visitor, await OneOfAsync(installation, Roles.Counselor) })
        {
            var (visit, refusal) = await FindAsync(installation, who, VisitCode.Of(child, no));
            refusal.ShouldBeNull();
            (visit!.Child.Id, visit.No, visit.Visitor).ShouldBe((child, no, visitor.Staff));
        }
    }

    [Fact]
    public async Task A_code_leads_nobody_else_to_it_not_even_a_colleague_of_the_same_child()
    {
        using var installation = new TestInstallation();
        var (child, no, visitor) = await VisitAsync(installation);
        using (var db = installation.Open())
        {
            var stranger = await db.Staff.Where(s => s.Id != visitor.Staff && !db.Cases.Any(c => c.OwnerId == s.Id)).Select(s => s.Id).FirstAsync();
            await db.Children.Where(c => c.Id == child).ExecuteUpdateAsync(c => c.SetProperty(x => x.HelperId, stranger));
            (await FindAsync(installation, new SignedIn(stranger, new HashSet<string> { Roles.Helper }), VisitCode.Of(child, no))).Refusal.ShouldBe(VisitRefusals.Unknown);
        }

        var nobody = new SignedIn(new StaffId(Ids.Next()), new HashSet<string> { Roles.Helper });
        (await FindAsync(installation, nobody, VisitCode.Of(child, no))).Refusal.ShouldBe(VisitRefusals.Unknown);
    }

    [Fact]
    public async Task A_mistyped_code_is_refused_and_one_of_no_visit_is_unknown()
    {
        using var installation = new TestInstallation();
        var (child, no, visitor) = await VisitAsync(installation);
        var code = VisitCode.Of(child, no);
        (await FindAsync(installation, visitor, code[..^1] + (code[^1] == '2' ? '3' : '2'))).Refusal.ShouldBe(VisitRefusals.Mistyped);
        (await FindAsync(installation, visitor, VisitCode.Of(child, new TaskNo(9999)))).Refusal.ShouldBe(VisitRefusals.Unknown);
    }

    [Fact]
    public async Task What_is_entered_is_not_entered_again_and_a_visit_that_met_nobody_can_be()
    {
        using var installation = new TestInstallation();
        var (child, no, visitor) = await VisitAsync(installation);
        var actions = new CareActions(installation.Runtime, new Desk(installation.Runtime), new SchoolScreening(installation.Runtime));
        (await actions.CompleteAsync(visitor, child, new CompleteTask(no, Today(installation), new Outcome("没有人", Reached: false)), [])).Ok.ShouldBeTrue();
        (await FindAsync(installation, visitor, VisitCode.Of(child, no))).Visit.ShouldNotBeNull();
        (await actions.CompleteAsync(visitor, child, new CompleteTask(no, Today(installation), new Outcome("见到祖母")), [])).Ok.ShouldBeTrue();
        (await FindAsync(installation, visitor, VisitCode.Of(child, no))).Refusal.ShouldBe(VisitRefusals.Entered);
    }

    [Fact]
    public async Task The_week_has_the_own_visits_and_of_others_for_those_who_see_every_child()
    {
        using var installation = new TestInstallation();
        var (child, no, visitor) = await VisitAsync(installation);
        using var db = installation.Open();
        var due = await db.Tasks.Where(t => t.ChildId == child && t.No == no).Select(t => t.DueOn).SingleAsync();
        var counselor = await OneOfAsync(installation, Roles.Counselor);
        foreach (var who in new[] { visitor, counselor })
            (await PaperVisits.OfWeekAsync(db, who, visitor.Staff, due, due)).ShouldContain(v => v.Child.Id == child && v.No == no);
        (await PaperVisits.OfWeekAsync(db, visitor, counselor.Staff, due, due)).ShouldBeEmpty();
        (await PaperVisits.OfWeekAsync(db, visitor, visitor.Staff, due.AddDays(1), due)).ShouldNotContain(v => v.Child.Id == child && v.No == no, "next week does not have it");
        (await PaperVisits.OfWeekAsync(db, visitor, visitor.Staff, due.AddDays(3), due.AddDays(5))).ShouldContain(v => v.Child.Id == child && v.No == no, "what is late is of this week");
    }

    private static async Task<(PaperVisit? Visit, Engine.Refusal? Refusal)> FindAsync(TestInstallation installation, SignedIn who, string code)
    {
        using var db = installation.Open();
        return await PaperVisits.FindAsync(db, installation.Runtime, who, code);
    }

    private static DateOnly Today(TestInstallation installation) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(installation.Clock.Now, installation.Runtime.Zone).DateTime);

    private static async Task<SignedIn> OneOfAsync(TestInstallation installation, string role)
    {
        using var db = installation.Open();
        return new SignedIn((await db.Staff.ToListAsync()).First(s => s.Has(role)).Id, new HashSet<string> { role });
    }

    /// <summary>A pending home visit a day after the screening, and whoever has it.</summary>
    private static async Task<(ChildId Child, TaskNo No, SignedIn Visitor)> VisitAsync(TestInstallation installation)
    {
        var (_, day) = await StorageSuite.ScreenedAsync(installation);
        installation.Clock.Now = new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);
        using var db = installation.Open();
        var visit = await db.Tasks.Where(t => t.Kind == TaskKind.HomeVisit && t.Step == "first-visit" && !db.Cases.Any(c => c.ChildId == t.ChildId && c.OwnerId == t.AssigneeId))
            .OrderBy(t => t.ChildId).FirstAsync();
        return (visit.ChildId, visit.No, new SignedIn(visit.AssigneeId, new HashSet<string> { Roles.Helper }));
    }
}
