using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class ConditionalStageTests
{
    private static readonly string[] EmergencySteps = ["emergency-protect", "emergency-parents", "emergency-authorities"];

    private readonly ChildInCare child = new();

    [Fact]
    public void The_limit_of_a_transfer_counts_from_the_day_the_child_left()
    {
        child.Screen(child.Finding("grade-drop", "grade", 2));
        child.Wait(60).Do(Actor.System, new ApplyScreening(child.Today, [], child.Today, "another school"));

        child.Task("transfer-confirmed").Due.On.ShouldBe(child.Today.AddDays(14));
    }

    [Fact]
    public void A_case_that_reaches_level_4_again_gets_the_steps_of_the_emergency_again()
    {
        var drop = child.Finding("grade-drop", "grade", 2);
        child.Screen(drop, child.Finding("safety", "safety", 4));
        child.Do(ChildInCare.Counselor, new TakeCase(child.Case));
        foreach (var step in EmergencySteps)
            child.Do(ChildInCare.Counselor, new CompleteTask(child.Task(step).No, child.Today, new Outcome("done")));
        child.Wait(5).Screen(drop);
        child.Do(ChildInCare.Counselor, new ReviewCase(child.Case, ReviewFinding.Improved, null, 2));
        child.Wait(5).Screen(drop, child.Finding("safety", "safety", 4));

        child.State.PendingTasks.Select(t => t.Step).Intersect(EmergencySteps).ShouldBe(EmergencySteps, ignoreOrder: true);
        child.Task("emergency-protect").Due.At.ShouldBe(child.Now.AddHours(2));
    }

    [Fact]
    public void Staying_at_level_4_repeats_no_step()
    {
        var unsafeHome = child.Finding("safety", "safety", 4);
        child.Screen(unsafeHome);
        foreach (var step in EmergencySteps)
            child.Do(ChildInCare.Counselor, new CompleteTask(child.Task(step).No, child.Today, new Outcome("done")));
        child.Wait(1).Screen(unsafeHome, child.Finding("grade-drop", "grade", 2));

        child.State.PendingTasks.Select(t => t.Step).Intersect(EmergencySteps).ShouldBeEmpty();
    }
}
