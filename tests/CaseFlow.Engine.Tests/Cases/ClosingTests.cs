using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class ClosingTests
{
    [Fact]
    public void Two_improved_reviews_and_thirty_quiet_days_allow_closure_and_a_check_visit_follows()
    {
        var story = new Story().Planned().Screen();
        story.By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Improved, null, null)).PassDays(29);
        story.By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Improved, null, null));
        story.By(Story.Counselor, new CloseCase(new CaseNo(1), null)).Last.Refusal!.Id.ShouldBeOneOf("case.close-needs-reason", "case.decision-pending");

        Decide(story);
        story.PassDays(1).By(Story.Counselor, new CloseCase(new CaseNo(1), null)).Last.IsRefused.ShouldBeFalse();

        story.Case.IsOpen.ShouldBeFalse();
        story.Task("check-visit").IsPending.ShouldBeTrue();
        story.Task("check-visit").Due.On.ShouldBeInRange(story.Today.AddDays(30), story.Today.AddDays(33));
    }

    [Fact]
    public void A_serious_flag_in_between_starts_the_quiet_days_anew()
    {
        var story = new Story().Planned().Screen();
        story.PassDays(20).Screen(story.Found("emotion", 2)).Case.NoSevereFlagSince.ShouldBeNull();

        story.Screen().Case.NoSevereFlagSince.ShouldBe(story.Today);
    }

    [Fact]
    public void Closing_earlier_needs_a_reason()
    {
        var story = new Story().Planned();
        story.By(Story.Counselor, new CloseCase(new CaseNo(1), null)).Last.Refusal!.Id.ShouldBe("case.close-needs-reason");

        story.By(Story.Counselor, new CloseCase(new CaseNo(1), "父亲已返乡")).Case.CloseReason.ShouldBe("父亲已返乡");
        story.State.ActiveFlags.ShouldBeEmpty("closing settles what is open");
        story.State.PendingTasks.Select(t => t.Step).ShouldBe(["check-visit"]);
    }

    [Fact]
    public void What_was_known_at_closure_does_not_open_a_case_again_and_something_new_does()
    {
        var story = new Story().Planned();
        var known = story.Found("emotion", 2);
        story.By(Story.Counselor, new CloseCase(new CaseNo(1), "父亲已返乡")).Screen(known).State.OpenCase.ShouldBeNull();

        story.Recorded = 2;
        story.Screen(story.Found("emotion", 2)).State.OpenCase!.No.ShouldBe(new CaseNo(2));
    }

    [Fact]
    public void A_case_with_a_pending_escalation_is_not_closed_and_says_what_waits()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 3)).By(Story.Counselor, new TakeCase(new CaseNo(1)));

        story.By(Story.Counselor, new CloseCase(new CaseNo(1), "理由")).Last.Refusal!.Id.ShouldBe("case.decision-pending");
    }

    [Fact]
    public void An_emergency_is_not_closed_before_its_steps_are_done()
    {
        var story = new Story();
        story.Screen(story.Found("safety", 4)).By(Story.Counselor, new TakeCase(new CaseNo(1))).By(Story.Head, new ApproveEscalation(new EscalationNo(1), null));

        story.By(Story.Counselor, new CloseCase(new CaseNo(1), "理由")).Last.Refusal!.Id.ShouldBe("case.emergency-open");
    }

    public static TheoryData<ChildCommand> CommandsOnACase() => new()
    {
        new TakeCase(new CaseNo(1)),
        new GiveCase(new CaseNo(1), Story.Head, "理由"),
        new AssessCase(new CaseNo(1), "评估"),
        new MakePlan(new CaseNo(1), [new Goal("目标", null, null)], [], false),
        new ReviewCase(new CaseNo(1), ReviewFinding.Improved, null, null),
        new RequestEscalation(new CaseNo(1), "理由", "建议"),
        new TakeGuardedStep(new CaseNo(1), "refer", null),
        new AddNote(new CaseNo(1), "记录", false),
        new CloseCase(new CaseNo(1), "理由"),
    };

    [Theory]
    [MemberData(nameof(CommandsOnACase))]
    public void A_command_on_a_closed_case_is_refused_and_records_nothing(ChildCommand command)
    {
        var story = new Story().Planned().By(Story.Counselor, new CloseCase(new CaseNo(1), "父亲已返乡"));

        story.By(Story.Counselor, command).Last.Refusal!.Id.ShouldBe("case.closed");
    }

    [Theory]
    [MemberData(nameof(CommandsOnACase))]
    public void A_command_on_a_case_that_is_not_there_is_refused(ChildCommand command) =>
        new Story().By(Story.Counselor, command).Last.Refusal!.Id.ShouldBe("case.unknown");

    [Fact]
    public void A_review_lowers_the_level_but_not_below_the_flags_of_the_day()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 3)).By(Story.Counselor, new TakeCase(new CaseNo(1)));
        story.By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Improved, null, 2)).Last.Refusal!.Id.ShouldBe("review.level-too-low");

        story.Screen().By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Improved, null, 2)).Case.Level.ShouldBe(2);
        story.By(Story.Counselor, new ReviewCase(new CaseNo(1), ReviewFinding.Worse, null, 3)).Last.Refusal!.Id.ShouldBe("review.level-range");
    }

    [Fact]
    public void A_flag_is_answered_by_a_typed_response_and_some_need_a_reason()
    {
        var story = new Story();
        story.Screen(story.Found("absence", 2));
        story.By(Story.Counselor, new AnswerFlag(new FlagNo(1), FlagResponse.FalseAlarm, null)).Last.Refusal!.Id.ShouldBe("flag.needs-reason");

        story.By(Story.Counselor, new AnswerFlag(new FlagNo(1), FlagResponse.FalseAlarm, "登记错了")).State.ActiveFlags.ShouldBeEmpty();
        story.By(Story.Counselor, new AnswerFlag(new FlagNo(1), FlagResponse.Talked, null)).Last.Refusal!.Id.ShouldBe("flag.not-active");
    }

    private static void Decide(Story story)
    {
        if (story.State.OpenEscalationOf(new CaseNo(1)) is { } waiting)
            story.By(Story.Head, new ApproveEscalation(waiting.No, null));
    }
}
