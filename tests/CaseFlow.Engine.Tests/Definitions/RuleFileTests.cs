using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;

namespace CaseFlow.Engine.Tests.Definitions;

public sealed class RuleFileTests
{
    [Fact]
    public void The_base_rules_are_in_order() =>
        CarePolicyFiles.Load(Repository.Rules).Rules.Rules.Select(r => r.Id).Order(StringComparer.Ordinal).ShouldBe(
        [
            "absence-chronic", "absence-streak", "absence-unexcused", "conduct", "contact-lapsed", "emotion-persistent", "emotion-signs",
            "grade-drop", "grade-failing", "guardian-frail", "guardian-none", "health", "night-missing", "peer-conflict", "safety", "tardiness",
        ]);

    [Theory]
    [InlineData("flags/grade.yaml", "exam.hasFall && exam.ageDays", "exam.hasFall && exam.ageDayz", "ageDayz")]
    [InlineData("flags/grade.yaml", "exam.hasFall && exam.ageDays", "exam.fallTenths && exam.ageDays", "bool")]
    [InlineData("flags/absence.yaml", "params.once\n", "params.ounce\n", "ounce")]
    [InlineData("flags/absence.yaml", "kind: absence\nrules", "kin: absence\nrules", "unknown key 'kin'")]
    [InlineData("flags/absence.yaml", "params: { days: 3 }", "params: { days: 2 }", "example of 'absence-streak'")]
    [InlineData("escalation.yaml", "case.level == 3", "case.level == 'three'", "")]
    [InlineData("escalation.yaml", "emergency: true", "urgent: true", "unknown key 'urgent'")]
    [InlineData("workflows/child-care.yaml", "limit: { 2: 2 school days,", "limit: { 2: two days,", "'two days' is no time limit")]
    [InlineData("workflows/child-care.yaml", "after: [taken]", "after: [token]", "'token' is no milestone")]
    [InlineData("workflows/child-care.yaml", "kind: review", "kind: revue", "'revue' is not known here")]
    [InlineData("workflows/child-care.yaml", "who: visitor", "who: nobody", "'nobody' is not known here")]
    public void A_mistake_is_named_with_file_line_and_column(string file, string right, string wrong, string says)
    {
        var files = Repository.RuleFiles();
        var at = files[file].ReplaceLineEndings("\n").IndexOf(right, StringComparison.Ordinal);
        at.ShouldBeGreaterThan(0 - 1);
        files[file] = files[file].ReplaceLineEndings("\n").Remove(at, right.Length).Insert(at, wrong);
        var line = 1 + files[file][..at].Count(c => c == '\n');

        var problems = Should.Throw<DefinitionException>(() => CarePolicyFiles.Load(files)).Problems;

        problems.ShouldContain(p => p.File == file && p.Line >= line - 3 && p.Line <= line + 20 && p.Column >= 1 && p.Message.Contains(says));
    }

    [Fact]
    public void A_type_error_points_at_the_very_column()
    {
        var files = Repository.RuleFiles();
        files["flags/health.yaml"] = files["flags/health.yaml"].Replace("when: size(evidence) >= 1", "when: size(evidence) >= 'one'");
        var lines = files["flags/health.yaml"].ReplaceLineEndings("\n").Split('\n');
        var line = Array.FindIndex(lines, l => l.Contains("when:"));

        var problem = Should.Throw<DefinitionException>(() => CarePolicyFiles.Load(files)).Problems.First();

        problem.Line.ShouldBe(line + 1);
        problem.Column.ShouldBeInRange(lines[line].IndexOf("size", StringComparison.Ordinal) + 1, lines[line].Length);
    }

    [Fact]
    public void Text_that_is_no_yaml_is_named_with_its_place()
    {
        var files = Repository.RuleFiles();
        files["escalation.yaml"] = "levels: [";

        Should.Throw<DefinitionException>(() => CarePolicyFiles.Load(files)).Problems.ShouldContain(p => p.File == "escalation.yaml" && p.Message.Contains("YAML"));
    }

    [Fact]
    public void All_that_is_wrong_is_named_in_one_go()
    {
        var files = Repository.RuleFiles();
        files["flags/health.yaml"] = files["flags/health.yaml"].Replace("size(evidence)", "sise(evidence)");
        files["flags/peers.yaml"] = files["flags/peers.yaml"].Replace("o.group", "o.grupp");
        files.Remove("escalation.yaml");

        Should.Throw<DefinitionException>(() => CarePolicyFiles.Load(files)).Problems.Select(p => p.File).Distinct()
            .ShouldBe(["escalation.yaml", "flags/health.yaml", "flags/peers.yaml"], ignoreOrder: true);
    }

    [Fact]
    public void The_same_rule_twice_is_refused()
    {
        var files = Repository.RuleFiles();
        files["flags/zz.yaml"] = files["flags/health.yaml"];

        Should.Throw<DefinitionException>(() => CarePolicyFiles.Load(files)).Problems.ShouldContain(p => p.Message.Contains("'health' is there twice"));
    }

    [Fact]
    public void The_version_of_a_file_is_its_content()
    {
        var files = Repository.RuleFiles();
        var before = CarePolicyFiles.Load(files).Rules.Rules.Single(r => r.Id == "health").FileVersion;
        files["flags/health.yaml"] = files["flags/health.yaml"].ReplaceLineEndings("\r\n");
        CarePolicyFiles.Load(files).Rules.Rules.Single(r => r.Id == "health").FileVersion.ShouldBe(before, "line ends are not content");

        files["flags/health.yaml"] += "# a remark\n";
        CarePolicyFiles.Load(files).Rules.Rules.Single(r => r.Id == "health").FileVersion.ShouldNotBe(before);
    }
}
