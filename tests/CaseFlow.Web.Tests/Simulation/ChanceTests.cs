using CaseFlow.Web.Simulation;

namespace CaseFlow.Web.Tests.Simulation;

public sealed class ChanceTests
{
    [Fact]
    public void The_same_seed_and_names_draw_the_same()
    {
        var (one, other) = (Chance.Of(7, "mark", "S01"), Chance.Of(7, "mark", "S01"));
        Enumerable.Range(0, 50).Select(_ => one.Next()).ShouldBe(Enumerable.Range(0, 50).Select(_ => other.Next()));
    }

    [Fact]
    public void Names_do_not_run_into_each_other() => Chance.Of(7, "a", "bc").Next().ShouldNotBe(Chance.Of(7, "ab", "c").Next());

    /// <summary>Stories are compared across machines and versions: these numbers never change.</summary>
    [Fact]
    public void Draws_are_the_same_on_every_machine() => Chance.Of(7, "mark").Between(0, 999_999).ShouldBe(420_870);

    [Fact]
    public void Draws_are_spread_evenly()
    {
        var chance = Chance.Of(1, "spread");
        var draws = Enumerable.Range(0, 20_000).Select(_ => chance.Between(1, 10)).CountBy(n => n).ToDictionary();
        draws.Keys.Order().ShouldBe(Enumerable.Range(1, 10));
        draws.Values.ShouldAllBe(n => n > 1800 && n < 2200);
    }

    [Fact]
    public void Weights_say_how_often()
    {
        var chance = Chance.Of(1, "weights");
        Enumerable.Range(0, 10_000).Count(_ => chance.Weighted(("often", 3.0), ("seldom", 1)) == "often").ShouldBeInRange(7300, 7700);
    }
}
