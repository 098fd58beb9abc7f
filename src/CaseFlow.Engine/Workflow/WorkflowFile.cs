using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Workflow;

/// <summary>What the condition of a stage knows; the names of the workflow file.</summary>
public sealed record StageFacts(StageCase Case);

/// <param name="Level">2 to 4.</param>
/// <param name="Closable">Whether the conditions of closure are met.</param>
/// <param name="Leaving">Whether the child has left the school.</param>
public sealed record StageCase(long Level, bool Closable, bool Leaving);

/// <summary>Reads the workflow file and checks that it holds together.</summary>
public static class WorkflowFile
{
    private static readonly Dictionary<string, TaskKind> Kinds = new()
    {
        ["triage"] = TaskKind.Triage,
        ["talk"] = TaskKind.Talk,
        ["home-visit"] = TaskKind.HomeVisit,
        ["call"] = TaskKind.Call,
        ["assessment"] = TaskKind.Assessment,
        ["plan"] = TaskKind.Plan,
        ["review"] = TaskKind.Review,
        ["step"] = TaskKind.Step,
    };

    private static readonly Dictionary<string, TaskRole> Roles = new()
    {
        ["owner"] = TaskRole.Owner,
        ["visitor"] = TaskRole.Visitor,
        ["class-teacher"] = TaskRole.ClassTeacher,
        ["head-teacher"] = TaskRole.HeadTeacher,
    };

    /// <summary>The workflow; null where the file is no mapping. What is wrong is in <paramref name="problems"/>.</summary>
    public static WorkflowDefinition? Read(string name, string text, List<FileProblem> problems)
    {
        if (DefinitionFile.Read(name, text, problems) is not { } root)
            return null;
        root.Knows("id", "title", "milestones", "stages", "guarded", "decide-escalation", "interventions", "closure", "watch", "withdraws");
        var milestones = root.Texts("milestones");
        var definition = new WorkflowDefinition(
            root.Text("id"),
            root.File.Version,
            root.Words("title"),
            milestones,
            [.. root.List("stages").Select(s => Stage(s, milestones))],
            [.. root.List("guarded").Select(Guarded)],
            [.. root.List("interventions").Select(Intervention)],
            root.LimitsByLevel("decide-escalation"),
            Closure(root.Need("closure")),
            [.. root.List("watch").Select(Watch)])
        {
            Text = text,
            Withdraws = root.Texts("withdraws"),
        };
        WorkflowChecks.Check(definition, root);
        return definition;
    }

    /// <summary>
    /// A version that cases run on, from the text that was kept. What a later program would find wrong with it is no reason to leave
    /// a case without its definition.
    /// </summary>
    /// <exception cref="DefinitionException">The text is no workflow at all.</exception>
    public static WorkflowDefinition ReadKept(string name, string text)
    {
        var problems = new List<FileProblem>();
        return Read(name, text, problems) ?? throw new DefinitionException(problems);
    }

    private static StageDefinition Stage(FileNode node, IReadOnlyList<string> milestones)
    {
        node.Knows("id", "title", "after", "if", "beside", "tasks");
        foreach (var after in node.List("after").Where(a => !milestones.Contains(a.AsText())))
            after.Report($"'{after.AsText()}' is no milestone of this workflow; expected one of {string.Join(", ", milestones)}");
        Func<CasePosition, bool>? condition = null;
        if (node.Maybe("if") is not null
            && Expressions.Compile<StageFacts, bool>(node, "if", CelScope.Empty.WithInput(typeof(StageFacts))) is { } compiled)
        {
            condition = p => compiled(new StageFacts(new StageCase(p.Level, p.Closable, p.Leaving)));
        }

        return new StageDefinition(
            node.Text("id"), node.Words("title"), new Sentry(node.Texts("after"), condition),
            node.MaybeText("beside") == "true", [.. node.List("tasks").Select(t => Task(t, milestones))]);
    }

    private static TaskDefinition Task(FileNode node, IReadOnlyList<string> milestones)
    {
        node.Knows("id", "title", "kind", "who", "from", "limit", "recurring", "send-before", "reaches", "before-closing", "why");
        foreach (var key in new[] { "from", "reaches" })
        {
            if (node.Maybe(key) is { } at && !milestones.Contains(at.AsText()))
                at.Report($"'{at.AsText()}' is no milestone of this workflow; expected one of {string.Join(", ", milestones)}");
        }

        var limits = node.LimitsByLevel("limit");
        if (limits.Count == 0)
            node.Report("'limit' is missing here: every task has a time limit by level; write for example 'limit: { 2: 7 days, 3: 3 days, 4: 1 day }'");
        if (node.Maybe("who") is null)
            node.Report($"nobody gets this task: 'who' is missing here; write one of {string.Join(", ", Roles.Keys)}");
        return new TaskDefinition(
            node.Text("id"), node.Words("title"), node.OneOf("kind", Kinds, TaskKind.Step), node.Maybe("who") is null ? TaskRole.Owner : node.OneOf("who", Roles, TaskRole.Owner),
            node.Text("from"), limits, node.MaybeText("recurring") == "true", node.Maybe("send-before")?.AsLimit(),
            node.MaybeText("reaches"), node.MaybeText("before-closing") == "true", node.Words("why"));
    }

    private static GuardedStepDefinition Guarded(FileNode node)
    {
        node.Knows("id", "title", "from-level");
        if (node.Maybe("from-level") is null)
        {
            node.Report("'from-level' is missing here: nobody could say from which level this step waits for the head teacher; write 2, 3 or 4");
            return new GuardedStepDefinition(node.Text("id"), node.Words("title"), 2);
        }

        return new GuardedStepDefinition(node.Text("id"), node.Words("title"), Whole(node, "from-level", 2, 4));
    }

    private static InterventionDefinition Intervention(FileNode node)
    {
        node.Knows("id", "title", "lasts");
        return new InterventionDefinition(node.Text("id"), node.Words("title"), node.Need("lasts")?.AsLimit() ?? default);
    }

    private static ClosureDefinition Closure(FileNode? node)
    {
        if (node is null)
            return new ClosureDefinition(2, 30, new Limit(30, LimitUnit.Days), Words.None, Words.None);
        node.Knows("improved-reviews", "quiet-days", "check-visit", "title", "why");
        return new ClosureDefinition(
            Whole(node, "improved-reviews", 1, 20), Whole(node, "quiet-days", 0, 366),
            node.Need("check-visit")?.AsLimit() ?? default, node.Words("title"), node.Words("why"));
    }

    private static WatchDefinition Watch(FileNode node)
    {
        node.Knows("id", "kinds", "kind", "limit", "title", "why");
        return new WatchDefinition(
            node.Text("id"), node.Texts("kinds"), node.OneOf("kind", Kinds, TaskKind.Talk), node.Words("title"), node.Words("why"),
            node.Need("limit")?.AsLimit() ?? default);
    }

    private static int Whole(FileNode node, string key, int least, int most)
    {
        if (node.Need(key)?.AsValue() is long value && value >= least && value <= most)
            return (int)value;
        node.Report($"'{key}' must be a whole number from {least} to {most}");
        return least;
    }
}
