using System.Globalization;
using System.Text.Json;
using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Decisions;
using CaseFlow.Benchmarks.Evaluation;
using CaseFlow.Benchmarks.Loading;
using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Benchmarks.Screening;
using CaseFlow.Benchmarks.Serving;

var folder = CountyFolder.Usual;
return args switch
{
    ["loading"] => Tell(LoadingBenchmark.Run(LoadingBenchmark.Once(), 21)),
    ["evaluation"] => Tell(EvaluationBenchmark.Run(100_000, 15)),
    ["screening"] => Tell(ScreeningBenchmark.Run(folder, 100_000, 5)),
    ["screening", var children] => Tell(ScreeningBenchmark.Run(folder, Number(children), 5)),
    ["scale"] => Tell(ScaleBenchmark.Run(folder, 10_000, 1_000_000)),
    ["scale", var small, var large] => Tell(ScaleBenchmark.Run(folder, Number(small), Number(large))),
    ["decisions"] => Tell(await DecisionBenchmark.RunAsync(folder, 10_000, 100_000, 9, 150)),
    ["sweep"] => Tell(await SweepBenchmark.RunAsync(folder, 10_000, 20_000)),
    ["long-case"] => Tell(await LongCaseBenchmark.RunAsync(folder, 10_000, 500, 300)),
    ["serving"] => Tell(await ServingBenchmark.RunAsync(folder, ServingPlan.Promised)),
    ["screening-process", "once", var file] => Say(await ScreeningRun.OnceAsync(file)),
    ["screening-process", "pairs", var file, var rounds] => Say(await ScreeningRun.PairsAsync(file, Number(rounds))),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

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

static int Usage()
{
    Console.Error.WriteLine("loading | evaluation | screening [CHILDREN] | scale [SMALL LARGE] | decisions | sweep | long-case | serving: see docs/benchmarks.md");
    return 2;
}
