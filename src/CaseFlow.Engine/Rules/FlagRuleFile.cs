using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>Reads a file of flag rules and runs its examples.</summary>
public static class FlagRuleFile
{
    private static readonly CelScope Facts = CelScope.Empty.WithInput(typeof(ChildFacts));

    /// <summary>The rules of the file that are in order; what is wrong is in <paramref name="problems"/>.</summary>
    public static IReadOnlyList<FlagRule> Read(string name, string text, List<FileProblem> problems)
    {
        if (DefinitionFile.Read(name, text, problems) is not { } root)
            return [];
        root.Knows("kind", "rules");
        var kind = root.Text("kind");
        return [.. root.List("rules").Select(node => ReadRule(node, kind)).OfType<FlagRule>()];
    }

    private static FlagRule? ReadRule(FileNode node, string kind)
    {
        node.Knows("id", "title", "basis", "pupils", "params", "evidence", "when", "severity", "because", "examples");
        var limits = node.Maybe("params") is { } given
            ? given.Keys().ToDictionary(k => k.Key, k => given.Maybe(k.Key)!.AsValue())
            : [];
        var scope = Facts.WithConstant("params", limits);
        if (Expressions.Read(node, "evidence", scope) is not { } evidence)
            return null;
        var facts = Expressions.Compile<ChildFacts, IReadOnlyList<Fact>>(node, "evidence", scope);
        scope = scope.WithDefinition("evidence", evidence);
        var when = Expressions.Compile<ChildFacts, bool>(node, "when", scope);
        var severity = Expressions.Compile<ChildFacts, long>(node, "severity", scope);
        var because = Template<ChildFacts>.Read(node, "because", scope);
        var pupils = WhichPupils.Read(node.Maybe("pupils"));
        var (id, title, basis) = (node.Text("id"), node.Words("title"), node.Words("basis"));
        if (facts is null || when is null || severity is null)
            return null;
        var rule = new FlagRule(
            id, kind, title, basis, limits, when, severity, facts, because, node.File.Version, node.File.Name,
            pupils, new RuleCondition(node.Text("when"), scope));
        foreach (var example in node.List("examples"))
            RunExample(rule, example);
        return rule;
    }

    private static void RunExample(FlagRule rule, FileNode example)
    {
        example.Knows("given", "expect");
        if (example.Need("given") is not { } given || example.Need("expect") is not { } expect)
            return;
        long? wanted = expect.IsMapping ? expect.Knows("severity").Need("severity")?.AsValue() as long? : null;
        if (wanted is null && (expect.IsMapping || expect.AsText() != "none"))
        {
            expect.Report("expected 'none' or { severity: 1 to 4 }");
            return;
        }

        try
        {
            var facts = ExampleFacts.Read(given);
            long? found = rule.Holds(facts) ? rule.Severity(facts) : null;
            if (found != wanted)
                example.Report($"example of '{rule.Id}': expected {Say(wanted)}, found {Say(found)}");
        }
        catch (CelEvaluationException e)
        {
            example.Report($"example of '{rule.Id}' failed: {e.Message}");
        }
    }

    private static string Say(long? severity) => severity is { } s ? $"severity {s}" : "none";
}
