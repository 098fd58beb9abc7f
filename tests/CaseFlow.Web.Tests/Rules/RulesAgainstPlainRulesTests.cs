using CaseFlow.TestSchools;

namespace CaseFlow.Web.Tests.Rules;

/// <summary>The rule files and the engine against a second, plain implementation that was written from the specification alone.</summary>
public sealed class RulesAgainstPlainRulesTests
{
    public static TheoryData<int, string> Schools()
    {
        var data = new TheoryData<int, string>();
        for (var seed = 1; seed <= 40; seed++)
            data.Add(seed, nameof(RandomSchoolSize.Tiny));
        for (var seed = 101; seed <= 112; seed++)
            data.Add(seed, nameof(RandomSchoolSize.Small));
        data.Add(201, nameof(RandomSchoolSize.Middle));
        return data;
    }

    [Theory]
    [MemberData(nameof(Schools))]
    public async Task Flags_and_levels_of_every_child_are_those_of_the_plain_rules(int seed, string size)
    {
        var school = RandomSchool.Make(seed, SizeOf(size));
        using var installation = new TestInstallation();
        using var files = new TempFolder();
        SchoolFiles.Write(school, files.Path, seed % 3 == 0 ? CsvStyle.ChineseOffice : CsvStyle.Plain);
        var import = await installation.ImportAsync(files.Path);
        import.AllProblems.Select(p => p.ToString()).ShouldBeEmpty();

        foreach (var day in RandomSchool.InterestingDays(school).Order())
        {
            var expected = PlainRules.Screen(school, day);
            var found = await installation.ScreenAsync(day);

            found.Children.ShouldBe(expected.Children, $"seed {seed}, {day}");
            Lines(found).ShouldBe(Lines(expected), $"seed {seed}, {day}");
            found.Levels.ToDictionary(l => l.Student, l => l.Level).OrderBy(l => l.Key, StringComparer.Ordinal)
                .ShouldBe(expected.Levels.OrderBy(l => l.Key, StringComparer.Ordinal), $"seed {seed}, {day}");
            found.Failures.ShouldBeEmpty();
        }

        (await installation.VerifyAsync()).Invariants.SelectMany(i => i.Broken).ShouldBeEmpty();
    }

    [Fact]
    public void The_random_schools_reach_every_rule_at_every_severity()
    {
        var coverage = RandomSchool.Coverage(Enumerable.Range(1, 20));
        foreach (var (rule, severity) in new[]
        {
            ("absence-unexcused", 1), ("absence-unexcused", 2), ("absence-streak", 3), ("absence-chronic", 2), ("absence-chronic", 3),
            ("tardiness", 1), ("grade-drop", 2), ("grade-drop", 3), ("grade-failing", 1), ("grade-failing", 2), ("emotion-signs", 2),
            ("emotion-persistent", 3), ("peer-conflict", 1), ("peer-conflict", 2), ("health", 1), ("conduct", 1), ("conduct", 2),
            ("night-missing", 3), ("safety", 4), ("guardian-none", 3), ("guardian-frail", 1), ("contact-lapsed", 1),
        })
        {
            coverage.Flags.GetValueOrDefault((rule, severity)).ShouldBeGreaterThan(5, $"{rule} {severity}");
        }

        coverage.Unflagged.ShouldBeGreaterThan(coverage.Children / 4);
    }

    private static RandomSchoolSize SizeOf(string name) => name switch
    {
        nameof(RandomSchoolSize.Tiny) => RandomSchoolSize.Tiny,
        nameof(RandomSchoolSize.Small) => RandomSchoolSize.Small,
        _ => RandomSchoolSize.Middle,
    };

    private static IEnumerable<string> Lines(Engine.Runtime.ScreeningReport report) => report.Flags
        .Select(f => Line(f.Student, f.Finding.Rule, f.Finding.Kind, f.Finding.Severity, f.Finding.Since, f.Finding.Evidence.Count, !f.Finding.Rule.StartsWith("guardian", StringComparison.Ordinal) && f.Finding.Rule != "contact-lapsed"));

    private static IEnumerable<string> Lines(PlainResult result) => result.Flags
        .OrderBy(f => f.Student, StringComparer.Ordinal).ThenBy(f => f.Rule, StringComparer.Ordinal)
        .Select(f => Line(f.Student, f.Rule, f.Kind, f.Severity, f.Since, f.EvidenceCount, f.SinceIsCertain));

    private static string Line(string student, string rule, string kind, int severity, DateOnly since, int evidence, bool certain) =>
        certain ? $"{student} {rule} {kind} {severity} since {since:yyyy-MM-dd} on {evidence}" : $"{student} {rule} {kind} {severity}";
}
