using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class EscalationTests
{
    [Fact]
    public void A_case_that_reaches_level_3_asks_the_head_teacher()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2)).State.Escalations.ShouldBeEmpty();

        story.Screen(story.Found("absence", 3));

        story.Escalation.Reasons.Select(r => r.Rule).ShouldBe(["escalate-level"]);
        story.Escalation.Due.On.ShouldBe(story.Today.AddDays(1), "level 3 decides within 1 day");
    }

    [Fact]
    public void A_level_4_signal_opens_the_emergency_path_at_once_and_alone()
    {
        var story = new Story();
        story.Screen(story.Found("safety", 4));

        story.Escalation.Emergency.ShouldBeTrue();
        story.Escalation.Reasons.Select(r => r.Rule).ShouldBe(["emergency"]);
        story.Escalation.Due.At.ShouldBe(story.Now.AddHours(24));
        story.State.PendingTasks.Select(t => t.Step).ShouldContain("emergency-protect");
        story.Task("emergency-protect").Due.At.ShouldBe(story.Now.AddHours(2));
    }

    [Fact]
    public void Rising_to_level_4_brings_the_emergency_path_with_clocks_from_the_rise()
    {
        var story = new Story().Planned();
        story.PassDays(3).Screen(story.Found("safety", 4));

        story.Escalation.Reasons.Select(r => r.Rule).ShouldContain("emergency");
        story.Escalation.Reasons.Select(r => r.Rule).ShouldNotContain("escalate-worsening");
        story.Task("emergency-protect").Due.At.ShouldBe(story.Now.AddHours(2));
    }

    [Fact]
    public void A_rise_while_a_plan_is_under_way_is_a_reason()
    {
        var story = new Story().Planned();
        story.Screen(story.Found("emotion", 3));

        story.Escalation.Reasons.Select(r => r.Rule).ShouldBe(["escalate-level", "escalate-worsening"], ignoreOrder: true);
        story.State.Escalations.Count.ShouldBe(1, "one is pending at most; further reasons join it");
    }

    [Fact]
    public void A_first_contact_late_by_more_than_two_days_asks_the_head_teacher_once()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2)).By(Story.Counselor, new TakeCase(new CaseNo(1)));
        story.Pass(new DateTimeOffset(2026, 3, 7, 15, 59, 59, TimeSpan.Zero) - story.Now).State.Escalations.ShouldBeEmpty();

        story.Pass(TimeSpan.FromSeconds(1));

        story.Escalation.Reasons.Select(r => r.Rule).ShouldBe(["escalate-overdue"]);
        story.Task("first-contact").EscalatedLate.ShouldBeTrue();
        story.PassDays(1).Escalation.Reasons.Count.ShouldBe(1);
    }

    [Fact]
    public void Two_reviews_without_improvement_in_a_row_ask_the_head_teacher()
    {
        var story = new Story().Planned();
        story.By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Unchanged, null, null)).State.Escalations.ShouldBeEmpty();
        story.By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Worse, null, null)).State.Escalations.ShouldBeEmpty("two on one day are one");

        story.PassDays(1).By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Worse, null, null));

        story.Escalation.Reasons.Select(r => r.Rule).ShouldBe(["escalate-no-progress"]);
    }

    [Fact]
    public void The_third_case_of_a_child_in_one_school_year_asks_the_head_teacher()
    {
        var story = new Story();
        for (var no = 1; no <= 2; no++)
        {
            story.Recorded = no;
            story.Screen(story.Found("absence", 2)).By(Story.Counselor, new TakeCase(new CaseNo(no))).By(Story.Counselor, new CloseCase(new CaseNo(no), "搬家又回来"));
        }

        story.State.Escalations.ShouldBeEmpty();
        story.Recorded = 3;
        story.Screen(story.Found("absence", 2));

        story.State.Cases.Count.ShouldBe(3);
        story.Escalation.Reasons.Select(r => r.Rule).ShouldBe(["escalate-relapse"]);
    }

    [Fact]
    public void The_head_teacher_approves_with_conditions()
    {
        var story = Pending();
        story.By(Story.Head, new ApproveEscalation(new EscalationNo(1), "每周汇报"));

        story.Escalation.Status.ShouldBe(EscalationStatus.Approved);
        story.Escalation.Words.ShouldBe("每周汇报");
        story.Escalation.DecidedBy.ShouldBe(Actor.Of(Story.Head));
    }

    [Fact]
    public void Rejecting_needs_a_reason()
    {
        var story = Pending();
        story.By(Story.Head, new RejectEscalation(new EscalationNo(1), " ")).Last.Refusal!.Id.ShouldBe("escalation.needs-reason");
        story.By(Story.Head, new RejectEscalation(new EscalationNo(1), "先家访")).Escalation.Status.ShouldBe(EscalationStatus.Rejected);
    }

    [Fact]
    public void A_second_decision_on_a_decided_escalation_is_refused_and_records_nothing()
    {
        var story = Pending();
        story.By(Story.Head, new ApproveEscalation(new EscalationNo(1), null));
        var version = story.State.Version;

        story.By(Story.Head, new RejectEscalation(new EscalationNo(1), "改主意")).Last.Refusal!.Id.ShouldBe("escalation.decided");
        story.State.Version.ShouldBe(version);
    }

    [Fact]
    public void Approving_your_own_request_is_refused_and_records_nothing()
    {
        var story = new Story().Planned();
        story.By(Story.Head, new RequestEscalation(new CaseNo(1), "需要转介", "转介"));

        story.By(Story.Head, new ApproveEscalation(new EscalationNo(1), null)).Last.Refusal!.Id.ShouldBe("escalation.own-request");
        story.Escalation.Status.ShouldBe(EscalationStatus.Pending);
    }

    [Fact]
    public void Only_whoever_is_entitled_decides()
    {
        var story = Pending();
        story.By(Story.Counselor, new ApproveEscalation(new EscalationNo(1), null)).Last.Refusal!.Id.ShouldBe("who.not-allowed");
    }

    [Fact]
    public void A_question_goes_back_and_its_answer_makes_it_wait_again()
    {
        var story = Pending();
        story.By(Story.Head, new ReturnEscalation(new EscalationNo(1), "家里知道吗？")).Escalation.Status.ShouldBe(EscalationStatus.Returned);
        story.By(Story.Head, new ApproveEscalation(new EscalationNo(1), null)).Last.IsRefused.ShouldBeTrue();

        story.By(Story.Counselor, new AnswerEscalation(new EscalationNo(1), "知道")).Escalation.Status.ShouldBe(EscalationStatus.Pending);
        story.Escalation.Conversation!.Select(t => t.Text).ShouldBe(["家里知道吗？", "知道"]);
    }

    [Fact]
    public void What_waits_longer_than_its_limit_reminds_each_day()
    {
        var story = Pending();
        story.PassDays(5).Escalation.Reminders.ShouldBe(4);
    }

    [Fact]
    public void Guarded_steps_wait_for_an_approval_and_a_report_of_harm_never_does()
    {
        var story = new Story().Planned();
        story.By(Story.Counselor, new TakeGuardedStep(new CaseNo(1), "refer", null)).Last.Refusal!.Id.ShouldBe("step.needs-approval");
        story.By(Story.Teacher, new ReportHarm("派出所", "手臂有伤")).Last.IsRefused.ShouldBeFalse();

        story.By(Story.Counselor, new RequestEscalation(new CaseNo(1), "需要专科", "转介", "refer")).By(Story.Head, new ApproveEscalation(new EscalationNo(1), null));

        story.By(Story.Counselor, new TakeGuardedStep(new CaseNo(1), "refer", "县医院")).Last.IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void A_long_term_plan_at_level_3_waits_for_an_approval()
    {
        var story = new Story();
        story.Screen(story.Found("emotion", 3)).By(Story.Counselor, new TakeCase(new CaseNo(1))).By(Story.Counselor, new AssessCase(new CaseNo(1), "评估"));
        var plan = new MakePlan(new CaseNo(1), [new Goal("稳定情绪", null, null)], [], LongTerm: true);

        story.By(Story.Counselor, plan).Last.Refusal!.Id.ShouldBe("step.needs-approval");
        story.By(Story.Head, new ApproveEscalation(new EscalationNo(1), null)).By(Story.Counselor, plan).Last.IsRefused.ShouldBeFalse();
    }

    private static Story Pending()
    {
        var story = new Story();
        return story.Screen(story.Found("absence", 3)).By(Story.Counselor, new TakeCase(new CaseNo(1)));
    }

    [Fact]
    public void A_rejection_takes_an_approval_back_also_where_the_clock_of_its_node_lags_behind()
    {
        var story = new Story().Planned();
        story.By(Story.Counselor, new RequestEscalation(new CaseNo(1), "需要专科", "转介", "refer")).By(Story.Head, new ApproveEscalation(story.Escalation.No, null));
        story.By(Story.Counselor, new RequestEscalation(new CaseNo(1), "情况有变", "转介", "refer"));
        story.Now -= TimeSpan.FromMinutes(5);

        story.By(Story.Head, new RejectEscalation(story.Escalation.No, "暂不转介"));

        story.By(Story.Counselor, new TakeGuardedStep(new CaseNo(1), "refer", null)).Last.Refusal!.Id.ShouldBe("step.needs-approval");
    }
}
