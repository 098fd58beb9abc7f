using System.Globalization;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Today;

/// <summary>A case in a list: whose, how urgent, why, and what is next.</summary>
public sealed record ListedCase(Child Child, string ClassName, CaseRow Case, IReadOnlyList<Words> Because, Words Next, bool Late, string Owner)
{
    public string Address => $"/cases/{Child.Id.Value}/{Case.No.Value}";
}

/// <summary>A task in a list.</summary>
/// <param name="Because">Why the child is in care; empty where no flag is active.</param>
public sealed record ListedTask(Child Child, string ClassName, TaskRow Task, int Level, string Assignee, bool Late, IReadOnlyList<Words> Because)
{
    public string Address => $"/tasks/{Child.Id.Value}/{Task.No.Value}";

    public Words Title => new(Task.TitleZh, Task.TitleEn);
}

/// <summary>Which cases a list shows; null is any.</summary>
/// <param name="Workflow">The version of the workflow that they run on.</param>
public sealed record CaseFilter(StaffId? Owner = null, string? Stage = null, int? Level = null, string? Workflow = null, bool? Open = true)
{
    /// <summary>Those of the cases, whoever may see them.</summary>
    public IQueryable<CaseRow> Of(IQueryable<CaseRow> cases)
    {
        // Compared with a value, for SQLite finds nothing by an index whose column merely stands there as a condition.
        if (Open is { } open)
            cases = cases.Where(c => c.IsOpen == open);
        if (Owner is { } owner)
            cases = cases.Where(c => c.OwnerId == owner);
        if (Stage is { } stage)
            cases = cases.Where(c => c.Stage == stage);
        if (Level is { } level)
            cases = cases.Where(c => c.Level == level);
        if (Workflow is { } workflow)
            cases = cases.Where(c => c.WorkflowVersion == workflow);
        return cases;
    }

    /// <summary>The page that lists just those cases.</summary>
    /// <param name="mine">Whether those of whoever looks.</param>
    public static string Address(string? stage = null, int? level = null, bool mine = false, string? workflow = null, int? page = null)
    {
        string?[] wishes =
        [
            string.IsNullOrEmpty(stage) ? null : $"stage={Uri.EscapeDataString(stage)}",
            level is null ? null : string.Create(CultureInfo.InvariantCulture, $"level={level}"),
            mine ? "owner=me" : null,
            workflow is null ? null : $"workflow={Uri.EscapeDataString(workflow)}",
            page is null ? null : string.Create(CultureInfo.InvariantCulture, $"page={page}"),
        ];
        return $"/cases/list?{string.Join('&', wishes.OfType<string>())}".TrimEnd('?');
    }
}

/// <summary>
/// Lists of open cases and of tasks, most urgent first. What a list costs is bound by what it shows, however many cases the school has.
/// </summary>
public sealed class CaseLists
{
    private readonly CaseFlowDb db;
    private readonly SignedIn who;
    private readonly CarePolicy policy;
    private readonly DateTimeOffset now;
    private readonly SchoolOnFile school;
    private readonly StaffNames names;

    private CaseLists(CaseFlowDb db, SignedIn who, CarePolicy policy, DateTimeOffset now, SchoolOnFile school)
    {
        (this.db, this.who, this.policy, this.now, this.school) = (db, who, policy, now, school);
        names = StaffNames.Of(school);
    }

    /// <summary>The workflow that new cases run on.</summary>
    public WorkflowDefinition Workflow => policy.Workflow;

    /// <summary>The day at the school.</summary>
    public DateOnly Today => school.Time.DayOf(now);

    public static async Task<CaseLists> OpenAsync(CaseFlowDb db, CareRuntime runtime, SignedIn who) =>
        new(db, who, await runtime.Workflows.CompleteAsync(runtime, runtime.Policy()), runtime.Now, await SchoolOnFile.WithoutLoadsAsync(runtime, db));

    public Task<int> CountAsync(CaseFilter filter) => Of(filter).CountAsync();

    /// <summary>How many open cases there are in each stage that has any.</summary>
    public Task<Dictionary<string, int>> ByStageAsync(CaseFilter filter) =>
        Of(filter).GroupBy(c => c.Stage).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);

    /// <summary>Highest level first, then what is due soonest.</summary>
    public async Task<List<ListedCase>> PageAsync(CaseFilter filter, int skip, int take)
    {
        var rows = await Of(filter).OrderByDescending(c => c.Level).ThenBy(c => c.NextOn).ThenBy(c => c.ChildId).Skip(skip).Take(take).ToListAsync();
        var ids = rows.ConvertAll(c => c.ChildId);
        var about = await AboutAsync(ids);
        var late = (await db.Tasks.Where(t => ids.Contains(t.ChildId) && (t.State == TaskState.Open || t.State == TaskState.Scheduled) && t.DueAt <= now)
            .Select(t => t.ChildId).Distinct().ToListAsync()).ToHashSet();
        return rows.ConvertAll(c => new ListedCase(
            about.Children[c.ChildId], ClassOf(about.Children[c.ChildId]), c, about.Because[c.ChildId].ToList(),
            StepWords.Of(policy.WorkflowOf(c.WorkflowVersion), c.NextStep), late.Contains(c.ChildId), names.Of(c.OwnerId)));
    }

    /// <summary>The tasks of a person that are due by a day, and of none other; most urgent first.</summary>
    public async Task<List<ListedTask>> DueAsync(StaffId assignee, DateOnly by, int take)
    {
        var tasks = db.Tasks.AsNoTracking().Where(t => t.AssigneeId == assignee && t.State == TaskState.Open && t.DueOn <= by);
        var rows = await tasks
            .Select(t => new { Task = t, Level = t.CaseNo == 0 ? 1 : db.Cases.Where(c => c.ChildId == t.ChildId && c.IsOpen).Select(c => (int?)c.Level).FirstOrDefault() ?? 1 })
            .OrderByDescending(t => t.Level).ThenBy(t => t.Task.DueAt).ThenBy(t => t.Task.ChildId).ThenBy(t => t.Task.No).Take(take).ToListAsync();
        return await ListedAsync(rows.ConvertAll(r => (r.Task, r.Level)));
    }

    /// <summary>The watch tasks of level 1, what is due soonest first.</summary>
    public async Task<List<ListedTask>> WatchedAsync(int skip, int take)
    {
        var rows = await Watched.OrderBy(t => t.DueAt).ThenBy(t => t.ChildId).ThenBy(t => t.No).Skip(skip).Take(take).ToListAsync();
        return await ListedAsync(rows.ConvertAll(t => (t, 1)));
    }

    public Task<int> CountWatchedAsync() => Watched.CountAsync();

    private IQueryable<TaskRow> Watched
    {
        get
        {
            var tasks = db.Tasks.AsNoTracking().Where(t => t.CaseNo == 0 && (t.State == TaskState.Open || t.State == TaskState.Scheduled));
            if (CareAccess.SeesEveryChild(who))
                return tasks;
            var visible = db.Children.VisibleTo(db, who);
            return tasks.Where(t => visible.Any(c => c.Id == t.ChildId));
        }
    }

    private IQueryable<CaseRow> Of(CaseFilter filter)
    {
        var cases = filter.Of(db.Cases.AsNoTracking());
        if (CareAccess.SeesEveryChild(who))
            return cases;
        var visible = db.Children.VisibleTo(db, who);
        return cases.Where(c => visible.Any(v => v.Id == c.ChildId));
    }

    private async Task<List<ListedTask>> ListedAsync(List<(TaskRow Task, int Level)> rows)
    {
        var about = await AboutAsync([.. rows.Select(r => r.Task.ChildId).Distinct()]);
        return rows.ConvertAll(r => new ListedTask(
            about.Children[r.Task.ChildId], ClassOf(about.Children[r.Task.ChildId]), r.Task, r.Level, names.Of(r.Task.AssigneeId),
            r.Task.DueAt <= now, about.Because[r.Task.ChildId].ToList()));
    }

    private string ClassOf(Child child) => school.ClassOf(child)?.Name ?? "";

    private async Task<(Dictionary<ChildId, Child> Children, ILookup<ChildId, Words> Because)> AboutAsync(List<ChildId> ids)
    {
        var children = await db.Children.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id);
        var flags = await db.Flags.AsNoTracking().Where(f => ids.Contains(f.ChildId) && f.Status == FlagStatus.Active)
            .OrderByDescending(f => f.Severity).Select(f => new { f.ChildId, f.Finding }).ToListAsync();
        return (children, flags.ToLookup(f => f.ChildId, f => EventJson.ReadFinding(f.Finding).Because));
    }
}
