using CaseFlow.Engine.Definitions;

namespace CaseFlow.Engine.Workflow;

/// <summary>Approvals that could be gone round, and safety that would have to wait for one.</summary>
internal static class GuardChecks
{
    private const string Emergency = "emergency";

    public static void Check(WorkflowDefinition workflow, FileNode root)
    {
        var safety = SafetyTasks(workflow).Select(t => t.Id).ToHashSet();
        foreach (var guarded in root.List("guarded"))
        {
            var id = guarded.MaybeText("id") ?? "";
            var at = guarded.Maybe("id") ?? guarded;
            if (safety.Contains(id) || id.StartsWith(Emergency, StringComparison.Ordinal) || workflow.Stages.Any(s => s.Id == id && s.Id == Emergency))
                at.Report($"'{id}' keeps a child safe and would wait for an approval; safety never waits: take it out of 'guarded'");
            else if (workflow.TaskOf(id) is not null || workflow.Watch.Any(w => w.Id == id))
                at.Report($"'{id}' waits for an approval here and is also a task that is done without one; rename the task or take the guard away");
            else if (workflow.Interventions.Any(i => i.Id == id))
                at.Report($"'{id}' waits for an approval here and is also in the catalogue of interventions, where a plan takes it without one; take it out of one of the two");
        }

        if (workflow.GuardedSteps.FirstOrDefault(g => g.Id == WorkflowDefinition.LongTermPlan) is { FromLevel: > 3 })
        {
            root.List("guarded").First(g => g.MaybeText("id") == WorkflowDefinition.LongTermPlan)
                .Report("a long-term plan could be made at level 3 without an approval and go on at level 4; write 'from-level: 3' or lower");
        }
    }

    /// <summary>The tasks of a stage that only an emergency enters, and whatever has to be done before a case can close.</summary>
    private static IEnumerable<TaskDefinition> SafetyTasks(WorkflowDefinition workflow) =>
        workflow.Stages.Where(s => Reach.MayHold(s, 4) && !Reach.MayHold(s, 3)).SelectMany(s => s.Tasks)
            .Concat(workflow.Stages.SelectMany(s => s.Tasks).Where(t => t.BeforeClosing));
}
