using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Runtime;

/// <summary>Who decides while the head teacher is away, on nodes whose clocks differ.</summary>
public sealed class DelegatingTests
{
    [Theory]
    [InlineData(10, true)]
    [InlineData(30, false)]
    public async Task A_decision_just_after_another_nodes_clock_ended_the_delegation_was_entitled(int minutesAhead, bool entitled)
    {
        using var installation = new TestInstallation();
        await StorageSuite.ScreenedAsync(installation);
        using var db = installation.Open();
        var head = (await db.Staff.ToListAsync()).First(s => s.Has(Roles.HeadTeacher)).Id;
        var delegated = (await db.Staff.ToListAsync()).First(s => s.Has(Roles.ClassTeacher)).Id;
        var waiting = await db.Escalations.FirstAsync(e => e.DecidedAt == null);
        var now = installation.Runtime.Now;
        var ahead = installation.Runtime with { Clock = new StandingClock { Now = now.AddMinutes(minutesAhead) } };
        await new Delegating(installation.Runtime).MakeAsync(head, delegated, now.AddHours(-1), now.AddDays(1), null);

        (await new Desk(ahead).DoAsync(waiting.ChildId, new ApproveEscalation(waiting.No, null), Actor.Of(delegated)))!.Refusal.ShouldBeNull();
        await new Delegating(installation.Runtime).EndAsync(head, await db.Delegations.Select(d => d.Id).SingleAsync());

        (await installation.VerifyAsync()).Invariants.All(i => i.Ok).ShouldBe(entitled);
    }

    [Fact]
    public async Task Nobody_stands_in_beside_somebody_else()
    {
        using var installation = new TestInstallation();
        await StorageSuite.ScreenedAsync(installation);
        using var db = installation.Open();
        var staff = await db.Staff.ToListAsync();
        var head = staff.First(s => s.Has(Roles.HeadTeacher)).Id;
        var others = staff.Where(s => s.Has(Roles.ClassTeacher) && s.Id != head).Take(2).Select(s => s.Id).ToList();
        var now = installation.Runtime.Now;
        var delegating = new Delegating(installation.Runtime);

        (await delegating.MakeAsync(head, others[0], now, now.AddDays(2), null)).ShouldBeNull();
        (await delegating.MakeAsync(head, others[1], now.AddDays(1), now.AddDays(3), null))!.Id.ShouldBe("delegation.overlaps");

        (await db.Delegations.CountAsync()).ShouldBe(1);
    }
}
