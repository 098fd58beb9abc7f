namespace CaseFlow.Engine.Workflow;

/// <summary>Stages and steps that a case never comes to, or comes to and cannot leave.</summary>
internal static class ReachChecks
{
    private static readonly int[] Levels = [2, 3, 4];

    public static void Check(WorkflowDefinition workflow, WorkflowPlaces places)
    {
        var line = workflow.Stages.Where(s => !s.Beside).ToList();
        var ever = Reach.Of([.. workflow.Stages], null);
        foreach (var stage in workflow.Stages.Where(s => !ever.Stages.Contains(s.Id)))
            Unreachable(stage, ever, workflow, places);
        foreach (var shadowed in Shadowed(line).Where(s => ever.Stages.Contains(s.Stage.Id)))
        {
            places.Stage(shadowed.Stage.Id).Report(
                $"no case is ever seen in the stage '{shadowed.Stage.Id}': whenever it begins, '{shadowed.By.Id}' does too; put it after '{shadowed.By.Id}', or let that one wait for a further milestone");
        }

        foreach (var task in workflow.Stages.Where(s => ever.Stages.Contains(s.Id)).SelectMany(s => s.Tasks).Where(t => !ever.Milestones.Contains(t.From)))
            places.Task(task.Id).Report($"the task '{task.Id}' is never issued: its limit counts from '{task.From}', which no case reaches; count from another milestone");
        CheckLimits(workflow, ever, places);
        foreach (var level in Levels)
            CheckDeadEnds(line, workflow, level, ever, places);
        CheckClosure(line, ever, places);
    }

    private static void Unreachable(StageDefinition stage, Reach ever, WorkflowDefinition workflow, WorkflowPlaces places)
    {
        var waits = stage.Entry.After.Where(m => !ever.Milestones.Contains(m)).ToList();
        if (waits.Count > 0 && workflow.Milestones.Intersect(waits).Any())
        {
            places.Stage(stage.Id).Report(
                $"no case ever reaches the stage '{stage.Id}': it waits for {Quoted(waits)}, which only a task behind it could reach; let an earlier task reach it, or take it from 'after'");
        }
        else if (waits.Count == 0)
        {
            places.Stage(stage.Id).Report($"no case ever reaches the stage '{stage.Id}': its condition holds at no level; correct 'if'");
        }
    }

    /// <summary>A stage that a later one always covers: the case is in the last that holds.</summary>
    private static IEnumerable<(StageDefinition Stage, StageDefinition By)> Shadowed(List<StageDefinition> line) =>
        from i in Enumerable.Range(0, line.Count)
        let later = line.Skip(i + 1).FirstOrDefault(l => l.Entry.If is null && l.Entry.After.All(line[i].Entry.After.Contains))
        where later is not null
        select (line[i], later);

    private static void CheckLimits(WorkflowDefinition workflow, Reach ever, WorkflowPlaces places)
    {
        foreach (var stage in workflow.Stages.Where(s => ever.Stages.Contains(s.Id)))
        {
            foreach (var task in stage.Tasks.Where(t => t.Limits.Count > 0))
            {
                var missing = Levels.Where(l => Reach.MayHold(stage, l) && !task.Limits.ContainsKey(l)).ToList();
                if (missing.Count > 0)
                {
                    var at = places.Task(task.Id);
                    (at.Maybe("limit") ?? at).Report(
                        $"'{task.Id}' has no limit for level {string.Join(" and ", missing)}: a case of that level would never be given it; add the limit, or give the stage a condition on case.level");
                }
            }
        }
    }

    private static void CheckDeadEnds(List<StageDefinition> line, WorkflowDefinition workflow, int level, Reach ever, WorkflowPlaces places)
    {
        var beside = workflow.Stages.Where(s => s.Beside).ToList();
        for (var i = 0; i < line.Count - 1; i++)
        {
            var until = Reach.Of([.. line.Take(i + 1), .. beside], level);
            if (!until.Stages.Contains(line[i].Id) || Reach.IsClosure(line[i]))
                continue;
            var leadsOn = line.Skip(i + 1).Any(s => s.Entry.After.All(until.Milestones.Contains));
            if (!leadsOn && line.Skip(i + 1).Any(s => ever.Stages.Contains(s.Id)))
                places.Stage(line[i].Id).Report($"a case of level {level} cannot leave the stage '{line[i].Id}': none of its tasks reaches what a later stage waits for; give one of them 'reaches' and a limit for level {level}");
        }
    }

    private static void CheckClosure(List<StageDefinition> line, Reach ever, WorkflowPlaces places)
    {
        var closing = line.FindAll(Reach.IsClosure);
        if (closing.Count == 0)
            places.Root("stages").Report("no stage waits for the conditions of closure: a case would never be shown as ready to close; add a stage with 'if: case.closable'");
        else if (closing.TrueForAll(c => !ever.Stages.Contains(c.Id)))
            places.Stage(closing[0].Id).Report($"closure is unreachable: no case comes to the stage '{closing[0].Id}'; correct its 'after'");
    }

    private static string Quoted(IEnumerable<string> ids) => string.Join(", ", ids.Select(id => $"'{id}'"));
}
