using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Access;
using CaseFlow.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Access;

/// <summary>Two people see the same mistake.</summary>
public sealed class WithdrawingTogetherTests
{
    [Fact]
    public async Task Whoever_withdraws_a_signal_second_is_told_that_it_is_gone()
    {
        using var installation = new TestInstallation();
        var (_, day) = await StorageSuite.ScreenedAsync(installation);
        installation.Clock.Now = new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero);
        var (child, owner) = await StorageSuite.SomeCaseAsync(installation);
        var who = new SignedIn(owner.Staff!.Value, new HashSet<string> { Roles.Counselor });
        await Actions(installation.Runtime).ObserveAsync(who, child, day, "withdrawn", 2, null);
        using var db = installation.Open();
        var seen = await db.Observations.AsNoTracking().SingleAsync(o => o.RecordedBy == owner.Staff);
        var command = new WithdrawSignal(SignalKind.Observation, seen.Id, seen.Date, "记错了孩子");
        ActionResult? first = null;
        var opened = 0;
        var second = await Actions(installation.Runtime with { Open = () =>
        {
            if (++opened == 2) // it was still there when the second looked
                first = Actions(installation.Runtime).WithdrawAsync(who, child, command).GetAwaiter().GetResult();
            return installation.Open();
        } }).WithdrawAsync(who, child, command);

        first!.Ok.ShouldBeTrue();
        second.Refusal.ShouldBe(Refusals.NoSuchSignal);
        (await db.SignalWithdrawals.CountAsync()).ShouldBe(1);
        (await db.Journal.CountAsync(j => j.ChildId == child && j.Type == "signal-withdrawn")).ShouldBe(1);
        (await installation.VerifyAsync()).Ok.ShouldBeTrue();
    }

    private static CareActions Actions(CareRuntime runtime) => new(runtime, new Desk(runtime), new SchoolScreening(runtime));
}
