using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Tests.Cases;

namespace CaseFlow.Engine.Tests.Rules;

/// <summary>rules/examples holds worked rules that a school can switch on by copying a file into rules/flags.</summary>
public sealed class ExampleRulesTests
{
    private const string Folder = "examples/";

    [Fact]
    public void None_of_them_is_in_force_by_default() =>
        CarePolicyFiles.Load(Repository.Rules).Rules.Rules.ShouldAllBe(r => r.File.StartsWith(CarePolicyFiles.FlagsFolder));

    [Fact]
    public void There_are_ten_and_each_has_the_name_of_its_file()
    {
        var switchedOn = SwitchedOn(_ => true);

        switchedOn.Count.ShouldBe(10);
        switchedOn.ShouldAllBe(r => r.File == $"{CarePolicyFiles.FlagsFolder}{r.Id}.yaml");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_loads_beside_the_base_rules_with_its_examples_and_is_answered_by_a_watch(string name)
    {
        var rule = SwitchedOn(n => n == name).ShouldHaveSingleItem();

        Story.Policy.Workflow.Watch.ShouldContain(w => w.Kinds.Contains(rule.Kind), "at level 1 somebody has to do something");
        var text = Repository.RuleFiles()[name];
        text.ShouldContain("expect: none", customMessage: "an example of a child that is not meant");
        text.ShouldContain("expect: { severity:", customMessage: "an example of a child that is");
    }

    public static TheoryData<string> Names() => [.. Examples()];

    private static IEnumerable<string> Examples() =>
        Repository.RuleFiles().Keys.Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>Copies the files into flags, as a school would, and gives the rules that come with them.</summary>
    private static List<Engine.Rules.FlagRule> SwitchedOn(Func<string, bool> which)
    {
        var files = Repository.RuleFiles();
        foreach (var name in Examples().Where(which))
            files[name.Replace(Folder, CarePolicyFiles.FlagsFolder, StringComparison.Ordinal)] = files[name];
        var known = Story.Policy.Rules.Rules.Select(r => r.Id).ToHashSet();
        return [.. CarePolicyFiles.Load(files).Rules.Rules.Where(r => !known.Contains(r.Id))];
    }
}
