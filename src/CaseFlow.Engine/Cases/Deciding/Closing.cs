using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Closing a case settles what is open, or is refused and says what.</summary>
internal static class Closing
{
    /// <summary>Why what was still to be done was withdrawn.</summary>
    public static readonly Words Because = new("个案已结案", "the case is closed");

    private static readonly Limit SendCheckVisitBefore = new(3, LimitUnit.Days);

    public static Refusal? Close(Draft draft, CloseCase command)
    {
        if (Refusals.Check(draft.State, command.Case, out var care) is { } refusal)
            return refusal;
        if (care.TakenAt is null)
            return Refusals.NotTaken;
        if (Blocking(draft, care) is { } blocked)
            return blocked;
        var closure = draft.WorkflowOf(care.No).Closure;
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason;
        if (reason is null && !Positions.IsClosable(care, closure, draft.Today))
            return Refusals.CloseNeedsReason;
        Finish(draft, care, reason);
        ScheduleCheckVisit(draft, care, closure);
        return null;
    }

    /// <summary>The receiving school has confirmed: the case goes with the child.</summary>
    public static Refusal? HandOver(Draft draft, CaseNo no)
    {
        var care = draft.State.Cases[no];
        if (Blocking(draft, care) is { } blocked)
            return blocked;
        Finish(draft, care, string.IsNullOrEmpty(care.LeavingFor) ? "转学：接收学校已确认" : $"转学：{care.LeavingFor}已确认接收");
        return null;
    }

    private static Refusal? Blocking(Draft draft, CareCase care)
    {
        if (draft.State.OpenEscalationOf(care.No) is not null)
            return Refusals.PendingDecision;
        return draft.State.TasksOf(care.No).Any(t => t.IsPending && draft.WorkflowOf(care.No).TaskOf(t.Step) is { BeforeClosing: true })
            ? Refusals.EmergencyOpen
            : null;
    }

    private static void Finish(Draft draft, CareCase care, string? reason)
    {
        foreach (var task in draft.State.TasksOf(care.No).Where(t => t.IsPending).ToList())
            draft.Follow(new TaskWithdrawn(task.No, Because));
        foreach (var flag in draft.State.ActiveFlags.ToList())
            draft.Record(new FlagAnswered(flag.No, FlagResponse.Explained, reason ?? "达到结案条件", draft.Today, draft.Circumstances.SeenUpTo));
        draft.Record(new CaseClosed(care.No, draft.Today, reason));
    }

    private static void ScheduleCheckVisit(Draft draft, CareCase care, ClosureDefinition closure)
    {
        var due = draft.Circumstances.Time.After(draft.Now, closure.CheckVisit, 2);
        var (who, why) = draft.Circumstances.Staffing.For(TaskRole.Visitor, care.Owner);
        draft.Follow(new TaskIssued(new CareTask(
            draft.State.NextTask, care.No, WorkflowDefinition.CheckVisit, 1 + draft.State.TasksOf(care.No).Count(t => t.Step == WorkflowDefinition.CheckVisit), TaskKind.HomeVisit, who, closure.CheckVisitTitle,
            closure.CheckVisitWhy, why, due, Following.SendAt(draft, due, SendCheckVisitBefore), draft.Now)));
    }
}
