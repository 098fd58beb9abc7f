using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>The table of time limits in the specification, 'The life of a case'. The story begins on Monday, 2 March 2026, 10:00.</summary>
public sealed class TimeLimitTests
{
    [Theory]
    [InlineData(2, "triage", "2026-03-04")]
    [InlineData(3, "triage", "2026-03-03")]
    [InlineData(2, "first-contact", "2026-03-05")]
    [InlineData(3, "first-contact", "2026-03-03")]
    [InlineData(4, "first-contact", "2026-03-02")]
    [InlineData(2, "first-visit", "2026-03-09")]
    [InlineData(3, "first-visit", "2026-03-05")]
    [InlineData(4, "first-visit", "2026-03-03")]
    [InlineData(2, "assessment", "2026-03-09")]
    [InlineData(3, "assessment", "2026-03-05")]
    [InlineData(4, "assessment", "2026-03-03")]
    [InlineData(2, "review", "2026-04-01")]
    [InlineData(3, "review", "2026-03-16")]
    [InlineData(4, "review", "2026-03-09")]
    public void Steps_fall_due_as_the_level_says(int level, string step, string on)
    {
        var story = new Story();
        story.Screen(story.Found("absence", level)).By(Story.Counselor, new TakeCase(new CaseNo(1)));

        story.Task(step).Due.On.ShouldBe(DateOnly.Parse(on));
    }

    [Theory]
    [InlineData(2, "2026-03-16")]
    [InlineData(3, "2026-03-09")]
    [InlineData(4, "2026-03-04")]
    public void The_plan_falls_due_from_the_opening(int level, string on)
    {
        var story = new Story();
        story.Screen(story.Found("absence", level)).By(Story.Counselor, new TakeCase(new CaseNo(1))).By(Story.Counselor, new AssessCase(new CaseNo(1), "评估"));

        story.Task("plan").Due.On.ShouldBe(DateOnly.Parse(on));
    }

    [Fact]
    public void An_emergency_is_taken_within_two_hours()
    {
        var story = new Story();
        story.Screen(story.Found("safety", 4));

        story.Task("triage").Due.At.ShouldBe(story.Now.AddHours(2));
    }

    [Theory]
    [InlineData(2, 14)]
    [InlineData(3, 7)]
    [InlineData(4, 3)]
    public void Follow_up_visits_fall_due_by_themselves_from_the_last_visit(int level, int days)
    {
        var story = new Story();
        story.Screen(story.Found("absence", level)).Finish("first-visit", Story.Paired);

        var next = story.Task("follow-up-visit");
        next.Due.On.ShouldBe(story.Today.AddDays(days));
        next.Assignee.ShouldBe(Story.Paired);
        next.State.ShouldBe(days > 3 ? TaskState.Scheduled : TaskState.Open, "the system sends it three days before");
        story.PassDays(days - 2).Task("follow-up-visit").State.ShouldBe(TaskState.Open);
        story.Finish("follow-up-visit", Story.Paired).Task("follow-up-visit").Occurrence.ShouldBe(2);
    }

    [Fact]
    public void When_the_level_rises_the_earlier_date_holds()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2));
        story.PassDays(1).Screen(story.Found("absence", 3));

        story.Task("first-contact").Due.On.ShouldBe(new DateOnly(2026, 3, 4), "one day after the rise is earlier than three after the opening");
        story.Task("first-visit").Due.On.ShouldBe(new DateOnly(2026, 3, 6));
    }

    [Fact]
    public void When_the_level_rises_late_the_old_date_may_be_the_earlier()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2));
        story.PassDays(3).Screen(story.Found("absence", 3));

        story.Task("first-contact").Due.On.ShouldBe(new DateOnly(2026, 3, 5));
    }

    [Fact]
    public void A_late_task_stays_completable_with_both_dates_and_keeps_its_mark()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2)).PassDays(12).Finish("first-visit", Story.Paired, new DateOnly(2026, 3, 8));

        var visit = story.Task("first-visit");
        visit.State.ShouldBe(TaskState.Done);
        visit.DoneOn.ShouldBe(new DateOnly(2026, 3, 8));
        visit.EnteredAt.ShouldBe(story.Now);
        visit.BecameLate.ShouldNotBeNull();
    }

    [Fact]
    public void A_visit_that_met_nobody_stays_to_be_done()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2)).By(Story.Paired, new CompleteTask(story.Task("first-visit").No, story.Today, new Outcome("没人在家", Reached: false)));

        story.Task("first-visit").IsPending.ShouldBeTrue();
    }

    [Fact]
    public void The_owner_of_a_task_moves_it_once_with_a_reason_and_beyond_that_the_counselor_does()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2));
        var visit = story.Task("first-visit").No;

        story.By(Story.Paired, new MoveTask(visit, story.Today.AddDays(8), "")).Last.Refusal!.Id.ShouldBe("task.move-needs-reason");
        story.By(Story.Paired, new MoveTask(visit, story.Today.AddDays(8), "奶奶住院")).Last.IsRefused.ShouldBeFalse();
        story.By(Story.Paired, new MoveTask(visit, story.Today.AddDays(9), "还在住院")).Last.Refusal!.Id.ShouldBe("task.moved-already");
        story.By(Story.Counselor, new MoveTask(visit, story.Today.AddDays(9), "还在住院")).Last.IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void What_is_done_cannot_be_dated_in_the_future()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2)).Finish("first-visit", Story.Paired, story.Today.AddDays(1)).Last.Refusal!.Id.ShouldBe("task.future");
    }
}
