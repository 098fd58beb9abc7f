using CaseFlow.Engine.Cases;

namespace CaseFlow.Engine.Tests.Cases;

public sealed class HeadTeacherAsksTests
{
    private readonly ChildInCare child = new();

    public HeadTeacherAsksTests()
    {
        child.Screen(child.Finding("grade-drop", "grade", 2));
        child.Do(ChildInCare.HeadTeacher, new RequestEscalation(child.Case, "beyond what we can do", "refer"));
    }

    [Fact]
    public void What_the_head_teacher_asks_the_administrator_decides()
    {
        child.Do(ChildInCare.HeadTeacher, new ApproveEscalation(new EscalationNo(1), null)).Refusal.ShouldBe(Refusals.OwnRequest);
        child.Do(ChildInCare.Administrator, new ApproveEscalation(new EscalationNo(1), null)).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void What_others_ask_the_administrator_does_not_decide()
    {
        child.Do(ChildInCare.Administrator, new ApproveEscalation(new EscalationNo(1), null));
        child.Do(ChildInCare.Counselor, new RequestEscalation(child.Case, "more", "refer"));

        child.Do(ChildInCare.Administrator, new ApproveEscalation(new EscalationNo(2), null)).Refusal.ShouldBe(Refusals.NotAllowed);
    }
}
