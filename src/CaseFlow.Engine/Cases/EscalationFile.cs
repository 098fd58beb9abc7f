using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases;

/// <summary>Reads the file that says levels and escalations.</summary>
public static class EscalationFile
{
    /// <summary>Both sets of rules; what is wrong is in <paramref name="problems"/>.</summary>
    /// <param name="workflow">Whose steps the rules may name; null where that file cannot be read.</param>
    public static (LevelRules Levels, EscalationRules Escalations) Read(string name, string text, WorkflowDefinition? workflow, List<FileProblem> problems)
    {
        if (DefinitionFile.Read(name, text, problems) is not { } root)
            return (new LevelRules("", []), new EscalationRules("", []));
        root.Knows("levels", "escalations");
        var levels = root.List("levels").Select(Level).OfType<LevelRule>().ToList();
        var rules = root.List("escalations").Select(e => Escalation(e, workflow)).OfType<EscalationRule>().ToList();
        foreach (var twice in rules.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            root.Report($"the escalation rule '{twice.Key}' is there twice");
        return (new LevelRules(root.File.Version, levels), new EscalationRules(root.File.Version, rules));
    }

    private static LevelRule? Level(FileNode node)
    {
        node.Knows("level", "when", "because");
        var when = Expressions.Compile<LevelFacts, bool>(node, "when", CelScope.Empty.WithInput(typeof(LevelFacts)));
        var because = node.Words("because");
        if (node.Need("level")?.AsValue() is not (long and >= 1 and <= 4 and var level))
        {
            node.Report("'level' must be 1, 2, 3 or 4");
            return null;
        }

        return when is null ? null : new LevelRule((int)level, when, because);
    }

    private static EscalationRule? Escalation(FileNode node, WorkflowDefinition? workflow)
    {
        node.Knows("id", "emergency", "params", "late", "when", "because", "propose", "opens");
        var scope = CelScope.Empty.WithInput(typeof(EscalationFacts));
        if (node.Maybe("params") is { } given)
            scope = scope.WithConstant("params", given.Keys().ToDictionary(k => k.Key, k => given.Maybe(k.Key)!.AsValue()));
        IReadOnlyList<string> steps = [];
        var days = 0L;
        if (node.Maybe("late")?.Knows("steps", "days") is { } late)
        {
            steps = late.Texts("steps");
            Known(late.List("steps"), workflow?.Stages.SelectMany(s => s.Tasks).Select(t => t.Id), "task");
            days = late.Need("days")?.AsValue() is long and >= 0 and <= 366 and var d ? d : Wrong(late);
            scope = scope.WithConstant("late", new Dictionary<string, object?> { ["days"] = days });
        }

        var when = Expressions.Compile<EscalationFacts, bool>(node, "when", scope);
        var because = Template<EscalationFacts>.Read(node, "because", scope);
        var (id, propose) = (node.Text("id"), node.Words("propose"));
        Known(node.List("opens"), workflow?.GuardedSteps.Select(g => g.Id), "guarded step");
        return when is null
            ? null
            : new EscalationRule(id, node.MaybeText("emergency") == "true", when, because, propose, steps, (int)days) { Opens = node.Texts("opens") };
    }

    private static void Known(IEnumerable<FileNode> given, IEnumerable<string>? known, string what)
    {
        var ids = known?.ToList();
        foreach (var at in given.Where(g => ids?.Contains(g.AsText()) == false))
            at.Report($"'{at.AsText()}' is no {what} of the workflow file; expected one of {string.Join(", ", ids!)}");
    }

    private static long Wrong(FileNode late)
    {
        late.Report("'days' must be a whole number from 0 to 366");
        return 0;
    }
}
