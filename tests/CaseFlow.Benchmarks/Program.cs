using System.Globalization;
using System.Text.Json;
using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Evaluation;
using CaseFlow.Benchmarks.Loading;
using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Benchmarks.Screening;

return args switch
{
    ["loading"] => Tell(LoadingBenchmark.Run(LoadingBenchmark.Once(), 21)),
    ["evaluation"] => Tell(EvaluationBenchmark.Run(100_000, 15)),
    ["screening"] => Tell(ScreeningBenchmark.Run(CountyFolder.Usual, 100_000, 5)),
    ["screening", var children] => Tell(ScreeningBenchmark.Run(CountyFolder.Usual, int.Parse(children, CultureInfo.InvariantCulture), 5)),
    ["screening-process", "once", var file] => Say(await ScreeningRun.OnceAsync(file)),
    ["screening-process", "pairs", var file, var rounds] => Say(await ScreeningRun.PairsAsync(file, int.Parse(rounds, CultureInfo.InvariantCulture))),
    _ => 2,
};

static int Tell(Findings found)
{
    found.Write(Console.Out);
    return found.Met ? 0 : 1;
}

static int Say(ScreeningRun run)
{
    Console.WriteLine(JsonSerializer.Serialize(run));
    return 0;
}
