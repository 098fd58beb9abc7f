using CaseFlow.Engine.Workflow;

namespace CaseFlow.Conformance.Workflow;

/// <summary>What the guide to the workflow file says, task by task: that against which engines are held.</summary>
internal sealed class Plainly : IWorkflowEngine
{
    public IReadOnlyList<WorkflowStep> Next(WorkflowDefinition definition, CasePosition position)
    {
        var steps = new List<WorkflowStep>();
        StageDefinition? current = null;
        foreach (var stage in definition.Stages)
        {
            if (!Begun(stage, position))
                continue;
            if (!stage.Beside)
                current = stage;
            foreach (var task in stage.Tasks)
            {
                if (Occurrence(task, position) is { } occurrence)
                    steps.Add(new WorkflowStep.IssueTask(task, occurrence));
            }
        }

        if (current is not null && current.Id != position.Stage)
            steps.Insert(0, new WorkflowStep.EnterStage(current));
        return steps;
    }

    /// <summary>A stage has begun where every milestone that it comes after is reached and its condition holds.</summary>
    private static bool Begun(StageDefinition stage, CasePosition position)
    {
        foreach (var milestone in stage.Entry.After)
        {
            if (!position.Reached.ContainsKey(milestone))
                return false;
        }

        return stage.Entry.If?.Invoke(position) ?? true;
    }

    /// <summary>Which occurrence of a task is to be issued now; null where none is.</summary>
    private static int? Occurrence(TaskDefinition task, CasePosition position)
    {
        if (!position.Reached.ContainsKey(task.From) || !task.Limits.ContainsKey(position.Level))
            return null;
        if (!position.Steps.TryGetValue(task.Id, out var known) || known.Occurrences == 0)
            return 1;
        if (known.Pending)
            return null;
        return task.Recurring || known.Anew ? known.Occurrences + 1 : null;
    }
}
