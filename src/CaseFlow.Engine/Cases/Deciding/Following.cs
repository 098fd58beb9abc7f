using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>What follows by itself: stages, tasks and escalations, until the case waits for people or for time.</summary>
internal static class Following
{
    /// <summary>More rounds than any sound workflow file needs; a file that goes on is a bug that the checks must find.</summary>
    private const int MostRounds = 50;

    public static void Settle(Draft draft)
    {
        if (draft.Happened.Count == 0 || draft.State.OpenCase is not { } open)
            return;
        RunWorkflow(draft, open.No);
        Escalating.AskWhereRulesSaySo(draft, open.No);
    }

    private static void RunWorkflow(Draft draft, CaseNo no)
    {
        var policy = draft.Policy;
        var workflow = draft.WorkflowOf(no);
        for (var round = 0; round < MostRounds; round++)
        {
            var steps = policy.Engine.Next(workflow, Positions.Of(draft.State, no, workflow, draft.Today));
            if (steps.Count == 0)
                return;
            foreach (var step in steps)
            {
                if (step is WorkflowStep.EnterStage entered)
                    draft.Follow(new StageEntered(no, entered.Stage.Id));
                else if (step is WorkflowStep.IssueTask issue)
                    Issue(draft, no, issue);
            }
        }

        throw new InvalidOperationException($"the workflow '{workflow.Id}' does not come to rest");
    }

    private static void Issue(Draft draft, CaseNo no, WorkflowStep.IssueTask issue)
    {
        var care = draft.State.Cases[no];
        var definition = issue.Task;
        var due = DueOf(draft, care, definition, draft.Now);
        var (who, whyYou) = draft.Circumstances.Staffing.For(definition.Who, care.Owner);
        var task = new CareTask(
            draft.State.NextTask, no, definition.Id, issue.Occurrence, definition.Kind, who, definition.Title, definition.Why, whyYou,
            due, SendAt(draft, due, definition.SendBefore), draft.Now, definition.Reaches);
        draft.Follow(new TaskIssued(task with { State = task.SendAt <= draft.Now ? TaskState.Open : TaskState.Scheduled }));
    }

    /// <summary>The limit of the level at the anchor, or of a later rise where that ends earlier.</summary>
    /// <param name="issuedAt">When the task was issued: now, or earlier where the date of a task is looked at anew.</param>
    public static Due DueOf(Draft draft, CareCase care, TaskDefinition definition, DateTimeOffset issuedAt)
    {
        var time = draft.Circumstances.Time;
        var lastDone = draft.State.TasksOf(care.No)
            .Where(t => t.Step == definition.Id && t.State == TaskState.Done).Select(t => t.DoneOn).Max();
        if (definition.Recurring && lastDone is { } done)
        {
            var next = time.After(time.StartOf(done), definition.Limits[care.Level], care.Level);
            return next.IsLate(draft.Now) ? time.CloseOf(draft.Today) : next;
        }

        // A condition came true just now, however long ago the milestone was: a child leaves, a case becomes an emergency.
        if (draft.WorkflowOf(care.No).Stages.First(s => s.Tasks.Contains(definition)).Entry.If is not null)
            return time.After(issuedAt, definition.Limits[care.Level], care.Level);

        var anchor = care.Reached[definition.From];
        var atAnchor = care.Levels.LastOrDefault(l => l.At <= anchor) ?? care.Levels[0];
        var dates = care.Levels.Where(l => l.At > anchor && l.Level > atAnchor.Level)
            .Prepend(atAnchor with { At = anchor })
            .Where(l => definition.Limits.ContainsKey(l.Level))
            .Select(l => time.After(l.At, definition.Limits[l.Level], l.Level))
            .ToList();
        var due = dates.Count > 0 ? dates.Aggregate(Due.Earlier) : time.After(issuedAt, definition.Limits[care.Level], care.Level);
        return care.RestartedAt is { } restarted && due.IsLate(restarted)
            ? time.After(restarted, definition.Limits[care.Level], care.Level)
            : due;
    }

    /// <summary>Where the level rises, the earlier date holds for everything that is pending.</summary>
    public static void BringForward(Draft draft, CaseNo no, int level)
    {
        var because = new Words($"等级升至 {level} 级，期限提前", $"the level rose to {level}: the earlier date holds");
        foreach (var task in draft.State.TasksOf(no).Where(t => t.IsPending).ToList())
        {
            if (draft.WorkflowOf(no).TaskOf(task.Step) is not { } definition || !definition.Limits.TryGetValue(level, out var limit))
                continue;
            var due = draft.Circumstances.Time.After(draft.Now, limit, level);
            if (due.At < task.Due.At)
                draft.Follow(new TaskMoved(task.No, due, SendAt(draft, due, definition.SendBefore), because, false));
        }
    }

    public static void IssueWatch(Draft draft, WatchDefinition watch, IReadOnlyList<Flag> flags)
    {
        var staffing = draft.Circumstances.Staffing;
        if (staffing.OwnerOfNewCase() is not { } fallback)
            return;
        var (who, whyYou) = staffing.For(TaskRole.ClassTeacher, fallback.Who);
        var due = draft.Circumstances.Time.After(draft.Now, watch.Limit, 1);
        var occurrence = 1 + draft.State.Tasks.Values.Count(t => t.Step == watch.Id);
        draft.Follow(new TaskIssued(new CareTask(
            draft.State.NextTask, null, watch.Id, occurrence, watch.Kind, who, watch.Title, watch.Why, whyYou, due, draft.Now, draft.Now,
            State: TaskState.Open, Flags: [.. flags.Select(f => f.No)])));
    }

    public static DateTimeOffset SendAt(Draft draft, Due due, Limit? before)
    {
        if (before is not { } ahead)
            return draft.Now;
        var at = ahead.Unit == LimitUnit.Hours
            ? due.At.AddHours(-ahead.Count)
            : draft.Circumstances.Time.StartOf(due.On.AddDays(-ahead.Count));
        return at < draft.Now ? draft.Now : at;
    }

    /// <summary>Records the milestone of a task that was done, the first time that it is reached.</summary>
    public static void Reach(Draft draft, CareTask task)
    {
        if (task.Case is not { } no)
            return;
        var milestone = draft.WorkflowOf(no).TaskOf(task.Step)?.Reaches ?? task.Reaches;
        if (milestone is not null && !draft.State.Cases[no].Reached.ContainsKey(milestone))
            draft.Follow(new MilestoneReached(no, milestone));
    }

    /// <summary>Marks the pending task of a step as done by the form that belongs to it.</summary>
    public static void FinishStep(Draft draft, CaseNo no, TaskKind kind, string? note)
    {
        foreach (var task in draft.State.TasksOf(no).Where(t => t.IsPending && t.Kind == kind).ToList())
        {
            draft.Record(new TaskDone(task.No, draft.Today, new Outcome(note)));
            Reach(draft, task);
        }
    }

    /// <summary>The staff member who asks; a decision of a form is never the system's.</summary>
    public static StaffId? Asker(Draft draft) => draft.Circumstances.Actor.Staff;
}
