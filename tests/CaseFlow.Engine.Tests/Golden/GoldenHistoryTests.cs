using System.Reflection;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Tests.Golden;

/// <summary>Journals of every version replay in this one to the states that they had then.</summary>
public sealed class GoldenHistoryTests
{
    public static TheoryData<string> Files => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(GoldenFile.Folder, "*.json").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_journal_of_an_earlier_version_replays_to_the_same_state(string file)
    {
        foreach (var life in GoldenFile.Read(Path.Combine(GoldenFile.Folder, file)))
        {
            var state = Evolution.Replay(GoldenFile.RowsOf(life).Select(JournalRows.Read));

            GoldenFile.Differences(life.State, GoldenFile.StateOf(state)).ShouldBeEmpty($"{file}, {life.Name}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_hashes_of_an_earlier_version_still_hold(string file)
    {
        foreach (var row in GoldenFile.Read(Path.Combine(GoldenFile.Folder, file)).SelectMany(GoldenFile.RowsOf))
            JournalRows.HashOf(row).ShouldBe(row.Hash, $"{file}, {row.Type}");
    }

    [Fact]
    public void The_golden_histories_have_every_event_there_is()
    {
        // A version that adds events writes a file of its own: CASEFLOW_WRITE_GOLDEN=0.3 dotnet test, and commits what it wrote.
        if (Environment.GetEnvironmentVariable("CASEFLOW_WRITE_GOLDEN") is { Length: > 0 } version)
        {
            var path = Path.Combine(GoldenFile.Folder, $"{version}.json");
            File.Exists(path).ShouldBeFalse("a golden history is never written over");
            File.WriteAllText(path, GoldenFile.Text(Lives.All()));
        }

        var told = Names.SelectMany(file => GoldenFile.Read(Path.Combine(GoldenFile.Folder, file)))
            .SelectMany(life => life.Rows).Select(r => r.Type).ToHashSet();
        typeof(ChildEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => (string)a.TypeDiscriminator!)
            .Where(name => !told.Contains(name)).ShouldBeEmpty("no golden life has it: tell one in Lives");
    }

    [Fact]
    public void A_state_that_differs_is_told_with_its_place()
    {
        var life = Lives.All().First();
        var changed = life.State.DeepClone();
        changed["tasks"]![0]!["dueOn"] = "x";
        changed["cases"]![0]!["level"] = 4;

        GoldenFile.Differences(changed, life.State).ShouldBe(["state.cases[0].level was 4 and is 2", "state.tasks[0].dueOn is gone"], ignoreOrder: true);
    }
}
