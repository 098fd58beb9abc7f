using System.Text.Json.Nodes;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using YamlDotNet.RepresentationModel;

namespace CaseFlow.Engine.Tests.Definitions;

/// <summary>rules/schema holds what editors complete: every key that the loaders know is in it, and the reverse.</summary>
public sealed class RuleSchemaTests
{
    private const string Unknown = "zzz";

    /// <summary>A rule with every key that there is; the files of the repository do not use all of them.</summary>
    private const string EveryKey = """
        kind: grade
        rules:
          - id: probe
            title: { zh-CN: 甲, en: A }
            basis: { zh-CN: 乙, en: B }
            pupils: { grades: [一年级], terms: [1], boarding: true, left-behind: true, categories: [poor] }
            params: { days: 1 }
            bounds: { days: [1, 3] }
            evidence: exam.places
            when: "true"
            severity: "1"
            because: { zh-CN: 丙, en: C }
            examples:
              - given:
                  pupil: { grade: 一年级, boarding: true, leftBehind: true, categories: [poor] }
                  attendance: { marks: [{ kind: late }] }
                  exam: { results: [{ score: 1 }], places: [{ rank: 1 }] }
                  observations: [{ kind: fight }]
                  guardian: { dossier: [{ }] }
                  contact: { lapse: [{ }] }
                  term: { half: 1 }
                expect: { severity: 1 }
        """;

    public static TheoryData<string, string, string> Files() => new()
    {
        { "flags", "flags/probe.yaml", EveryKey },
        { "escalation", CarePolicyFiles.Escalation, Repository.RuleFiles()[CarePolicyFiles.Escalation] },
        { "workflow", CarePolicyFiles.Workflow, Repository.RuleFiles()[CarePolicyFiles.Workflow] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void The_schema_has_the_keys_that_the_loader_knows_and_no_others(string schema, string file, string text)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Rules, "schema", $"{schema}.schema.json")))!.AsObject();
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var seen = new HashSet<string>();

        Compare(yaml, file, root, root, yaml.Documents[0].RootNode, "", seen);

        Reachable(root, root, "").Except(seen).ShouldBeEmpty("keys of the schema that no probe has reached");
    }

    [Fact]
    public void Every_rule_file_names_its_schema_in_its_first_line()
    {
        foreach (var (name, text) in Repository.RuleFiles())
        {
            var first = text.ReplaceLineEndings("\n").Split('\n')[0];
            first.ShouldStartWith("# yaml-language-server: $schema=", customMessage: name);
            var schema = Path.Combine(Repository.Rules, Path.GetDirectoryName(name)!, first.Split('=')[1]);
            File.Exists(schema).ShouldBeTrue($"{name} names {first}");
        }
    }

    private static void Compare(YamlStream yaml, string file, JsonObject root, JsonObject schema, YamlNode node, string path, HashSet<string> seen)
    {
        schema = Resolve(root, schema, node);
        if (node is YamlSequenceNode list)
        {
            foreach (var child in list.Children)
                Compare(yaml, file, root, schema["items"]!.AsObject(), child, path, seen);
        }

        if (node is not YamlMappingNode map)
            return;
        var known = KnownKeys(yaml, file, map);
        var properties = schema["properties"]?.AsObject();
        if (known is null)
        {
            properties.ShouldBeNull($"the loader takes any key at '{path}'");
            return;
        }

        schema["additionalProperties"]!.GetValue<bool>().ShouldBeFalse(path);
        properties!.Select(p => p.Key).Order(StringComparer.Ordinal).ShouldBe(known.Order(StringComparer.Ordinal), $"keys at '{path}'");
        seen.Add(path);
        foreach (var (key, child) in map.Children)
            Compare(yaml, file, root, properties![key.ToString()]!.AsObject(), child, $"{path}/{key}", seen);
    }

    /// <summary>What the loader says that it expected where a key is unknown; null where any key will do.</summary>
    private static string[]? KnownKeys(YamlStream yaml, string file, YamlMappingNode map)
    {
        map.Add(Unknown, "1");
        using var text = new StringWriter();
        yaml.Save(text, assignAnchors: false);
        map.Children.Remove(new YamlScalarNode(Unknown));
        var files = Repository.RuleFiles();
        files[file] = text.ToString();
        List<FileProblem> problems = [];
        try
        {
            CarePolicyFiles.Load(files);
        }
        catch (DefinitionException e)
        {
            problems.AddRange(e.Problems);
        }

        var found = problems.Find(p => p.Message.StartsWith($"unknown key '{Unknown}'", StringComparison.Ordinal));
        return found?.Message.Split("expected one of ")[1].Split(", ", StringSplitOptions.RemoveEmptyEntries);
    }

    private static JsonObject Resolve(JsonObject root, JsonObject schema, YamlNode node)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference)
            return root["$defs"]![reference["#/$defs/".Length..]]!.AsObject();
        return schema["anyOf"]?.AsArray() is { } several && node is YamlMappingNode
            ? several.Select(s => s!.AsObject()).First(s => s.ContainsKey("properties"))
            : schema;
    }

    /// <summary>The paths of all objects with keys of their own in the schema.</summary>
    private static IEnumerable<string> Reachable(JsonObject root, JsonObject schema, string path)
    {
        schema = Resolve(root, schema, new YamlMappingNode());
        if (schema["items"] is JsonObject items)
            return Reachable(root, items, path);
        if (schema["properties"] is not JsonObject properties)
            return [];
        return properties.SelectMany(p => Reachable(root, p.Value!.AsObject(), $"{path}/{p.Key}")).Prepend(path);
    }
}
