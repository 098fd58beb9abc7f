using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>A hand-over passes all that a person is responsible for to those who are entitled to it.</summary>
public sealed class PassingOnTests
{
    private static readonly StaffId Colleague = new(Guid.Parse("00000000-0000-0000-0000-000000000009"));
    private static readonly PassOn Everything = new(Guid.Empty, Story.Counselor, new Successors(Colleague, Story.Head, Story.Teacher), "调动");

    [Fact]
    public void Case_and_tasks_of_their_owner_go_to_whoever_may_own_them()
    {
        var story = new Story().Planned().By(Story.Admin, Everything);

        story.Case.Owner.ShouldBe(Colleague);
        story.State.PendingTasks.ShouldNotContain(t => t.Assignee == Story.Counselor);
        story.Task("review").Assignee.ShouldBe(Colleague);
        story.Task("first-visit").Assignee.ShouldBe(Story.Paired, "it never was the counselor's");
        story.Journal.Count(h => h.Event is ResponsibilityPassed).ShouldBe(1);
    }

    [Fact]
    public void A_second_time_there_is_nothing_to_pass_on() =>
        new Story().Planned().By(Story.Admin, Everything).By(Story.Admin, Everything).Last.Happened.ShouldBeEmpty();

    [Fact]
    public void What_is_near_to_the_child_goes_to_whoever_works_with_the_child()
    {
        var story = new Story().Planned().By(Story.Admin, Everything with { From = Story.Paired });

        story.Task("first-visit").Assignee.ShouldBe(Story.Teacher);
        story.Case.Owner.ShouldBe(Story.Counselor);
    }
}
