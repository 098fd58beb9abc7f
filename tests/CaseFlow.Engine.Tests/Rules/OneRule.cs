using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Tests.Rules;

/// <summary>A file with one rule, and a child as its facts; tests change what they are about.</summary>
internal static class OneRule
{
    public static readonly ChildFacts Child = new(
        new PupilFacts("六年级", "F", true, true, true, true, true, ["poor"], 12),
        new AttendanceFacts([], 30, 0),
        new ExamFacts(true, 3, [], true, 120, "40.0", "52.0",
            [new PlaceFact("期中", 5, 11, 520) { Date = new DateOnly(2025, 11, 10) }, new PlaceFact("期末", 7, 11, 400) { Date = new DateOnly(2026, 1, 12) }]),
        [],
        new GuardianFacts(true, "祖父", null, []),
        new ContactFacts(true, true, 3, []),
        new TermFacts(2, 8));

    public static string File(string when = "exam.fallTenths >= params.drop * 10", string pupils = "") => string.Join('\n',
        "kind: grade", "rules:", "  - id: fall", "    title: { zh-CN: 下滑, en: Fall }", "    basis: { zh-CN: 依据, en: Basis }", pupils,
        "    params: { drop: 20 }", "    evidence: exam.places", $"    when: {when}", "    severity: \"2\"",
        "    because: { zh-CN: 因为, en: because }");

    public static FlagRule Read(string when = "exam.fallTenths >= params.drop * 10", string pupils = "")
    {
        var problems = new List<FileProblem>();
        var rules = FlagRuleFile.Read("flags/one.yaml", File(when, pupils), problems);
        problems.ShouldBeEmpty();
        return rules.ShouldHaveSingleItem();
    }

    public static List<FileProblem> ProblemsOf(string pupils)
    {
        var problems = new List<FileProblem>();
        FlagRuleFile.Read("flags/one.yaml", File(pupils: pupils), problems);
        return problems;
    }
}
