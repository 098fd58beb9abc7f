using System.Collections.Immutable;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>A running case finishes on the workflow that it began with, or is moved by an explicit step.</summary>
public sealed class WorkflowVersionTests
{
    private static readonly CaseNo First = new(1);

    [Fact]
    public void A_running_case_keeps_the_limits_that_it_began_with()
    {
        var story = Opened();
        Change(story, "limit: { 2: 7 days, 3: 3 days, 4: 1 day }\n        reaches: assessed", "limit: { 2: 2 days, 3: 2 days, 4: 1 day }\n        reaches: assessed");

        story.By(Story.Counselor, new TakeCase(First));

        story.Task("assessment").Due.On.ShouldBe(story.Today.AddDays(7), "the old file says 7 days");
        story.Case.WorkflowVersion.ShouldBe(Story.Policy.Workflow.Version);
    }

    [Fact]
    public void A_case_that_opens_later_begins_on_the_new_version()
    {
        var story = new Story();
        Change(story, "limit: { 2: 3 days, 3: 1 day, 4: same day }", "limit: { 2: 5 days, 3: 1 day, 4: same day }");
        story.Screen(story.Found("emotion", 2));

        story.Case.WorkflowVersion.ShouldBe(story.InForce.Workflow.Version);
        story.Task("first-contact").Due.On.ShouldBe(new DateOnly(2026, 3, 9), "5 days, and Saturday moves to Monday");
    }

    [Fact]
    public void Moving_a_case_takes_over_new_limits_and_records_who_and_why()
    {
        var story = Opened();
        Change(story, "limit: { 2: 3 days, 3: 1 day, 4: same day }", "limit: { 2: 5 days, 3: 1 day, 4: same day }");

        Move(story);

        story.Last.Refusal.ShouldBeNull();
        story.Task("first-contact").Due.On.ShouldBe(new DateOnly(2026, 3, 9));
        story.Case.WorkflowVersion.ShouldBe(story.InForce.Workflow.Version);
        var moved = story.Journal.Single(h => h.Event is WorkflowChanged);
        moved.By.ShouldBe(Actor.Of(Story.Counselor));
        ((WorkflowChanged)moved.Event).Reason.ShouldBe("流程已修订");
    }

    [Fact]
    public void A_date_that_somebody_chose_stays_when_the_case_moves()
    {
        var story = Opened();
        story.By(Story.Counselor, new MoveTask(story.Task("first-contact").No, story.Today.AddDays(2), "家长来校"));
        Change(story, "limit: { 2: 3 days, 3: 1 day, 4: same day }", "limit: { 2: 5 days, 3: 1 day, 4: same day }");

        Move(story).Task("first-contact").Due.On.ShouldBe(story.Today.AddDays(2));
    }

    [Fact]
    public void What_is_late_stays_late_and_what_would_have_passed_is_due_today()
    {
        var story = Opened().PassDays(5);
        Change(story, "limit: { 2: 7 days, 3: 3 days, 4: 1 day }\n        reaches: visited", "limit: { 2: 1 day, 3: 1 day, 4: 1 day }\n        reaches: visited");
        var contact = story.Task("first-contact").Due;

        Move(story);

        story.Task("first-contact").Due.ShouldBe(contact);
        story.Task("first-contact").BecameLate.ShouldNotBeNull();
        story.Task("first-visit").Due.On.ShouldBe(story.Today);
    }

    [Fact]
    public void A_version_without_a_pending_step_refuses_the_case_and_names_the_step()
    {
        var story = Opened();
        Change(story, "- id: first-contact", "- id: first-talk");

        Move(story).Last.Refusal!.Id.ShouldBe("workflow.lacks-step");

        story.Last.Refusal!.Words.En.ShouldContain("first-contact");
    }

    [Fact]
    public void A_version_that_withdraws_the_step_takes_the_case_and_gives_the_new_step()
    {
        var story = Opened();
        Change(story, "- id: first-contact", "- id: first-talk", "id: child-care\n", "id: child-care\nwithdraws: [first-contact]\n");

        Move(story).Last.Refusal.ShouldBeNull();

        story.Task("first-contact").State.ShouldBe(TaskState.Withdrawn);
        story.Task("first-talk").IsPending.ShouldBeTrue();
    }

    [Fact]
    public void A_step_that_is_new_counts_from_the_move_where_its_limit_had_passed()
    {
        var story = Opened().By(Story.Counselor, new TakeCase(First)).PassDays(20);
        Change(story, "- id: first-contact", "- id: first-talk", "id: child-care\n", "id: child-care\nwithdraws: [first-contact]\n");

        Move(story).Task("first-talk").Due.On.ShouldBe(story.Today.AddDays(3));
    }

    [Fact]
    public void Moving_needs_a_reason_and_the_version_that_was_looked_at()
    {
        var story = Opened();
        story.By(Story.Counselor, new MoveToWorkflow(First, Story.Policy.Workflow.Version, "x")).Last.Refusal!.Id.ShouldBe("workflow.already-on-it");
        Change(story, "limit: { 2: 3 days, 3: 1 day, 4: same day }", "limit: { 2: 5 days, 3: 1 day, 4: same day }");

        story.By(Story.Counselor, new MoveToWorkflow(First, Story.Policy.Workflow.Version, "x")).Last.Refusal!.Id.ShouldBe("workflow.not-in-force");
        story.By(Story.Counselor, new MoveToWorkflow(First, story.InForce.Workflow.Version, " ")).Last.Refusal!.Id.ShouldBe("escalation.needs-reason");
    }

    [Fact]
    public void The_differences_between_two_versions_are_told_in_words()
    {
        var story = new Story();
        Change(story, "limit: { 2: 3 days, 3: 1 day, 4: same day }", "limit: { 2: 5 days, 3: 1 day, 4: same day }", "improved-reviews: 2", "improved-reviews: 3");

        WorkflowDifferences.Between(Story.Policy.Workflow, story.InForce.Workflow).Select(w => w.En)
            .ShouldBe(["First contact with the child (level 2): 3 days → 5 days", "closure: reviews improved in a row 2 → 3"]);
        WorkflowDifferences.Between(Story.Policy.Workflow, Story.Policy.Workflow).ShouldBeEmpty();
    }

    private static Story Opened()
    {
        var story = new Story();
        return story.Screen(story.Found("emotion", 2));
    }

    private static Story Move(Story story) => story.By(Story.Counselor, new MoveToWorkflow(First, story.InForce.Workflow.Version, "流程已修订"));

    /// <summary>Puts another file in force; the one before stays on the shelf.</summary>
    private static void Change(Story story, params string[] rightAndWrong)
    {
        var files = Repository.RuleFiles();
        var text = files[CarePolicyFiles.Workflow].ReplaceLineEndings("\n");
        foreach (var pair in rightAndWrong.Chunk(2))
        {
            text.ShouldContain(pair[0]);
            text = text.Replace(pair[0], pair[1]);
        }

        files[CarePolicyFiles.Workflow] = text;
        files[CarePolicyFiles.Escalation] = files[CarePolicyFiles.Escalation].Replace("steps: [first-contact, ", "steps: [");
        var before = story.InForce.Workflow;
        story.InForce = CarePolicyFiles.Load(files) with { Earlier = ImmutableDictionary<string, WorkflowDefinition>.Empty.Add(before.Version, before) };
    }
}
