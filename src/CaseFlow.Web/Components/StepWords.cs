using CaseFlow.Engine;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Components;

/// <summary>What the steps, stages and guarded steps of the workflow file are called.</summary>
public static class StepWords
{
    /// <summary>What a step is called that a read model names.</summary>
    public static Words Of(WorkflowDefinition workflow, string? step) => step switch
    {
        null => CaseWords.NoNext,
        "escalation" => CaseWords.WaitsForDecision,
        WorkflowDefinition.CheckVisit => workflow.Closure.CheckVisitTitle,
        _ when step.StartsWith(WorkflowDefinition.Intervention, StringComparison.Ordinal) => Intervention(workflow, step[WorkflowDefinition.Intervention.Length..]),
        _ when step.StartsWith(WorkflowDefinition.InterventionEnd, StringComparison.Ordinal) => GoesOn(Intervention(workflow, step[WorkflowDefinition.InterventionEnd.Length..])),
        _ => workflow.TaskOf(step)?.Title ?? new Words(step, step),
    };

    private static Words Intervention(WorkflowDefinition workflow, string id) =>
        workflow.Interventions.FirstOrDefault(i => i.Id == id)?.Title ?? new Words(id, id);

    private static Words GoesOn(Words intervention) => new($"{intervention.Zh}：是否继续", $"{intervention.En}: does it go on?");

    public static Words Stage(WorkflowDefinition workflow, string stage) =>
        workflow.Stages.FirstOrDefault(s => s.Id == stage)?.Title ?? new Words(stage, stage);

    public static Words Guarded(WorkflowDefinition workflow, string step) =>
        workflow.GuardedSteps.FirstOrDefault(s => s.Id == step)?.Title ?? new Words(step, step);
}
