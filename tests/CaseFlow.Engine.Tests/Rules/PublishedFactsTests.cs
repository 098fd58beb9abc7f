using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Tests.Rules;

/// <summary>docs/facts.md says what a rule can know of a child: names, types and meanings are those of the code.</summary>
public sealed partial class PublishedFactsTests
{
    private const string Start = "<!-- facts of the code: start -->\n";
    private const string End = "<!-- facts of the code: end -->\n";

    private static readonly XDocument Comments = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "CaseFlow.Engine.xml"));

    [Fact]
    public void The_facts_in_the_docs_are_those_of_the_code()
    {
        var path = Path.Combine(Repository.Root, "docs", "facts.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var from = text.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        var to = text.IndexOf(End, StringComparison.Ordinal);
        // After a change of the facts: CASEFLOW_WRITE_DOCS=1 dotnet test, and commit what it wrote.
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_DOCS") == "1")
            File.WriteAllText(path, text[..from] + Tables() + text[to..]);
        else
            text[from..to].ShouldBe(Tables());
    }

    [Fact]
    public void Every_fact_says_what_it_means()
    {
        foreach (var (type, _) in Sections())
        {
            foreach (var field in FieldsOf(type))
                Meaning(type, field).ShouldNotBeNullOrWhiteSpace($"{type.Name}.{field.Name}");
        }
    }

    private static string Tables()
    {
        var text = new StringBuilder();
        foreach (var (type, path) in Sections())
        {
            text.Append($"\n### {path}\n\n{Summary(type)}\n");
            if (FieldsOf(type).Count == 0)
            {
                text.Append("\nIt has no fields of its own: it can be counted and given as evidence. 没有可选取的字段，可计数，可作依据。\n");
                continue;
            }

            text.Append("\n| name 名称 | type 类型 | meaning 含义 |\n| --- | --- | --- |\n");
            foreach (var field in FieldsOf(type))
                text.Append($"| `{Prefix(path)}{field.Name}` | {TypeOf(field)} | {Meaning(type, field)} |\n");
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The classes of facts with where a rule finds them, each group before its elements.</summary>
    private static IEnumerable<(Type Type, string Path)> Sections()
    {
        foreach (var fact in FieldsOf(typeof(ChildFacts)))
        {
            if (Element(fact) is { } listed)
            {
                yield return (listed, $"each of `{fact.Name}`");
                continue;
            }

            var group = fact.Property.PropertyType;
            yield return (group, $"`{fact.Name}`");
            foreach (var list in FieldsOf(group).Where(f => Element(f) is not null))
                yield return (Element(list)!, $"each of `{fact.Name}.{list.Name}`");
        }
    }

    private static string Prefix(string path) => path.StartsWith('`') ? path.Trim('`') + "." : "";

    private static List<ObjectField> FieldsOf(Type type) =>
        [.. ObjectShape.Of(type).Names.Select(name => ObjectShape.Of(type).Find(name)!)];

    private static Type? Element(ObjectField field) => field.Type.Kind == CelKind.List ? field.Type.Element!.ClrType : null;

    private static string TypeOf(ObjectField field)
    {
        var name = field.Type.Kind switch
        {
            CelKind.Bool => "true or false 是非",
            CelKind.Int => "whole number 整数",
            CelKind.String => "text 文字",
            CelKind.List => "list 列表",
            _ => field.Type.ToString(),
        };
        return field.IsOptional ? $"{name}; may be unset, ask with `has(…)` 可能为空" : name;
    }

    private static string Meaning(Type type, ObjectField field) =>
        Plain(Member($"T:{type.FullName}")?.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == field.Property.Name)
            ?? Member($"P:{field.Property.DeclaringType!.FullName}.{field.Property.Name}")?.Element("summary"));

    private static string Summary(Type type) => Plain(Member($"T:{type.FullName}")?.Element("summary"));

    private static XElement? Member(string name) => Comments.Descendants("member").FirstOrDefault(m => m.Attribute("name")!.Value == name);

    private static string Plain(XElement? comment)
    {
        if (comment is null)
            return "";
        var text = string.Concat(comment.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "paramref" } name => $"`{char.ToLowerInvariant(name.Attribute("name")!.Value[0])}{name.Attribute("name")!.Value[1..]}`",
            XElement { Name.LocalName: "see" } see => Constant(see.Attribute("cref")!.Value),
            XElement other => other.Value,
            _ => node.ToString(),
        }));
        return Space().Replace(text, " ").Trim();
    }

    /// <summary>A constant of the facts stands for its value.</summary>
    private static string Constant(string reference) =>
        typeof(ChildFacts).GetField(reference.Split('.')[^1])?.GetRawConstantValue()?.ToString() ?? reference.Split('.')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
