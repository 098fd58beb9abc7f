using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Decisions;
using CaseFlow.Benchmarks.Evaluation;
using CaseFlow.Benchmarks.Loading;
using CaseFlow.Benchmarks.Screening;
using CaseFlow.Benchmarks.Serving;
using Xunit;

namespace CaseFlow.Benchmarks;

/// <summary>Every benchmark runs on a small county, and what it checks of its own work holds. No time is judged here.</summary>
public sealed class SmokeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-benchmarks");

    private CountyFolder Counties => new(folder.FullName);

    [Fact]
    public void Rules_and_hand_written_code_find_the_same() => EvaluationBenchmark.Run(2_000, 1);

    [Fact]
    public void Rules_are_loaded() => LoadingBenchmark.Run(LoadingBenchmark.Once(), 1);

    [Fact]
    public void A_county_is_screened_twice_and_nothing_changes() => ScreeningBenchmark.Run(Counties, 450, 1, ownProcess: false);

    [Fact]
    public void Two_counties_are_screened() => ScaleBenchmark.Run(Counties, 180, 360, ownProcess: false);

    [Fact]
    public async Task Tasks_are_given_to_others() => await DecisionBenchmark.RunAsync(Counties, 900, 60, 1, 5);

    [Fact]
    public async Task All_that_is_due_is_swept() => await SweepBenchmark.RunAsync(Counties, 450, 30);

    [Fact]
    public async Task A_long_case_is_loaded() => await LongCaseBenchmark.RunAsync(Counties, 450, 20, 1);

    [Fact]
    public async Task A_county_is_served() =>
        await ServingBenchmark.RunAsync(Counties, new ServingPlan(900, 60, 10, TimeSpan.FromSeconds(2), 1, [10]));

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
