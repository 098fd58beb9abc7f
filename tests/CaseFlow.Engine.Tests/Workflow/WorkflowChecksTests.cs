using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;

namespace CaseFlow.Engine.Tests.Workflow;

/// <summary>What is wrong with a workflow file is named with its line and column, and with what to do.</summary>
public sealed class WorkflowChecksTests
{
    [Fact]
    public void The_file_of_the_repository_is_in_order() => Problems([]).ShouldBeEmpty();

    [Theory]
    [InlineData("after: [taken]", "after: [reviewed]", "- id: assessment\n    title", "no case ever reaches the stage 'assessment'", "a stage that waits for what is behind it")]
    [InlineData("limit: { 2: 7 days, 3: 3 days, 4: 1 day }\n        reaches: assessed", "limit: { 3: 3 days, 4: 1 day }\n        reaches: assessed", "- id: assessment\n    title", "a case of level 2 cannot leave the stage 'assessment'", "a dead end at one level")]
    [InlineData("after: [planned, followed-up]", "after: [planned]", "- id: intervention", "whenever it begins, 'follow-up' does too", "a stage that another always covers")]
    [InlineData("        reaches: visited\n", "", "visited, assessed", "no task reaches the milestone 'visited'", "a milestone that nobody reaches")]
    [InlineData("        who: visitor\n        from: opened\n", "        from: opened\n", "- id: first-visit", "nobody gets this task", "a task without an owner")]
    [InlineData("limit: { 2: 7 days, 3: 3 days, 4: 1 day }\n        reaches: assessed", "limit: { 2: 7 days, 4: 1 day }\n        reaches: assessed", "limit: { 2: 7 days, 4: 1 day }\n        reaches: assessed", "has no limit for level 3", "a limit that is missing at a level")]
    [InlineData("id: refer, from-level: 2,", "id: refer,", "- { id: refer", "'from-level' is missing", "a guarded step without a level")]
    [InlineData("- { id: refer, from-level", "- { id: counselling, from-level", "id: counselling, from-level", "also in the catalogue of interventions", "an approval that the plan goes round")]
    [InlineData("- { id: refer, from-level", "- { id: first-visit, from-level", "id: first-visit, from-level", "done without one", "an approval that a task goes round")]
    [InlineData("- { id: refer, from-level", "- { id: emergency-protect, from-level", "id: emergency-protect, from-level", "safety never waits", "safety that would wait")]
    [InlineData("id: long-term-plan, from-level: 3", "id: long-term-plan, from-level: 4", "- { id: long-term-plan", "without an approval", "a guard that begins too late")]
    [InlineData("    if: case.closable\n", "", "stages:\n  - id: triage", "no stage waits for the conditions of closure", "closure that nobody is shown")]
    [InlineData("after: [planned, reviewed]\n    if: case.closable", "after: [planned, never]\n    if: case.closable", "after: [planned, never]", "'never' is no milestone", "closure that is unreachable")]
    [InlineData("if: case.leaving", "if: case.leaving && !case.leaving", "- id: transfer\n", "its condition holds at no level", "a condition that never holds")]
    [InlineData("- id: first-visit", "- id: first-contact", "- id: first-contact\n        title: { zh-CN: 首次家访", "is there twice", "an id that is there twice")]
    [InlineData("decide-escalation: { 2: 2 days, ", "decide-escalation: { ", "decide-escalation:", "needs a limit for levels 2, 3 and 4", "a decision without a limit")]
    [InlineData("id: child-care\n", "id: child-care\nwithdraws: [triage]\n", "withdraws: [", "still in the file", "a step that is withdrawn and there")]
    public void A_mistake_is_named_at_its_place(string right, string wrong, string place, string says, string what)
    {
        var text = Text();
        text.ShouldContain(right);
        text = text.Remove(text.IndexOf(right, StringComparison.Ordinal), right.Length).Insert(text.IndexOf(right, StringComparison.Ordinal), wrong);
        var at = text.IndexOf(place, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, what);
        var line = 1 + text[..at].Count(c => c == '\n');

        Problems([(CarePolicyFiles.Workflow, text)])
            .ShouldContain(p => p.File == CarePolicyFiles.Workflow && p.Line >= line && p.Line <= line + 1 && p.Message.Contains(says), what);
    }

    [Fact]
    public void An_escalation_rule_that_opens_no_step_of_the_workflow_is_named()
    {
        var text = Repository.RuleFiles()[CarePolicyFiles.Escalation].Replace("opens: [refer]", "opens: [referal]");

        Problems([(CarePolicyFiles.Escalation, text)]).ShouldContain(p => p.File == CarePolicyFiles.Escalation && p.Line > 1 && p.Message.Contains("'referal'"));
    }

    [Fact]
    public void An_escalation_rule_that_watches_no_step_of_the_workflow_is_named()
    {
        var text = Repository.RuleFiles()[CarePolicyFiles.Escalation].Replace("first-contact, first-visit", "first-talk, first-visit");

        Problems([(CarePolicyFiles.Escalation, text)]).ShouldContain(p => p.Message.Contains("'first-talk'"));
    }

    private static string Text() => Repository.RuleFiles()[CarePolicyFiles.Workflow].ReplaceLineEndings("\n");

    private static IReadOnlyList<FileProblem> Problems(IEnumerable<(string File, string Text)> changed)
    {
        var files = Repository.RuleFiles();
        foreach (var (file, text) in changed)
            files[file] = text;
        try
        {
            CarePolicyFiles.Load(files);
            return [];
        }
        catch (DefinitionException e)
        {
            return e.Problems;
        }
    }
}
