using Xunit;

namespace CaseFlow.Adapters.Benchmarks;

/// <summary>Every benchmark runs on a few children, and what it checks of its own work holds. No time is judged here.</summary>
public sealed class SmokeTests
{
    [Fact]
    public void Both_engines_of_the_rules_find_the_same() => RulesBenchmark.Run(900, 0, 1);

    [Fact]
    public void Both_engines_of_the_workflow_go_on_the_same() => WorkflowBenchmark.Run(3, 0, 1);
}
