using System.Globalization;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Conformance.Workflow;

/// <summary>Workflow files that nobody would write, and positions that no case would come to.</summary>
public sealed class RandomWorkflows(int seed)
{
    private static readonly string[] Milestones = ["opened", "one", "two", "three", "four"];

    private static readonly string[] Conditions =
    [
        "case.closable", "case.leaving", "case.level >= 4", "case.level == 2", "!case.closable && case.level > 2", "case.leaving || case.closable",
    ];

    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

#pragma warning disable CA5394 // a test wants the same chances every time
    private readonly Random chance = new(seed);

    /// <summary>A file as if it had been kept: what a check would say against it does not count.</summary>
    public WorkflowDefinition Definition() => WorkflowFile.ReadKept($"random-{seed}.yaml", Text());

    public CasePosition Position(WorkflowDefinition definition)
    {
        var stages = definition.Stages.Select(s => s.Id).Append("").ToArray();
        return new CasePosition(
            chance.Next(2, 5),
            Of(stages),
            definition.Milestones.Where(_ => Maybe(0.6)).ToDictionary(m => m, m => Begin.AddDays(chance.Next(60))),
            definition.Stages.SelectMany(s => s.Tasks).Where(_ => Maybe(0.5)).ToDictionary(t => t.Id, _ => Step()),
            Maybe(0.4),
            Maybe(0.2));
    }

    private StepPosition Step() => new(chance.Next(1, 5), Maybe(0.5), Maybe(0.2));

    private string Text()
    {
        var lines = new List<string> { "id: random", "title: { zh-CN: 试验, en: Trial }", $"milestones: [{string.Join(", ", Milestones)}]", "stages:" };
        var tasks = 0;
        for (var stage = 1; stage <= chance.Next(1, 9); stage++)
        {
            lines.Add($"  - id: {(Maybe(0.2) ? "task" : "stage")}-{Number(stage)}");
            lines.Add("    title: { zh-CN: 阶段, en: Stage }");
            lines.Add($"    after: [{string.Join(", ", Milestones.Where(_ => Maybe(0.3)))}]");
            if (Maybe(0.3))
                lines.Add($"    if: \"{Of(Conditions)}\"");
            if (Maybe(0.3))
                lines.Add("    beside: true");
            lines.Add("    tasks:");
            for (var task = 0; task < chance.Next(1, 4); task++)
                lines.AddRange(Task(++tasks));
        }

        lines.Add("guarded:");
        lines.Add($"  - {{ id: guarded, from-level: {Number(chance.Next(2, 5))}, title: {{ zh-CN: 审批, en: Approval }} }}");
        lines.Add("decide-escalation: { 2: 2 days, 3: 1 day, 4: 24 hours }");
        lines.Add("closure: { improved-reviews: 2, quiet-days: 30, check-visit: 30 days, title: { zh-CN: 回访, en: Visit }, why: { zh-CN: 回访, en: Visit } }");
        return string.Join('\n', lines) + "\n";
    }

    private IEnumerable<string> Task(int no)
    {
        yield return $"      - id: task-{Number(no)}";
        yield return "        title: { zh-CN: 任务, en: Task }";
        yield return "        why: { zh-CN: 试验, en: Trial }";
        yield return $"        kind: {Of("talk", "home-visit", "call", "review", "step")}";
        yield return $"        who: {Of("owner", "visitor", "class-teacher", "head-teacher")}";
        yield return $"        from: {Of(Milestones)}";
        var levels = new[] { 2, 3, 4 }.Where(_ => Maybe(0.7)).DefaultIfEmpty(3);
        yield return $"        limit: {{ {string.Join(", ", levels.Select(l => $"{Number(l)}: {Number(chance.Next(1, 9))} days"))} }}";
        if (Maybe(0.3))
            yield return "        recurring: true";
        if (Maybe(0.5))
            yield return $"        reaches: {Of(Milestones)}";
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private bool Maybe(double probability) => chance.NextDouble() < probability;

    private string Of(params string[] some) => some[chance.Next(some.Length)];
}
