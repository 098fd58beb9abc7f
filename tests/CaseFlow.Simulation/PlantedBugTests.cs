using CaseFlow.Simulation.PlantedBugs;
using Shouldly;
using Xunit;

namespace CaseFlow.Simulation;

/// <summary>The simulation can fail: it finds what is planted in the engine.</summary>
public sealed class PlantedBugTests
{
    /// <summary>Those that need the fewest seeds, of different kinds; all of them by hand with <c>--bugs</c>.</summary>
    private static readonly string[] Usual =
    [
        "no version check: the last writer wins", "a message is lost", "the key is kept before the work", "whoever asks decides",
        "found here: a slow screening does not look again",
    ];

    public static TheoryData<string> Planted => [.. Usual];

    [Theory]
    [MemberData(nameof(Planted))]
    public void It_is_found_within_a_thousand_seeds(string name) =>
        MutatedEngine.Find(AllBugs.List.Single(b => b.Name == name), most: 1000).ShouldNotBeNull();

    [Fact]
    public void Every_bug_still_has_its_place_in_the_engine()
    {
        foreach (var bug in AllBugs.List)
            bug.PlantIn(File.ReadAllText(Path.Combine(Repository.Engine, bug.File))).ShouldContain(bug.Instead);
    }
}
