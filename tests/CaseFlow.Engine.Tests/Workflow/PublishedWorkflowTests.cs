using System.Text;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Tests.Workflow;

/// <summary>docs/workflow.md shows the workflow of rules/workflows: drawing and tables are made from the file.</summary>
public sealed class PublishedWorkflowTests
{
    private const string Start = "<!-- workflow of the file: start -->\n";
    private const string End = "<!-- workflow of the file: end -->\n";

    private static readonly int[] Levels = [2, 3, 4];

    [Fact]
    public void The_workflow_in_the_docs_is_that_of_the_file()
    {
        var path = Path.Combine(Repository.Root, "docs", "workflow.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        var made = Made(CarePolicyFiles.Load(Repository.Rules).Workflow);
        // After a change of the file: CASEFLOW_WRITE_DOCS=1 dotnet test, and commit what it wrote.
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_DOCS") == "1")
            File.WriteAllText(path, text[..from] + made + text[to..]);
        else
            text[from..to].ShouldBe(made);
    }

    private static string Made(WorkflowDefinition workflow)
    {
        var text = new StringBuilder($"\n## {Both(workflow.Title)}\n\n```mermaid\nflowchart TD\n");
        var line = workflow.Stages.Where(s => !s.Beside).ToList();
        foreach (var stage in workflow.Stages)
            text.Append($"    {Id(stage)}{(stage.Beside ? "([" : "[")}\"{Both(stage.Title)}\"{(stage.Beside ? "])" : "]")}\n");
        foreach (var (stage, next) in line.Zip(line.Skip(1)))
            text.Append($"    {Id(stage)} -->|\"{Waits(workflow, next)}\"| {Id(next)}\n");
        foreach (var stage in workflow.Stages.Where(s => s.Beside))
            text.Append($"    {Id(Begins(workflow, stage) ?? line[0])} -.->|\"{Waits(workflow, stage)}\"| {Id(stage)}\n");
        text.Append("```\n\n| stage 阶段 | step 步骤 | who 办理人 | level 2 | level 3 | level 4 |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var (stage, task) in workflow.Stages.SelectMany(s => s.Tasks.Select(t => (s, t))))
            text.Append($"| {Both(stage.Title)} | {Both(task.Title)}{(task.Recurring ? " ↻" : "")}{(task.BeforeClosing ? " ■" : "")} | {Both(RoleWords.Of(task.Who))} | {Limits(task.Limits)} |\n");
        text.Append($"| escalation 上报 | the head teacher decides 校长决定 | {Both(RoleWords.Of(TaskRole.HeadTeacher))} | {Limits(workflow.DecideEscalation)} |\n");
        text.Append("\n↻ recurs 定期进行　■ has to be done before the case closes 结案前必须完成\n\n| waits for the head teacher 须校长批准 | from level 起始等级 |\n| --- | --- |\n");
        foreach (var step in workflow.GuardedSteps)
            text.Append($"| {Both(step.Title)} | {step.FromLevel} |\n");
        text.Append("\n| intervention 帮扶措施 | lasts 期限 |\n| --- | --- |\n");
        foreach (var intervention in workflow.Interventions)
            text.Append($"| {Both(intervention.Title)} | {Both(LimitWords.Of(intervention.Lasts))} |\n");
        var closure = workflow.Closure;
        return text.Append(
            $"\nClosure without a reason: {closure.ImprovedReviews} reviews in a row improved, and no flag of severity 2 or more for {closure.QuietDays} days; then {closure.CheckVisitTitle.En.ToLowerInvariant()} within {LimitWords.Of(closure.CheckVisit).En}.\n" +
            $"结案条件：连续 {closure.ImprovedReviews} 次评估好转，{closure.QuietDays} 天内没有 2 级以上标记；{LimitWords.Of(closure.CheckVisit).Zh}内{closure.CheckVisitTitle.Zh}。\n\n").ToString();
    }

    private static string Waits(WorkflowDefinition workflow, StageDefinition stage) =>
        string.Join(", ", stage.Entry.After.Select(m => Both(workflow.MilestoneTitle(m)))) + (stage.Entry.If is null ? "" : " + condition 条件");

    private static StageDefinition? Begins(WorkflowDefinition workflow, StageDefinition stage) =>
        workflow.Stages.FirstOrDefault(s => !s.Beside && s.Tasks.Any(t => t.Reaches is { } m && stage.Entry.After.Contains(m)));

    private static string Limits(IReadOnlyDictionary<int, Engine.Calendar.Limit> limits) =>
        string.Join(" | ", Levels.Select(l => limits.TryGetValue(l, out var limit) ? Both(LimitWords.Of(limit)) : "–"));

    private static string Both(Words words) => $"{words.En} {words.Zh}";

    private static string Id(StageDefinition stage) => stage.Id.Replace("-", "", StringComparison.Ordinal);
}
