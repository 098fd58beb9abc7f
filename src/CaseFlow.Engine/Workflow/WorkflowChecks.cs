using CaseFlow.Engine.Definitions;

namespace CaseFlow.Engine.Workflow;

/// <summary>What a workflow file must hold, beyond its shape: each thing that is wrong is named at its place, with what to do.</summary>
internal static class WorkflowChecks
{
    private static readonly int[] Levels = [2, 3, 4];

    public static void Check(WorkflowDefinition workflow, FileNode root)
    {
        var places = new WorkflowPlaces(root);
        var tasks = workflow.Stages.SelectMany(s => s.Tasks).ToList();
        Once(places.Stages.Select(s => s.Maybe("id")), "stage");
        Once(places.Tasks.Concat(root.List("watch")).Select(t => t.Maybe("id")), "task");
        Once(root.List("milestones"), "milestone");
        Once(root.List("interventions").Select(i => i.Maybe("id")), "intervention");
        Once(root.List("guarded").Select(g => g.Maybe("id")), "guarded step");
        CheckMilestones(workflow, tasks, places);
        CheckForms(tasks, places);
        CheckWithdrawn(workflow, tasks, root);
        GuardChecks.Check(workflow, root);
        if (!Levels.All(workflow.DecideEscalation.ContainsKey))
            (root.Maybe("decide-escalation") ?? root).Report("'decide-escalation' needs a limit for levels 2, 3 and 4; write for example { 2: 2 days, 3: 1 day, 4: 24 hours }");
        if (workflow.Stages.Count > 0 && workflow.Stages.All(s => s.Beside))
            places.Root("stages").Report("every stage is 'beside': a case would be in none; take 'beside' from the stages of the line");
        else
            ReachChecks.Check(workflow, places);
    }

    private static void CheckMilestones(WorkflowDefinition workflow, List<TaskDefinition> tasks, WorkflowPlaces places)
    {
        if (!workflow.Milestones.Contains(WorkflowDefinition.Opened))
            places.Root("milestones").Report($"the milestone '{WorkflowDefinition.Opened}' is missing: every case reaches it as it opens; add it");
        foreach (var never in workflow.Milestones.Where(m => m != WorkflowDefinition.Opened && tasks.TrueForAll(t => t.Reaches != m)))
            places.Milestone(never).Report($"no task reaches the milestone '{never}'; give the task that does 'reaches: {never}', or take the milestone out");
    }

    private static void CheckForms(List<TaskDefinition> tasks, WorkflowPlaces places)
    {
        foreach (var kind in new[] { TaskKind.Triage, TaskKind.Assessment, TaskKind.Plan, TaskKind.Review }.Where(k => tasks.TrueForAll(t => t.Kind != k)))
        {
            var name = kind.ToString().ToLowerInvariant();
            places.Root("stages").Report($"no task of kind '{name}': the form of a case would lead nowhere; add a task with 'kind: {name}'");
        }

        if (!tasks.Exists(t => t.Kind == TaskKind.Review && t.Recurring && Levels.All(t.Limits.ContainsKey)))
        {
            var review = places.Tasks.FirstOrDefault(t => t.MaybeText("kind") == "review") ?? places.Root("stages");
            review.Report("no recurring review with a limit for levels 2, 3 and 4: a case could be left without a next date; give it 'recurring: true' and all three limits");
        }
    }

    private static void CheckWithdrawn(WorkflowDefinition workflow, List<TaskDefinition> tasks, FileNode root)
    {
        foreach (var given in root.List("withdraws"))
        {
            var id = given.AsText();
            if (tasks.Exists(t => t.Id == id) || workflow.Stages.Any(s => s.Id == id))
                given.Report($"'{id}' is withdrawn here and is still in the file; take one of the two out");
        }
    }

    private static void Once(IEnumerable<FileNode?> ids, string what)
    {
        foreach (var twice in ids.OfType<FileNode>().GroupBy(id => id.AsText()).Where(g => g.Count() > 1))
            twice.Last().Report($"the {what} '{twice.Key}' is there twice; give one of them another id");
    }
}

/// <summary>Where in the file things stand.</summary>
internal sealed class WorkflowPlaces(FileNode root)
{
    public IReadOnlyList<FileNode> Stages { get; } = [.. root.List("stages")];

    public IEnumerable<FileNode> Tasks => Stages.SelectMany(s => s.List("tasks"));

    public FileNode Root(string key) => root.Maybe(key) ?? root;

    public FileNode Stage(string id) => Stages.FirstOrDefault(s => s.MaybeText("id") == id) ?? root;

    public FileNode Task(string id) => Tasks.FirstOrDefault(t => t.MaybeText("id") == id) ?? root;

    public FileNode Milestone(string id) => root.List("milestones").FirstOrDefault(m => m.AsText() == id) ?? root;
}
