using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>A case closed by mistake goes on under its number, with everything that the closing took away.</summary>
public sealed class ReopeningTests
{
    private static readonly CaseNo First = new(1);

    private readonly Story story = new Story().Planned().By(Story.Counselor, new CloseCase(First, "填错"));

    [Fact]
    public void The_same_case_goes_on_with_its_flags_and_steps()
    {
        story.PassDays(2).By(Story.Head, new ReopenCase(First, "误操作")).Last.Refusal.ShouldBeNull();

        story.Case.IsOpen.ShouldBeTrue();
        story.State.Cases.Count.ShouldBe(1);
        story.State.ActiveFlags.Count().ShouldBe(1, "the closing answered it, nobody else did");
        foreach (var step in new[] { "first-contact", "first-visit", "review", "intervention:tutoring" })
            story.Task(step).IsPending.ShouldBeTrue(step);
        story.Task("first-contact").Occurrence.ShouldBe(2);
        story.Task("check-visit").State.ShouldBe(TaskState.Withdrawn);
        story.Case.NoSevereFlagSince.ShouldBeNull();
    }

    [Fact]
    public void Dates_that_had_passed_count_from_the_reopening()
    {
        story.PassDays(10).By(Story.Head, new ReopenCase(First, "误操作"));

        story.Task("first-contact").Due.On.ShouldBe(story.Today.AddDays(4), "3 days, and Sunday moves to Monday");
    }

    [Fact]
    public void An_intervention_whose_end_has_passed_asks_at_once()
    {
        story.PassDays(30).By(Story.Head, new ReopenCase(First, "误操作"));

        story.Task("intervention:tutoring").IsPending.ShouldBeTrue();
        story.Last.Refusal.ShouldBeNull();
    }

    [Fact]
    public void Closing_it_once_more_gives_another_check_visit()
    {
        story.PassDays(2).By(Story.Head, new ReopenCase(First, "误操作")).By(Story.Counselor, new CloseCase(First, "父母返乡"));

        story.Task("check-visit").Occurrence.ShouldBe(2);
        story.Task("check-visit").IsPending.ShouldBeTrue();
    }

    [Fact]
    public void Reopening_needs_a_reason_a_closed_case_and_less_than_a_month()
    {
        story.By(Story.Head, new ReopenCase(First, "")).Last.Refusal!.Id.ShouldBe("escalation.needs-reason");
        story.PassDays(31).By(Story.Head, new ReopenCase(First, "误操作")).Last.Refusal!.Id.ShouldBe("case.reopen-too-late");
        new Story().Planned().By(Story.Head, new ReopenCase(First, "x")).Last.Refusal!.Id.ShouldBe("case.not-closed");
    }

    [Fact]
    public void A_case_is_not_reopened_beside_another()
    {
        story.Recorded = 2;
        story.PassDays(1).Screen(story.Found("absence", 2));

        story.By(Story.Head, new ReopenCase(First, "误操作")).Last.Refusal!.Id.ShouldBe("case.another-open");
    }
}
