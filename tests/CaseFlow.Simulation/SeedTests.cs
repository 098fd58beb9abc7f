using CaseFlow.Simulation.Seeds;
using Shouldly;
using Xunit;

namespace CaseFlow.Simulation;

/// <summary>Every law holds whatever fails, and once nothing fails any more all that is due gets done.</summary>
public sealed class SeedTests
{
    /// <summary>As many as two cores run in some three minutes; 20,000 by hand.</summary>
    private const int Seeds = 500;

    [Fact]
    public void Every_law_holds_on_every_seed()
    {
        var (failed, ran, events, acknowledged) = ManySeeds.Run(1, Seeds);

        failed.Select(f => f.Report()).ShouldBeEmpty();
        ran.ShouldBe(Seeds);
        events.ShouldBeGreaterThan(Seeds * 20L, "the school lives");
        acknowledged.ShouldBeGreaterThan(Seeds * 5L, "people get their answers");
    }

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        var lines = new[] { new List<string>(), new List<string>() };

        foreach (var told in lines)
            ManySeeds.One(7, told.Add);

        lines[0].ShouldNotBeEmpty();
        lines[1].ShouldBe(lines[0]);
    }
}
