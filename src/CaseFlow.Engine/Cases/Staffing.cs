using CaseFlow.Engine.Children;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases;

/// <summary>Who there is for a child at the moment of a decision.</summary>
/// <param name="Counselor">The counselor with the least load; the lowest staff number among equals.</param>
/// <param name="Delegate">Who decides on the head teacher's behalf at this moment; null where nobody does.</param>
public sealed record Staffing(
    StaffId? Counselor, StaffId? HeadTeacher, StaffId? Administrator, StaffId? ClassTeacher, StaffId? Helper, StaffId? Delegate = null)
{
    /// <summary>Nobody.</summary>
    public static readonly Staffing Nobody = new(null, null, null, null, null);

    /// <summary>Who is responsible for a new case, and why; null where the school has nobody at all.</summary>
    /// <remarks>Source: domain, 'Risk level and escalation': a case opens with an owner.</remarks>
    public (StaffId Who, Words Why)? OwnerOfNewCase() => this switch
    {
        { Counselor: { } c } => (c, new Words("现有个案最少的心理教师", "the counselor with the fewest open cases")),
        { HeadTeacher: { } h } => (h, new Words("没有心理教师，由校长负责", "there is no counselor: the head teacher")),
        { Administrator: { } a } => (a, new Words("没有心理教师和校长，由管理员负责", "there is no counselor and no head teacher: the administrator")),
        _ => null,
    };

    /// <summary>Who decides escalations; null where there is neither head teacher nor administrator.</summary>
    public StaffId? Approver => HeadTeacher ?? Administrator;

    /// <summary>Who decides what that person asked: the approver, and the administrator for what the approver asked.</summary>
    /// <remarks>Without it a request of the head teacher would wait for ever: whoever asks does not decide.</remarks>
    public StaffId? DeciderOf(Actor requestedBy) => requestedBy.Staff is { } asker && asker == Approver ? Administrator : Approver;

    /// <summary>By which right a person decides what another asked; null where there is none.</summary>
    /// <remarks>A delegate decides what the head teacher would decide, and nothing that the head teacher asked.</remarks>
    public DecisionRight? RightOf(StaffId approver, Actor requestedBy)
    {
        var decider = DeciderOf(requestedBy);
        if (approver == HeadTeacher)
            return new DecisionRight(DecisionRight.HeadTeacher);
        if (approver == Delegate && HeadTeacher is { } head && decider == head)
            return new DecisionRight(DecisionRight.Delegate, head);
        return approver == Administrator && (approver == Approver || approver == decider) ? new DecisionRight(DecisionRight.Administrator) : null;
    }

    /// <summary>Who gets a task of that role, and why.</summary>
    /// <param name="owner">The owner of the case, or whoever would own one.</param>
    public (StaffId Who, Words Why) For(TaskRole role, StaffId owner)
    {
        var teacher = (ClassTeacher, new Words("孩子的班主任", "the child's class teacher"));
        var helper = (Helper, new Words("孩子的结对帮扶教师", "the child's paired helper"));
        var head = (HeadTeacher, new Words("校长", "the head teacher"));
        var admin = (Administrator, new Words("没有校长，由管理员代办", "there is no head teacher: the administrator"));
        (StaffId? Who, Words Why)[] inTurn = role switch
        {
            TaskRole.Visitor => [helper, teacher],
            TaskRole.ClassTeacher => [teacher, helper],
            TaskRole.HeadTeacher => [head, admin],
            _ => [],
        };
        var found = inTurn.FirstOrDefault(x => x.Who is not null);
        return found.Who is { } who ? (who, found.Why) : (owner, new Words("个案负责人", "the owner of the case"));
    }
}
