using CaseFlow.Engine.Definitions;

namespace CaseFlow.Engine.Workflow;

/// <summary>What a workflow file must hold, beyond its shape.</summary>
internal static class WorkflowChecks
{
    public static void Check(WorkflowDefinition workflow, FileNode root)
    {
        var tasks = workflow.Stages.SelectMany(s => s.Tasks).ToList();
        var steps = tasks.Select(t => t.Id).Concat(workflow.Watch.Select(w => w.Id)).ToList();
        Once(root, "stage", workflow.Stages.Select(s => s.Id));
        Once(root, "task", steps);
        Once(root, "milestone", workflow.Milestones);
        Once(root, "intervention", workflow.Interventions.Select(i => i.Id));
        if (!workflow.Milestones.Contains(WorkflowDefinition.Opened))
            root.Report($"the milestone '{WorkflowDefinition.Opened}' is missing: every case reaches it as it opens");
        foreach (var never in workflow.Milestones.Where(m => m != WorkflowDefinition.Opened && tasks.TrueForAll(t => t.Reaches != m)))
            root.Report($"no task reaches the milestone '{never}'");
        if (workflow.Stages.Count > 0 && workflow.Stages.All(s => s.Beside))
            root.Report("every stage is 'beside': a case would be in none");
        foreach (var kind in new[] { TaskKind.Triage, TaskKind.Assessment, TaskKind.Plan, TaskKind.Review })
        {
            if (tasks.TrueForAll(t => t.Kind != kind))
                root.Report($"no task of kind '{kind.ToString().ToLowerInvariant()}': the form of a case would lead nowhere");
        }

        if (!tasks.Exists(t => t.Kind == TaskKind.Review && t.Recurring && HasAllLevels(t)))
            root.Report("no recurring review with a limit for levels 2, 3 and 4: a case could be left without a next date");
        if (!new[] { 2, 3, 4 }.All(workflow.DecideEscalation.ContainsKey))
            root.Report("'decide-escalation' needs a limit for levels 2, 3 and 4");
    }

    private static bool HasAllLevels(TaskDefinition task) => new[] { 2, 3, 4 }.All(task.Limits.ContainsKey);

    private static void Once(FileNode root, string what, IEnumerable<string> ids)
    {
        foreach (var twice in ids.GroupBy(id => id).Where(g => g.Count() > 1))
            root.Report($"the {what} '{twice.Key}' is there twice");
    }
}
