using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Access;

/// <summary>Who may see and do what. The one place that decides; pages and API ask here, and what is not allowed is refused.</summary>
/// <remarks>Source: domain, 'Who works with them' and 'Privacy'.</remarks>
public static class CareAccess
{
    /// <summary>The children whose files a person may open.</summary>
    /// <remarks>
    /// Counselor and head teacher: all. Others: the children of the own class, paired ones, and those of own tasks. The
    /// administrator and the delegate, who stand in for the head teacher, also those whose escalation waits.
    /// </remarks>
    public static IQueryable<Child> VisibleTo(this IQueryable<Child> children, CaseFlowDb db, SignedIn who)
    {
        if (SeesEveryChild(who))
            return children;
        var staff = who.Staff;
        var standsIn = who.Is(Roles.Administrator) || who.Is(ActingHead.Role);
        // One set of ids, each part found by an index: asked of every child in turn, it would cost what the school has children.
        var rooms = db.Classes.Where(r => r.ClassTeacherId == staff).Select(r => r.Id);
        var near = db.Children.Where(c => c.HelperId == staff).Select(c => c.Id)
            .Union(db.Children.Where(c => rooms.Contains(c.ClassId)).Select(c => c.Id))
            .Union(db.Cases.Where(k => k.OwnerId == staff && k.IsOpen).Select(k => k.ChildId))
            .Union(db.Tasks.Where(t => t.AssigneeId == staff && t.State != TaskState.Withdrawn).Select(t => t.ChildId));
        if (standsIn)
            near = near.Union(db.Escalations.Where(e => e.Status == EscalationStatus.Pending || e.Status == EscalationStatus.Returned).Select(e => e.ChildId));
        return children.Where(c => near.Contains(c.Id));
    }

    /// <summary>Those of the tasks about visible children that a person may open.</summary>
    /// <remarks>Counselor and head teacher: all. Others: the own ones, those outside a case, and those of a case that is theirs.</remarks>
    public static IQueryable<TaskRow> OpenTo(this IQueryable<TaskRow> tasks, CaseFlowDb db, SignedIn who)
    {
        if (SeesEveryChild(who))
            return tasks;
        var staff = who.Staff;
        return tasks.Where(t => t.AssigneeId == staff || t.CaseNo == 0 || db.Cases.Any(k => k.ChildId == t.ChildId && k.IsOpen && k.OwnerId == staff));
    }

    public static Task<bool> MaySeeAsync(CaseFlowDb db, SignedIn who, ChildId child, CancellationToken cancel = default) =>
        db.Children.VisibleTo(db, who).AnyAsync(c => c.Id == child, cancel);

    /// <summary>Counselor and head teacher; and other systems, whose scopes say of what: at no other endpoint do they get this far.</summary>
    public static bool SeesEveryChild(SignedIn who) => who.Is(Roles.Counselor) || who.Is(Roles.HeadTeacher) || who.Is(OtherSystem.Role);

    /// <summary>Counselling notes are read by the counselor, and by the head teacher where an escalation carries them.</summary>
    public static bool MayReadConfidential(SignedIn who, ChildState state) =>
        who.Is(Roles.Counselor) || (who.Is(Roles.HeadTeacher) && state.OpenCase is { } open && state.Escalations.Values.Any(e => e.Case == open.No));

    /// <summary>Whether a person may give a command to the stream of a child that the person may see.</summary>
    public static bool May(SignedIn who, ChildCommand command, ChildState state) => command switch
    {
        ApproveEscalation or RejectEscalation or ReturnEscalation => who.Is(Roles.HeadTeacher) || who.Is(Roles.Administrator) || who.Is(ActingHead.Role),
        CompleteTask c => Leads(who, state) || IsAssignee(who, state, c.Task),
        MoveTask c => Leads(who, state) || IsAssignee(who, state, c.Task),
        ContinueIntervention c => Leads(who, state) || IsAssignee(who, state, c.Task) || IsAssignee(who, state, InterventionOf(state, c.Task)),
        FinishIntervention c => Leads(who, state) || IsAssignee(who, state, c.Task) || IsAssignee(who, state, InterventionOf(state, c.Task)),
        ReopenCase => who.Is(Roles.Counselor) || who.Is(Roles.HeadTeacher),
        ReportHarm => true,
        AddNote or RequestEscalation => Leads(who, state) || who.Is(Roles.ClassTeacher) || who.Is(Roles.Helper),
        MoveToWorkflow c => who.Is(Roles.HeadTeacher) || (who.Is(Roles.Counselor) && state.Cases.TryGetValue(c.Case, out var care) && care.Owner == who.Staff),
        ApplyScreening or HandleDue or PassOn or WithdrawSignal => false,
        _ => Leads(who, state),
    };

    /// <summary>Whether a command names somebody who works with no child: not on the staff, or of the education office only.</summary>
    public static async Task<bool> NobodyForAsync(CaseFlowDb db, ChildCommand command, CancellationToken cancel = default)
    {
        IReadOnlyList<StaffId> named = command switch
        {
            GiveCase c => [c.To],
            AssignTask c => [c.To],
            MakePlan c => [.. c.Interventions.Select(i => i.Assignee).Distinct()],
            _ => [],
        };
        foreach (var staff in named)
        {
            var member = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == staff, cancel);
            if (member is null || member.Roles.TrueForAll(r => r == Roles.EducationOffice))
                return true;
        }

        return false;
    }

    /// <summary>Who recorded it on that day; later, and for what was imported, a counselor or the head teacher.</summary>
    public static bool MayWithdraw(SignedIn who, StandingSignal signal, DateOnly recordedOn, DateOnly today) =>
        SeesEveryChild(who) || (signal.RecordedBy == who.Staff && recordedOn == today);

    /// <summary>Whether a person may enter what came of a visit, and so print its paper: who may complete its task.</summary>
    public static bool MayEnter(SignedIn who, TaskNo visit, ChildState state) => May(who, new CompleteTask(visit, default, new Outcome(null)), state);

    /// <summary>Whether a person may print the papers of all that somebody visits: the own ones, and those who see every child.</summary>
    public static bool MayPrintFor(SignedIn who, StaffId visitor) => who.Staff == visitor || SeesEveryChild(who);

    /// <summary>Whether a person may hand over somebody's work: the head teacher, and the administrator.</summary>
    public static bool MayHandOver(SignedIn who) => who.Is(Roles.HeadTeacher) || who.Is(Roles.Administrator);

    private static TaskNo InterventionOf(ChildState state, TaskNo no) => state.Tasks.GetValueOrDefault(no)?.About ?? no;

    private static bool Leads(SignedIn who, ChildState state) =>
        who.Is(Roles.Counselor) || who.Is(Roles.HeadTeacher) || state.OpenCase?.Owner == who.Staff;

    private static bool IsAssignee(SignedIn who, ChildState state, TaskNo no) =>
        state.Tasks.TryGetValue(no, out var task) && task.Assignee == who.Staff;
}
