using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class EscalationReminderTests
{
    [Fact]
    public void A_reason_that_joins_an_overdue_escalation_leaves_nothing_due_in_the_past()
    {
        var child = new ChildInCare();
        child.Screen(child.Finding("absence-streak", "absence", 3));
        child.Wait(4).Sweep();

        child.State.Escalations.Values.ShouldHaveSingleItem().Reasons.Select(r => r.Rule).ShouldBe(["escalate-level", "escalate-overdue"]);
        child.Due.ShouldAllBe(d => d.At > child.Now);
    }
}
