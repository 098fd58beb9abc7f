using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Rules.Parameters;

namespace CaseFlow.Engine.Tests.Rules;

/// <summary>What a school sets over its files, and what becomes of it when the files change.</summary>
public sealed class ParameterSettingsTests
{
    [Fact]
    public void A_set_value_is_what_the_rule_judges_by_and_what_its_flag_carries()
    {
        OneRule.Read().Find(OneRule.Child).ShouldBeNull("it fell by 12");

        var flag = With("drop", "10").Rule.Find(OneRule.Child).ShouldNotBeNull();

        flag.Params.ShouldBe(new Dictionary<string, string> { ["drop"] = "10" });
        flag.FileVersion.ShouldStartWith(OneRule.Read().FileVersion + "+");
    }

    [Fact]
    public void The_value_of_the_file_is_no_other_version()
    {
        With("drop", "20").Rule.FileVersion.ShouldBe(OneRule.Read().FileVersion);
        With("drop", "10").Rule.FileVersion.ShouldNotBe(With("drop", "11").Rule.FileVersion);
    }

    [Theory]
    [InlineData("dip", "10", "parameter.unknown")]
    [InlineData("drop", "ten", "parameter.type")]
    [InlineData("drop", "1001", "parameter.bounds")]
    public void A_setting_that_no_longer_fits_is_named_and_the_file_holds(string parameter, string value, string why)
    {
        var (rule, ignored) = With(parameter, value);

        ignored.ShouldHaveSingleItem().Why.Id.ShouldBe(why);
        (rule.Parameters[0].InForceText, rule.FileVersion).ShouldBe(("20", OneRule.Read().FileVersion));
    }

    [Fact]
    public void A_setting_of_a_rule_that_the_files_no_longer_have_is_named()
    {
        var gone = new ParameterSetting("no-such-rule", "days", "3");

        CarePolicyFiles.Load(Repository.RuleFiles(), new ParameterSettings([gone])).Ignored.ShouldHaveSingleItem().Setting.ShouldBe(gone);
    }

    [Fact]
    public void A_value_with_which_the_rule_fails_on_its_own_examples_is_not_in_force()
    {
        const string Examples = "    examples:\n      - { given: { exam: { fallTenths: 400 } }, expect: { severity: 2 } }";
        var text = OneRule.File(when: "exam.fallTenths / params.drop >= 10") + "\n" + Examples;

        var (rule, ignored) = With("drop", "0", text);

        ignored.ShouldHaveSingleItem().Why.Id.ShouldBe("parameter.fails");
        rule.Parameters[0].InForceText.ShouldBe("20");
    }

    [Fact]
    public void A_value_that_would_flag_every_child_of_whom_nothing_is_known_is_not_in_force() =>
        With("drop", "0").Ignored.ShouldHaveSingleItem().Why.Id.ShouldBe("parameter.fails");

    [Fact]
    public void Examples_are_for_the_values_of_the_file_and_show_what_comes_out_otherwise()
    {
        const string Examples = "    examples:\n      - { given: { exam: { fallTenths: 250 } }, expect: { severity: 2 } }";

        var (rule, ignored) = With("drop", "30", OneRule.File() + "\n" + Examples);

        ignored.ShouldBeEmpty();
        rule.Text.Examples.ShouldBe([new RuleExample("{ exam: { fallTenths: 250 } }", 2, null)]);
    }

    [Theory]
    [InlineData("{ drop: [30, 40] }", "outside its own bounds")]
    [InlineData("{ drop: [40, 10] }", "needs [lowest, highest]")]
    [InlineData("{ drip: [1, 2] }", "'drip' is no parameter")]
    public void Bounds_in_a_file_are_checked(string bounds, string says)
    {
        var problems = new List<FileProblem>();

        FlagRuleFile.Read("flags/one.yaml", OneRule.File(pupils: $"    bounds: {bounds}"), problems);

        problems.ShouldContain(p => p.Message.Contains(says) && p.Line == 6);
    }

    [Fact]
    public void Every_parameter_of_the_base_rules_has_bounds_of_its_own() => CarePolicyFiles.Load(Repository.Rules).Rules.Rules
        .SelectMany(r => r.Parameters).Where(p => p.Bounds == ParameterBounds.Usual).ShouldBeEmpty();

    private static (FlagRule Rule, List<IgnoredSetting> Ignored) With(string parameter, string value, string? text = null)
    {
        var (problems, ignored) = (new List<FileProblem>(), new List<IgnoredSetting>());
        var settings = new ParameterSettings([new ParameterSetting("fall", parameter, value)]);
        var rules = FlagRuleFile.Read("flags/one.yaml", text ?? OneRule.File(), problems, settings, ignored);
        problems.ShouldBeEmpty();
        return (rules.ShouldHaveSingleItem(), ignored);
    }
}
