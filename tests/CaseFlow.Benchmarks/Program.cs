using CaseFlow.Benchmarks.Evaluation;
using CaseFlow.Benchmarks.Loading;
using CaseFlow.Benchmarks.Measuring;

if (args is ["loading"])
    return Tell(LoadingBenchmark.Run(LoadingBenchmark.Once(), 21));
return args is ["evaluation"] ? Tell(EvaluationBenchmark.Run(100_000, 15)) : 2;

static int Tell(Findings found)
{
    found.Write(Console.Out);
    return found.Met ? 0 : 1;
}
