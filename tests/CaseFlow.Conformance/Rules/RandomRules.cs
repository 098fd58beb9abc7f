using System.Globalization;

namespace CaseFlow.Conformance.Rules;

/// <summary>Rule files that nobody would write: conditions of any depth over all facts, some of which fail on some children.</summary>
public sealed class RandomRules(int seed)
{
    private static readonly string[] Conditions =
    [
        "pupil.boarding", "pupil.leftBehind", "pupil.sex == 'F'", "pupil.grade in ['一', '六']", "'poor' in pupil.categories",
        "has(pupil.age) && pupil.age >= {0}", "attendance.streak >= {1}", "attendance.termDays > {2}",
        "attendance.marks.exists(m, m.kind == 'absent' && m.schoolDaysAgo < {0})", "attendance.marks.filter(m, m.inTerm).size() >= {0}",
        "attendance.marks.all(m, m.kind != 'excused')", "exam.sat", "exam.fallTenths >= {2} * 10", "exam.results.exists_one(r, r.score < 6000)",
        "observations.exists(o, o.group == 'emotional' && o.severity >= {1})", "size(observations) > {1}",
        "observations.map(o, o.severity).exists(s, s == 3)", "guardian.onFile", "contact.days >= {2}", "term.half == 1",
        // these fail on some children
        "100 / (exam.ageDays - 60) > {1}", "guardian.age > {2}", "observations[{1}].severity > 1", "exam.results[0].score > 5000",
        "pupil.age * 9223372036854775 > {2}",
    ];

    private static readonly string[] Evidence = ["attendance.marks", "observations", "exam.results", "exam.places", "guardian.dossier", "contact.lapse"];

    private static readonly string[] Severities =
    [
        "1", "2", "3", "4", "exam.sat ? 2 : 1", "size(evidence) > 2 ? 3 : 1", "attendance.streak + 1", "evidence.size()",
    ];

#pragma warning disable CA5394 // a test wants the same chances every time
    private readonly Random chance = new(seed);

    /// <summary>The text of a file with as many rules.</summary>
    public string File(int rules)
    {
        var lines = new List<string> { "kind: any", "rules:" };
        for (var i = 1; i <= rules; i++)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  - id: rule-{seed}-{i}"));
            lines.Add("    title: { zh-CN: 试验, en: Trial }");
            lines.Add("    basis: { zh-CN: 试验, en: Trial }");
            lines.Add($"    evidence: \"{Of(Evidence)}\"");
            lines.Add($"    when: \"size(evidence) > 0 && ({Condition(chance.Next(4))})\"");
            lines.Add($"    severity: \"{Of(Severities)}\"");
            lines.Add("    because: { zh-CN: \"{size(evidence)} 条\", en: \"{size(evidence)} signals\" }");
        }

        return string.Join('\n', lines) + "\n";
    }

    private string Condition(int depth) => depth == 0
        ? string.Format(CultureInfo.InvariantCulture, Of(Conditions), chance.Next(1, 12), chance.Next(0, 4), chance.Next(10, 70))
        : chance.Next(4) switch
        {
            0 => $"!({Condition(depth - 1)})",
            1 => $"({Condition(depth - 1)}) || ({Condition(depth - 1)})",
            2 => $"({Condition(depth - 1)} ? {Condition(0)} : {Condition(0)})",
            _ => $"({Condition(depth - 1)}) && ({Condition(depth - 1)})",
        };

    private string Of(string[] some) => some[chance.Next(some.Length)];
}
