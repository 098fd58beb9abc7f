using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>Reads a file of flag rules and runs its examples.</summary>
public static class FlagRuleFile
{
    private static readonly CelScope Facts = CelScope.Empty.WithInput(typeof(ChildFacts));

    /// <summary>The rules of the file that are in order; what is wrong is in <paramref name="problems"/>.</summary>
    public static IReadOnlyList<FlagRule> Read(string name, string text, List<FileProblem> problems) =>
        Read(name, text, problems, ParameterSettings.None, []);

    /// <summary>The rules of the file with the values that the school has set.</summary>
    /// <param name="settings">Each comes into force if it fits; the examples of the file are for the values of the file.</param>
    /// <param name="ignored">The settings that do not fit.</param>
    public static IReadOnlyList<FlagRule> Read(
        string name, string text, List<FileProblem> problems, ParameterSettings settings, List<IgnoredSetting> ignored)
    {
        if (DefinitionFile.Read(name, text, problems) is not { } root)
            return [];
        root.Knows("kind", "rules");
        var kind = root.Text("kind");
        var rules = new List<FlagRule>();
        foreach (var node in root.List("rules"))
        {
            if (ReadRule(node, kind, []) is not { } rule)
                continue;
            var asInFile = rule with { Text = rule.Text with { Examples = RuleExamples.Check(rule, node) } };
            rules.Add(settings.Of(rule.Id) is { Count: > 0 } wanted ? Overlaid(asInFile, wanted, text, ignored) : asInFile);
        }

        return rules;
    }

    /// <summary>The rule with what was set over its file; as in the file where that does not work.</summary>
    private static FlagRule Overlaid(FlagRule rule, IReadOnlyList<ParameterSetting> wanted, string text, List<IgnoredSetting> ignored)
    {
        var values = new Dictionary<string, object?>();
        foreach (var setting in wanted)
        {
            object? value = null;
            var parameter = rule.Parameters.FirstOrDefault(p => p.Name == setting.Parameter);
            if ((parameter is null ? ParameterRefusals.NoSuchParameter : parameter.Read(setting.Value, out value)) is { } refusal)
                ignored.Add(new IgnoredSetting(setting, refusal));
            else
                values[setting.Parameter] = value;
        }

        if (values.Count == 0)
            return rule;
        var wrong = new List<FileProblem>();
        var root = DefinitionFile.Read(rule.File, text, wrong)!;
        var node = root.List("rules").First(n => n.MaybeText("id") == rule.Id);
        var set = ReadRule(node, rule.Kind, values);
        var trouble = set is null || wrong.Count > 0 ? wrong.FirstOrDefault()?.Message ?? "" : RuleExamples.Trouble(set, rule, node);
        if (trouble is null)
            return set! with { Text = set.Text with { Examples = RuleExamples.Compare(rule, set, node) } };
        ignored.AddRange(wanted.Where(s => values.ContainsKey(s.Parameter)).Select(s => new IgnoredSetting(s, ParameterRefusals.Fails(rule.Id, trouble))));
        return rule;
    }

    private static FlagRule? ReadRule(FileNode node, string kind, Dictionary<string, object?> set)
    {
        node.Knows("id", "title", "basis", "pupils", "params", "bounds", "evidence", "when", "severity", "because", "examples");
        var parameters = ReadParameters(node, set);
        var scope = Facts.WithConstant("params", parameters.ToDictionary(p => p.Name, p => p.InForce));
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
        return new FlagRule(
            id, kind, title, basis, parameters, when, severity, facts, because, VersionOf(node, parameters), node.File.Name, pupils,
            new RuleCondition(node.Text("when"), scope), new RuleText(node.Text("evidence"), node.Text("severity"), because.Text, []));
    }

    private static List<RuleParameter> ReadParameters(FileNode node, Dictionary<string, object?> set)
    {
        var given = node.Maybe("params");
        var inFile = given?.Keys().ToDictionary(k => k.Key, k => given.Maybe(k.Key)!.AsValue()) ?? [];
        var bounds = ParameterBounds.Read(node.Maybe("bounds"), inFile);
        return [.. inFile.Select(p => new RuleParameter(
            p.Key, p.Value, set.GetValueOrDefault(p.Key, p.Value), bounds.GetValueOrDefault(p.Key, ParameterBounds.Usual)))];
    }

    /// <summary>The version of the file; what is set over it is content too.</summary>
    private static string VersionOf(FileNode node, List<RuleParameter> parameters)
    {
        var set = parameters.Where(p => p.IsSet).Select(p => $"{p.Name}={p.InForceText}").ToList();
        return set.Count == 0 ? node.File.Version : $"{node.File.Version}+{DefinitionFile.VersionOf(string.Join('\n', set))[..6]}";
    }
}
