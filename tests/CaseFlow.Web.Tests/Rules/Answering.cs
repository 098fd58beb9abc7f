using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Rules;

/// <summary>People who answer flags on the day after the screening of 4 March 2026.</summary>
internal static class Answering
{
    private static readonly StaffId Counselor = new(Guid.Parse("0190a000-0000-7000-8000-0000000000c1"));

    public static Task AnswerAsync(TestInstallation installation, string student, FlagResponse response) =>
        DoAsync(installation, student, new AnswerFlag(new FlagNo(1), response, "班主任核实过"));

    public static async Task DoAsync(TestInstallation installation, string student, ChildCommand command)
    {
        installation.Clock.Now = new DateTimeOffset(2026, 3, 5, 2, 0, 0, TimeSpan.Zero);
        using var db = installation.Open();
        var child = await db.Children.Where(c => c.StudentNo == student).Select(c => c.Id).SingleAsync();
        var decision = await new Desk(installation.Runtime).DoAsync(child, command, Actor.Of(Counselor));
        decision.ShouldNotBeNull().Refusal.ShouldBeNull();
    }
}
