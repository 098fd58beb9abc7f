using CaseFlow.Simulation.Seeds;

namespace CaseFlow.Elsa.Tests;

/// <summary>The simulation under faults, with Elsa going on with every case.</summary>
public sealed class SimulationTests
{
    private const int Seeds = 100;

    [Fact]
    public void A_hundred_seeds_leave_the_same_bytes_as_with_the_built_in_engine()
    {
        using var elsa = new ElsaWorkflowEngine();
        var events = 0;
        Parallel.For(1, Seeds + 1, seed =>
        {
            var onElsa = ManySeeds.One(seed, engine: elsa);

            onElsa.Failure.ShouldBeNull(onElsa.Report());
            onElsa.Fingerprint.ShouldBe(ManySeeds.One(seed).Fingerprint, $"seed {seed}");
            Interlocked.Add(ref events, onElsa.Events);
        });

        events.ShouldBeGreaterThan(Seeds * 20, "the school lives");
    }
}
