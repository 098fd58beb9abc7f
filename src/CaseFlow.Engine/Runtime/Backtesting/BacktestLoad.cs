using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>The tasks that cases and level-1 watches would make by the limits of a workflow, counted in the week they fall due.</summary>
/// <remarks>
/// A case makes each task that the workflow has for its highest level once, recurring ones again after each limit until it ends;
/// limits count from the opening, as if everything were done on its due date. Stages with a condition count where it holds for a
/// case that neither is ready to close nor leaves. What falls due outside the period is not counted.
/// </remarks>
internal sealed class BacktestLoad(WorkflowDefinition workflow, SchoolTime time, DateOnly from, DateOnly to)
{
    private readonly Dictionary<DateOnly, WeeklyLoad> weeks = [];

    public WeeklyLoad Of(DateOnly monday) => weeks.GetValueOrDefault(monday) ?? new WeeklyLoad(0, 0);

    /// <summary>The Monday of the week of a day.</summary>
    public static DateOnly WeekOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    public void Add(BacktestedCase opened)
    {
        var until = opened.ClosedOn is { } closed && closed < to ? closed : to;
        var position = new CasePosition(
            opened.Level, "", new Dictionary<string, DateTimeOffset>(), new Dictionary<string, StepPosition>(), Closable: false, Leaving: false);
        foreach (var task in workflow.Stages.Where(s => s.Entry.If?.Invoke(position) != false).SelectMany(s => s.Tasks))
        {
            if (!task.Limits.TryGetValue(opened.Level, out var limit))
                continue;
            var due = DueOn(opened.OpenedOn, limit, opened.Level);
            Count(due, task.Who);
            while (task.Recurring && due <= until)
            {
                var next = DueOn(due, limit, opened.Level);
                if (next <= due || next > until)
                    break;
                Count(due = next, task.Who);
            }
        }
    }

    /// <summary>Level-1 flags of one child: a watch that is still to be done takes up what comes up meanwhile.</summary>
    public void Add(IEnumerable<(DateOnly Day, string Kind)> watched)
    {
        var pending = new Dictionary<string, DateOnly>();
        foreach (var (day, kind) in watched)
        {
            foreach (var watch in workflow.Watch.Where(w => w.Kinds.Contains(kind)))
            {
                if (pending.TryGetValue(watch.Id, out var until) && until >= day)
                    continue;
                pending[watch.Id] = DueOn(day, watch.Limit, 1);
                Count(pending[watch.Id], TaskRole.ClassTeacher);
            }
        }
    }

    private DateOnly DueOn(DateOnly day, Limit limit, int level) => time.After(time.StartOf(day), limit, level).On;

    private void Count(DateOnly due, TaskRole who)
    {
        if (due < from || due > to)
            return;
        var week = Of(WeekOf(due));
        weeks[WeekOf(due)] = new WeeklyLoad(week.Tasks + 1, week.OfCounselors + (who == TaskRole.Owner ? 1 : 0));
    }
}
