namespace CaseFlow.Engine.Tests.Rules;

public sealed class WhichPupilsTests
{
    [Theory]
    [InlineData("grades: [六年级]", true)]
    [InlineData("grades: [一年级, 二年级]", false)]
    [InlineData("terms: [spring]", true)]
    [InlineData("terms: [2]", true)]
    [InlineData("terms: [autumn]", false)]
    [InlineData("terms: [autumn, spring]", true)]
    [InlineData("boarding: true", true)]
    [InlineData("boarding: false", false)]
    [InlineData("left-behind: true", true)]
    [InlineData("left-behind: false", false)]
    [InlineData("categories: [orphan, poor]", true)]
    [InlineData("categories: [orphan]", false)]
    [InlineData("grades: [六年级], boarding: true, categories: [poor]", true)]
    [InlineData("grades: [六年级], boarding: false", false)]
    public void A_rule_flags_the_pupils_that_it_names_and_no_others(string pupils, bool flagged)
    {
        var rule = OneRule.Read("exam.hasFall", $"    pupils: {{ {pupils} }}");

        (rule.Find(OneRule.Child) is not null).ShouldBe(flagged);
    }

    [Fact]
    public void A_rule_that_names_no_pupils_applies_to_all() => OneRule.Read("exam.hasFall").Find(OneRule.Child).ShouldNotBeNull();

    [Fact]
    public void The_pupils_are_looked_at_before_the_condition()
    {
        var rule = OneRule.Read("1 / (exam.fallTenths - 120) > 0", "    pupils: { grades: [一年级] }");

        rule.Find(OneRule.Child).ShouldBeNull("the condition would have failed on a division by zero");
    }

    [Theory]
    [InlineData("grade: [六年级]", 6, 15, "unknown key 'grade'")]
    [InlineData("terms: [summer]", 6, 23, "'summer' is not known here; expected autumn or spring")]
    [InlineData("boarding: often", 6, 25, "'often' is not known here; expected true or false")]
    [InlineData("categories: [rich]", 6, 28, "'rich' is not known here; expected one of dropout-risk")]
    [InlineData("grades: 六年级", 6, 23, "expected a list")]
    [InlineData("grades: []", 6, 23, "'grades' names nothing")]
    public void A_mistake_is_named_with_its_line_and_column(string pupils, int line, int column, string says)
    {
        var problem = OneRule.ProblemsOf($"    pupils: {{ {pupils} }}").ShouldHaveSingleItem();

        problem.Message.ShouldContain(says);
        (problem.Line, problem.Column).ShouldBe((line, column));
    }

    [Fact]
    public void An_empty_block_is_refused() =>
        OneRule.ProblemsOf("    pupils: {}").ShouldHaveSingleItem().Message.ShouldContain("leave 'pupils' out");

    [Fact]
    public void A_child_that_is_not_meant_costs_no_allocation()
    {
        var rule = OneRule.Read("exam.hasFall", "    pupils: { grades: [一年级, 二年级], terms: [spring], boarding: true, categories: [orphan, poor] }");
        for (var i = 0; i < 200; i++)
            rule.Find(OneRule.Child).ShouldBeNull();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 10_000; i++)
            rule.Find(OneRule.Child);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
