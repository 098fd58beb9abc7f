using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Moving a running case to the workflow in force, so that nothing of it is lost on the way.</summary>
internal static class Moving
{
    public static Refusal? Move(Draft draft, MoveToWorkflow command)
    {
        if (Refusals.Check(draft.State, command.Case, out var care) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusals.NeedsReason;
        var to = draft.Policy.Workflow;
        if (command.Version != to.Version)
            return Refusals.WorkflowNotInForce;
        if (care.WorkflowVersion == to.Version)
            return Refusals.OnThisWorkflow;
        if (Lacking(draft, care, to) is { Count: > 0 } lacking)
            return Refusals.WorkflowLacks.Naming(string.Join(", ", lacking));
        draft.Record(new WorkflowChanged(care.No, care.WorkflowVersion, to.Version, command.Reason));
        foreach (var task in draft.State.TasksOf(care.No).Where(t => t.IsPending && !IsOfThePlan(t)).ToList())
            Adapt(draft, care.No, task, to);
        return null;
    }

    /// <summary>Where the case stands that the other version neither has nor gives up on purpose.</summary>
    private static List<string> Lacking(Draft draft, CareCase care, WorkflowDefinition to)
    {
        var stages = to.Stages.Where(s => !s.Beside).ToList();
        var position = Positions.Of(draft.State, care.No, to, draft.Today);
        var lacking = draft.State.TasksOf(care.No).Where(t => t.IsPending && !IsOfThePlan(t)).Select(t => t.Step)
            .Where(step => to.TaskOf(step) is null && !to.Withdraws.Contains(step)).Distinct().Order(StringComparer.Ordinal).ToList();
        if (!stages.Exists(s => s.Id == care.Stage) && !to.Withdraws.Contains(care.Stage))
            lacking.Add(care.Stage);
        if (!stages.Exists(s => s.Entry.Holds(position)))
            lacking.AddRange(care.Reached.Keys.Except(to.Milestones).DefaultIfEmpty(care.Stage));
        return [.. lacking.Distinct()];
    }

    private static void Adapt(Draft draft, CaseNo no, CareTask task, WorkflowDefinition to)
    {
        var care = draft.State.Cases[no];
        if (to.TaskOf(task.Step) is not { } definition || !definition.Limits.ContainsKey(care.Level))
        {
            draft.Follow(new TaskWithdrawn(task.No, new Words("新版流程没有这一步", "the new version of the workflow has no such step")));
            return;
        }

        // What is late already stays as late as it is.
        if (task.MovedByPerson || task.Due.IsLate(draft.Now) || !care.Reached.ContainsKey(definition.From))
            return;
        var due = Following.DueOf(draft, care with { RestartedAt = null }, definition, task.IssuedAt);
        // What would have passed by the new limit is due today.
        if (due.IsLate(draft.Now))
            due = Due.Earlier(task.Due, draft.Circumstances.Time.CloseOf(draft.Today));
        if (due != task.Due)
            draft.Follow(new TaskMoved(task.No, due, SendAt(draft, task, due, definition), new Words("新版流程的期限", "the limit of the new version of the workflow"), false));
    }

    private static DateTimeOffset SendAt(Draft draft, CareTask task, Due due, TaskDefinition definition) =>
        task.State == TaskState.Open ? task.SendAt : Following.SendAt(draft, due, definition.SendBefore);

    /// <summary>Interventions come from the plan, not from the file.</summary>
    private static bool IsOfThePlan(CareTask task) => task.Kind == TaskKind.Intervention;
}
