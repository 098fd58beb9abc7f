using CaseFlow.Engine;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Components;

/// <summary>What the steps, stages and guarded steps of the workflow file are called.</summary>
public static class StepWords
{
    private const string Intervention = "intervention:";

    /// <summary>What a step is called that a read model names.</summary>
    public static Words Of(WorkflowDefinition workflow, string? step) => step switch
    {
        null => CaseWords.NoNext,
        "escalation" => CaseWords.WaitsForDecision,
        WorkflowDefinition.CheckVisit => workflow.Closure.CheckVisitTitle,
        _ when step.StartsWith(Intervention, StringComparison.Ordinal) =>
            workflow.Interventions.FirstOrDefault(i => i.Id == step[Intervention.Length..])?.Title ?? new Words(step, step),
        _ => workflow.TaskOf(step)?.Title ?? new Words(step, step),
    };

    public static Words Stage(WorkflowDefinition workflow, string stage) =>
        workflow.Stages.FirstOrDefault(s => s.Id == stage)?.Title ?? new Words(stage, stage);

    public static Words Guarded(WorkflowDefinition workflow, string step) =>
        workflow.GuardedSteps.FirstOrDefault(s => s.Id == step)?.Title ?? new Words(step, step);
}
