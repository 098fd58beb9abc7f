using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Today;

/// <summary>A case in a list: whose, how urgent, why, and what is next.</summary>
public sealed record ListedCase(Child Child, string ClassName, CaseRow Case, IReadOnlyList<Words> Because, Words Next, bool Late, bool Taken, string Owner)
{
    public string Address => $"/cases/{Child.Id.Value}/{Case.No.Value}";
}

/// <summary>A task in a list.</summary>
public sealed record ListedTask(Child Child, string ClassName, TaskRow Task, int Level, string Assignee, bool Late)
{
    public string Address => $"/tasks/{Child.Id.Value}/{Task.No.Value}";

    public Words Title => new(Task.TitleZh, Task.TitleEn);
}

/// <summary>The list of a counselor's day, most urgent first.</summary>
public sealed record DayList(
    IReadOnlyList<ListedTask> NeedsYou, IReadOnlyList<ListedCase> NotTaken, IReadOnlyList<ListedCase> Open, IReadOnlyList<ListedTask> Watched)
{
    public static async Task<DayList> LoadAsync(CaseFlowDb db, SignedIn who, CarePolicy policy, DateTimeOffset now, DateOnly today)
    {
        var children = db.Children.VisibleTo(db, who);
        var cases = await children.Join(db.Cases.AsNoTracking().Where(c => c.IsOpen), c => c.Id, c => c.ChildId, (child, row) => new { child, row }).ToListAsync();
        var flags = (await children.Join(db.Flags.AsNoTracking().Where(f => f.Status == FlagStatus.Active), c => c.Id, f => f.ChildId, (_, f) => f).ToListAsync())
            .ToLookup(f => f.ChildId);
        var tasks = await children.Join(
            db.Tasks.AsNoTracking().Where(t => t.State == TaskState.Open || t.State == TaskState.Scheduled), c => c.Id, t => t.ChildId, (child, task) => new { child, task }).ToListAsync();
        var classes = await db.Classes.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name);
        var names = await StaffNames.LoadAsync(db);
        var levels = cases.ToDictionary(c => c.child.Id, c => c.row.Level);
        var late = tasks.Where(t => t.task.DueAt <= now).Select(t => t.child.Id).ToHashSet();
        var untaken = tasks.Where(t => t.task.Kind == TaskKind.Triage).Select(t => t.child.Id).ToHashSet();

        var open = cases.Select(c => new ListedCase(
                c.child, classes.GetValueOrDefault(c.child.ClassId, ""), c.row,
                [.. flags[c.child.Id].OrderByDescending(f => f.Severity).Select(f => EventJson.ReadFinding(f.Finding).Because)],
                StepWords.Of(policy.WorkflowOf(c.row.WorkflowVersion), c.row.NextStep), late.Contains(c.child.Id), !untaken.Contains(c.child.Id), names.Of(c.row.OwnerId)))
            .OrderByDescending(c => c.Case.Level).ThenByDescending(c => c.Late).ThenBy(c => c.Case.NextOn).ThenBy(c => c.Child.StudentNo, StringComparer.Ordinal).ToList();
        var listed = tasks.Select(t => new ListedTask(
                t.child, classes.GetValueOrDefault(t.child.ClassId, ""), t.task, t.task.CaseNo == 0 ? 1 : levels.GetValueOrDefault(t.child.Id, 1),
                names.Of(t.task.AssigneeId), t.task.DueAt <= now))
            .OrderByDescending(t => t.Level).ThenByDescending(t => t.Late).ThenBy(t => t.Task.DueAt).ThenBy(t => t.Child.StudentNo, StringComparer.Ordinal).ToList();
        return new DayList(
            listed.FindAll(t => t.Task.AssigneeId == who.Staff && t.Task.State == TaskState.Open && t.Task.DueOn <= today),
            open.FindAll(c => !c.Taken),
            open,
            listed.FindAll(t => t.Task.CaseNo == 0));
    }
}
