using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>An approval opens the step that was asked for, and no other.</summary>
public sealed class GuardedStepTests
{
    private static readonly CaseNo First = new(1);

    [Fact]
    public void An_approval_opens_the_step_that_was_asked_for_and_no_other()
    {
        var story = Approved("refer");

        story.By(Story.Counselor, new TakeGuardedStep(First, "share-file", null)).Last.Refusal!.Id.ShouldBe("step.needs-approval");
        story.By(Story.Counselor, new TakeGuardedStep(First, "refer", "县医院")).Last.Refusal.ShouldBeNull();
    }

    [Fact]
    public void An_opinion_opens_no_step()
    {
        var story = new Story().Planned();
        story.By(Story.Counselor, new RequestEscalation(First, "拿不准", "请指导")).By(Story.Head, new ApproveEscalation(new EscalationNo(1), null));

        story.By(Story.Counselor, new TakeGuardedStep(First, "refer", null)).Last.Refusal!.Id.ShouldBe("step.needs-approval");
    }

    [Fact]
    public void A_later_refusal_of_the_same_step_closes_it_again()
    {
        var story = Approved("refer");
        story.PassDays(1).By(Story.Counselor, new RequestEscalation(First, "再次", "转介", "refer")).By(Story.Head, new RejectEscalation(new EscalationNo(2), "先观察"));

        story.By(Story.Counselor, new TakeGuardedStep(First, "refer", null)).Last.Refusal!.Id.ShouldBe("step.needs-approval");
    }

    [Fact]
    public void A_refusal_of_something_else_leaves_an_approval_as_it_is()
    {
        var story = Approved("refer");
        story.PassDays(1).By(Story.Counselor, new RequestEscalation(First, "再次", "提供档案", "share-file")).By(Story.Head, new RejectEscalation(new EscalationNo(2), "不宜"));

        story.By(Story.Counselor, new TakeGuardedStep(First, "refer", null)).Last.Refusal.ShouldBeNull();
    }

    [Fact]
    public void Whoever_approved_a_step_does_not_take_it() =>
        Approved("refer").By(Story.Head, new TakeGuardedStep(First, "refer", null)).Last.Refusal!.Id.ShouldBe("step.own-approval");

    [Fact]
    public void Asking_for_a_step_that_the_workflow_lacks_is_refused() =>
        new Story().Planned().By(Story.Counselor, new RequestEscalation(First, "x", "x", "expel")).Last.Refusal!.Id.ShouldBe("step.unknown");

    [Fact]
    public void A_flag_is_not_answered_as_referred_before_the_referral_was_approved()
    {
        var story = new Story().Planned();
        story.By(Story.Counselor, new AnswerFlag(new FlagNo(1), FlagResponse.Referred, null)).Last.Refusal!.Id.ShouldBe("step.needs-approval");
        story.By(Story.Counselor, new RequestEscalation(First, "需要专科", "转介", "refer")).By(Story.Head, new ApproveEscalation(new EscalationNo(1), null));

        story.By(Story.Counselor, new AnswerFlag(new FlagNo(1), FlagResponse.Referred, null)).Last.Refusal.ShouldBeNull();
    }

    [Fact]
    public void A_long_term_plan_names_the_approval_that_opened_it()
    {
        var story = new Story();
        story.Screen(story.Found("emotion", 3)).By(Story.Counselor, new TakeCase(First)).By(Story.Counselor, new AssessCase(First, "评估"))
            .By(Story.Head, new ApproveEscalation(new EscalationNo(1), null));

        story.By(Story.Counselor, new MakePlan(First, [new Goal("稳定情绪", null, null)], [], LongTerm: true));

        story.Journal.Select(h => h.Event).OfType<PlanMade>().Single().Approval.ShouldBe(new EscalationNo(1), "reaching level 3 asks for a long-term plan");
        story.By(Story.Counselor, new TakeGuardedStep(First, "long-term-plan", null)).Last.Refusal!.Id.ShouldBe("step.own-form");
    }

    private static Story Approved(string step) => new Story().Planned()
        .By(Story.Counselor, new RequestEscalation(First, "需要专科", "转介", step)).By(Story.Head, new ApproveEscalation(new EscalationNo(1), null));
}
