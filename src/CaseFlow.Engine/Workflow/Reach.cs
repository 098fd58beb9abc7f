namespace CaseFlow.Engine.Workflow;

/// <summary>What a case of a level can come to, if everybody does what the workflow asks.</summary>
/// <param name="Milestones">Those that are reached in the end.</param>
/// <param name="Stages">Those whose conditions hold in the end.</param>
internal sealed record Reach(IReadOnlySet<string> Milestones, IReadOnlySet<string> Stages)
{
    private static readonly int[] Levels = [2, 3, 4];

    /// <summary>Follows the stages until nothing new is reached.</summary>
    /// <param name="level">2 to 4; null takes any of them.</param>
    /// <param name="stages">The stages that there are.</param>
    public static Reach Of(IReadOnlyCollection<StageDefinition> stages, int? level)
    {
        var milestones = new HashSet<string>(StringComparer.Ordinal) { WorkflowDefinition.Opened };
        var entered = new HashSet<string>(StringComparer.Ordinal);
        for (var found = true; found;)
        {
            found = false;
            foreach (var stage in stages.Where(s => s.Entry.After.All(milestones.Contains) && (level is { } l ? MayHold(s, l) : Levels.Any(any => MayHold(s, any)))))
            {
                found |= entered.Add(stage.Id);
                foreach (var task in stage.Tasks.Where(t => milestones.Contains(t.From) && (level is not { } at || t.Limits.ContainsKey(at))))
                    found |= task.Reaches is { } reached && milestones.Add(reached);
            }
        }

        return new Reach(milestones, entered);
    }

    /// <summary>Whether the condition of a stage can hold at a level.</summary>
    public static bool MayHold(StageDefinition stage, int level) =>
        stage.Entry.If is not { } condition || Positions(level).Any(condition);

    /// <summary>Whether a stage waits for the conditions of closure.</summary>
    public static bool IsClosure(StageDefinition stage) =>
        stage.Entry.If is { } condition && !stage.Beside && condition(At(2, true, false)) && !condition(At(2, false, false));

    private static IEnumerable<CasePosition> Positions(int level) =>
        [At(level, false, false), At(level, true, false), At(level, false, true), At(level, true, true)];

    private static CasePosition At(int level, bool closable, bool leaving) => new(
        level, "", new Dictionary<string, DateTimeOffset>(), new Dictionary<string, StepPosition>(), closable, leaving);
}
