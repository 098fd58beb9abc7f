using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class WatchTaskTests
{
    private readonly ChildInCare child = new();

    [Fact]
    public void A_flag_that_is_raised_while_the_talk_waits_is_answered_by_the_talk()
    {
        var quarrel = child.Finding("peer-conflict", "peers", 1);
        child.Screen(quarrel);
        child.Wait(1).Screen(quarrel, child.Finding("health", "health", 1));

        child.Do(ChildInCare.ClassTeacher, new CompleteTask(child.Task("watch-talk").No, child.Today, new Outcome("talked")));

        child.State.ActiveFlags.ShouldBeEmpty();
        child.State.PendingTasks.ShouldBeEmpty();
    }

    [Fact]
    public void A_flag_that_is_raised_after_the_talk_and_before_its_entry_asks_for_a_talk_of_its_own()
    {
        var quarrel = child.Finding("peer-conflict", "peers", 1);
        child.Screen(quarrel);
        var talkedOn = child.Today;
        child.Wait(1).Screen(quarrel, child.Finding("health", "health", 1));

        child.Do(ChildInCare.ClassTeacher, new CompleteTask(child.Task("watch-talk").No, talkedOn, new Outcome("talked")));

        child.State.ActiveFlags.ShouldHaveSingleItem().Finding.Rule.ShouldBe("health");
        child.State.PendingTasks.ShouldHaveSingleItem().Step.ShouldBe("watch-talk");
    }
}
