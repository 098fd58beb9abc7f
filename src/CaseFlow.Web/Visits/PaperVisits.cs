using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Visits;

/// <summary>A visit as its paper has it.</summary>
public sealed record PaperVisit(Child Child, TaskNo No, StaffId Visitor, DateOnly DueOn, bool IsFirst)
{
    public string Code => VisitCode.Of(Child.Id, No);

    public string TaskAddress => $"/tasks/{Child.Id.Value}/{No.Value}";
}

/// <summary>The visits that are done with paper.</summary>
public static class PaperVisits
{
    /// <summary>The visit to which a code belongs and which this person may enter; or why there is none.</summary>
    /// <param name="typed">As somebody typed it.</param>
    public static async Task<(PaperVisit? Visit, Refusal? Refusal)> FindAsync(
        CaseFlowDb db, CareRuntime runtime, SignedIn who, string typed, CancellationToken cancel = default)
    {
        if (VisitCode.Read(typed) is not { } code)
            return (null, VisitRefusals.Mistyped);
        // Codes are not stored: those of all visits of the children that somebody sees are made anew, which is a matter of milliseconds.
        var visits = await db.Children.VisibleTo(db, who).Join(
            db.Tasks.Where(t => t.Kind == TaskKind.HomeVisit), c => c.Id, t => t.ChildId, (_, t) => new { t.ChildId, t.No }).ToListAsync(cancel);
        var found = visits.FindAll(v => VisitCode.Of(v.ChildId, v.No) == code);
        if (found.Count > 1)
            return (null, VisitRefusals.Ambiguous);
        return found is [var only] && await runtime.Children.LoadAsync(db, only.ChildId, cancel) is { } loaded && CareAccess.MayEnter(who, only.No, loaded.State)
            ? Of(loaded.Child, loaded.State.Tasks[only.No]) is { } visit ? (visit, null) : (null, VisitRefusals.Entered)
            : (null, VisitRefusals.Unknown);
    }

    /// <summary>The paper of a task; null where it is no visit, or none that is still to be done.</summary>
    public static PaperVisit? Of(Child child, CareTask task) =>
        task is { Kind: TaskKind.HomeVisit, IsPending: true } ? new PaperVisit(child, task.No, task.Assignee, task.Due.On, task.Occurrence == 1) : null;

    /// <summary>Whom a person visits in the seven days from <paramref name="from"/>, nearest first; in the present week also what is late.</summary>
    public static async Task<IReadOnlyList<PaperVisit>> OfWeekAsync(
        CaseFlowDb db, SignedIn who, StaffId visitor, DateOnly from, DateOnly today, CancellationToken cancel = default)
    {
        if (!CareAccess.MayPrintFor(who, visitor))
            return [];
        var (begin, end) = (from <= today ? DateOnly.MinValue : from, from.AddDays(6));
        var tasks = await db.Children.AsNoTracking().VisibleTo(db, who).Join(
            db.Tasks.AsNoTracking().Where(t =>
                t.Kind == TaskKind.HomeVisit && t.AssigneeId == visitor && (t.State == TaskState.Open || t.State == TaskState.Scheduled) && t.DueOn >= begin && t.DueOn <= end),
            c => c.Id, t => t.ChildId, (child, task) => new { child, task }).ToListAsync(cancel);
        return [.. tasks.OrderBy(t => t.task.DueOn).ThenBy(t => t.child.StudentNo, StringComparer.Ordinal).ThenBy(t => t.task.No.Value)
            .Select(t => new PaperVisit(t.child, t.task.No, t.task.AssigneeId, t.task.DueOn, t.task.Occurrence == 1))];
    }
}
