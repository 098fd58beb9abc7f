namespace CaseFlow.Engine.Workflow;

/// <summary>Where a case stands, as the workflow sees it.</summary>
/// <param name="Level">2 to 4.</param>
/// <param name="Stage">The stage it is in; empty before the first.</param>
/// <param name="Steps">What is known of each step that has been issued, by step.</param>
/// <param name="Closable">Whether the conditions of closure are met.</param>
/// <param name="Leaving">Whether the child has left the school.</param>
public sealed record CasePosition(
    int Level,
    string Stage,
    IReadOnlyDictionary<string, DateTimeOffset> Reached,
    IReadOnlyDictionary<string, StepPosition> Steps,
    bool Closable,
    bool Leaving);

/// <summary>What is known of a step.</summary>
/// <param name="Occurrences">How often it was issued.</param>
/// <param name="Pending">Whether one is still to be done.</param>
/// <param name="Anew">Whether the case has since risen again to a level that has the step, from one that has it not.</param>
public sealed record StepPosition(int Occurrences, bool Pending, bool Anew = false);

/// <summary>What the workflow says must happen next.</summary>
public abstract record WorkflowStep
{
    /// <summary>The case is now in another stage.</summary>
    public sealed record EnterStage(StageDefinition Stage) : WorkflowStep;

    /// <summary>A human task is due to be issued.</summary>
    public sealed record IssueTask(TaskDefinition Task, int Occurrence) : WorkflowStep;
}

/// <summary>The port of the workflow: says what follows from where a case stands. Pure.</summary>
public interface IWorkflowEngine
{
    /// <summary>The steps that follow; empty when the case waits for people or for time.</summary>
    /// <remarks>Called again after the steps were taken, until nothing follows.</remarks>
    IReadOnlyList<WorkflowStep> Next(WorkflowDefinition definition, CasePosition position);
}

/// <summary>The built-in interpreter of the workflow file.</summary>
public sealed class WorkflowInterpreter : IWorkflowEngine
{
    public IReadOnlyList<WorkflowStep> Next(WorkflowDefinition definition, CasePosition position)
    {
        var steps = new List<WorkflowStep>();
        var entered = definition.Stages.Where(s => s.Entry.Holds(position)).ToList();
        var current = entered.LastOrDefault(s => !s.Beside);
        if (current is not null && current.Id != position.Stage)
            steps.Add(new WorkflowStep.EnterStage(current));
        foreach (var task in entered.SelectMany(s => s.Tasks))
        {
            var known = position.Steps.GetValueOrDefault(task.Id) ?? new StepPosition(0, false);
            var wanted = known.Occurrences == 0 || ((task.Recurring || known.Anew) && !known.Pending);
            if (wanted && task.Limits.ContainsKey(position.Level) && position.Reached.ContainsKey(task.From))
                steps.Add(new WorkflowStep.IssueTask(task, known.Occurrences + 1));
        }

        return steps;
    }
}
