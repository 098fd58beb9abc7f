using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

/// <summary>While the head teacher is away the delegate decides, on the head teacher's behalf and no longer than that.</summary>
public sealed class DelegationTests
{
    private readonly Story story = new();

    public DelegationTests() => story.Screen(story.Found("absence", 3)).By(Story.Counselor, new TakeCase(new CaseNo(1)));

    [Fact]
    public void A_delegate_decides_and_the_journal_says_on_whose_behalf()
    {
        Away();
        story.By(Story.Teacher, new ApproveEscalation(new EscalationNo(1), null)).Last.Refusal.ShouldBeNull();

        story.Escalation.DecidedBy.ShouldBe(Actor.Of(Story.Teacher));
        story.Escalation.Right.ShouldBe(new DecisionRight(DecisionRight.Delegate, Story.Head));
    }

    [Fact]
    public void Nobody_decides_on_behalf_of_somebody_who_is_there()
    {
        Away();
        Back();
        story.By(Story.Teacher, new ApproveEscalation(new EscalationNo(1), null)).Last.Refusal!.Id.ShouldBe("who.not-allowed");
    }

    [Fact]
    public void A_delegate_does_not_decide_what_the_delegate_asked()
    {
        story.By(Story.Head, new RejectEscalation(new EscalationNo(1), "先家访"));
        Away();
        story.By(Story.Teacher, new RequestEscalation(new CaseNo(1), "需要转介", "转介", "refer"));

        story.By(Story.Teacher, new ApproveEscalation(new EscalationNo(2), null)).Last.Refusal!.Id.ShouldBe("escalation.own-request");
        story.By(Story.Head, new ApproveEscalation(new EscalationNo(2), null)).Last.Refusal.ShouldBeNull("the head teacher can still decide");
    }

    [Fact]
    public void What_the_head_teacher_asked_the_delegate_does_not_decide_either()
    {
        story.By(Story.Head, new RejectEscalation(new EscalationNo(1), "先家访")).By(Story.Head, new RequestEscalation(new CaseNo(1), "需要转介", "转介", "refer"));
        Away();

        story.By(Story.Teacher, new ApproveEscalation(new EscalationNo(2), null)).Last.Refusal!.Id.ShouldBe("who.not-allowed");
        story.By(Story.Admin, new ApproveEscalation(new EscalationNo(2), null)).Escalation.Right.ShouldBe(new DecisionRight(DecisionRight.Administrator));
    }

    private void Away() => story.Staffing = story.Staffing with { Delegate = Story.Teacher };

    private void Back() => story.Staffing = story.Staffing with { Delegate = null };
}
