using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules;

public sealed class RuleExplanationTests
{
    [Fact]
    public void The_part_that_fails_is_named_with_the_values_of_what_it_compares()
    {
        var explanation = OneRule.Read("exam.hasFall && exam.fallTenths >= params.drop * 10").Explain(OneRule.Child);

        explanation.Holds.ShouldBeFalse();
        var part = explanation.InTheWay.ShouldHaveSingleItem();
        part.ToString().ShouldBe("exam.fallTenths >= params.drop * 10 → false (exam.fallTenths = 120, params.drop * 10 = 200)");
        explanation.Parts[0].ToString().ShouldBe("exam.hasFall → true");
    }

    [Fact]
    public void The_block_of_pupils_is_part_of_the_explanation()
    {
        var explanation = OneRule.Read("exam.hasFall", "    pupils: { grades: [一年级, 二年级], terms: [spring] }").Explain(OneRule.Child);

        explanation.Found.ShouldBeNull();
        explanation.Parts.Select(p => p.ToString()).ShouldBe(
        [
            "pupils.grades: 一年级, 二年级 → false (pupil.grade = '六年级')",
            "pupils.terms: spring → true (term.half = 2)",
            "exam.hasFall → true",
        ]);
    }

    [Fact]
    public void A_rule_that_holds_shows_its_flag_and_its_parts()
    {
        var explanation = OneRule.Read("exam.hasFall && 'poor' in pupil.categories").Explain(OneRule.Child);

        explanation.Found.ShouldNotBeNull().Severity.ShouldBe(2);
        explanation.InTheWay.ShouldBeEmpty();
        explanation.Parts[1].Values.Select(v => v.ToString()).ShouldBe(["pupil.categories = ['poor']"]);
    }

    [Fact]
    public void A_part_without_a_value_says_why()
    {
        var explanation = OneRule.Read("guardian.onFile && guardian.age >= 70").Explain(OneRule.Child);

        explanation.Failure.ShouldNotBeNull();
        var part = explanation.Parts[1];
        part.Holds.ShouldBeNull();
        part.Failure.ShouldNotBeNullOrEmpty();
        part.Values.Select(v => v.ToString()).ShouldBe(["guardian.age = unset"]);
    }

    [Theory]
    [InlineData("a && b && c", "a", "b", "c")]
    [InlineData("(a && b) && (c || d)", "a", "b", "c || d")]
    [InlineData("a && b || c", "a && b || c")]
    [InlineData("a && b ? c : d", "a && b ? c : d")]
    [InlineData("x.exists(y, y > 1 && y < 3) && a['&&'] == '&& b'", "x.exists(y, y > 1 && y < 3)", "a['&&'] == '&& b'")]
    [InlineData("a // && not this\n && b", "a", "b")]
    public void A_condition_is_split_at_its_outermost_ands(string text, params string[] parts) =>
        ConditionText.Conjuncts(text).ShouldBe(parts);

    [Theory]
    [InlineData("exam.fallTenths >= params.drop * 10", "exam.fallTenths,params.drop * 10")]
    [InlineData("size(evidence) >= params.once", "size(evidence),params.once,evidence")]
    [InlineData("'poor' in pupil.categories", "pupil.categories")]
    [InlineData("!(a.b == 3)", "a.b")]
    [InlineData("exam.hasFall", "")]
    [InlineData("has(guardian.age)", "guardian.age")]
    [InlineData("name.startsWith('x')", "name")]
    public void What_a_part_compares_and_names_is_what_a_reader_wants_to_see(string text, string named) =>
        string.Join(',', ConditionText.Named(text)).ShouldBe(named);

    [Fact]
    public void Every_base_rule_can_be_taken_apart()
    {
        foreach (var rule in Engine.Cases.CarePolicyFiles.Load(Repository.Rules).Rules.Rules)
            rule.Explain(OneRule.Child).Parts.ShouldNotBeEmpty(rule.Id);
    }
}
