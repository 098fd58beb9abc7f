using CaseFlow.Adapters.Benchmarks;
using CaseFlow.Benchmarks.Measuring;

return args switch
{
    ["rules"] => Tell(RulesBenchmark.Run(100_000, 2, 9)),
    ["workflow"] => Tell(WorkflowBenchmark.Run(1_000, 1, 5)),
    _ => Usage(),
};

static int Tell(Findings found)
{
    found.Write(Console.Out);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("rules | workflow: see docs/benchmarks.md");
    return 2;
}
