using System.Diagnostics;

namespace CaseFlow.Benchmarks.Measuring;

/// <summary>Times of the same work, measured several times.</summary>
/// <param name="Each">In the order of measuring.</param>
internal sealed record Timing(IReadOnlyList<TimeSpan> Each)
{
    public TimeSpan Median => Each.Order().ElementAt(Each.Count / 2);

    /// <summary>How many times as long as the other, by medians.</summary>
    public double Times(Timing other) => Median / other.Median;
}

/// <summary>Measures in one process and one go, so that what else the machine does falls on both sides alike.</summary>
internal static class Rounds
{
    public static TimeSpan Once(Action work)
    {
        var from = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(from);
    }

    public static async Task<TimeSpan> OnceAsync(Func<Task> work)
    {
        var from = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(from);
    }

    public static Timing Of(int rounds, Action work) => new([.. Enumerable.Range(0, rounds).Select(_ => Once(work))]);

    /// <summary>Both sides by turns, after <paramref name="warm"/> rounds that do not count.</summary>
    public static (Timing First, Timing Second) Pairs(int warm, int rounds, Action first, Action second)
    {
        var (one, two) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = -warm; round < rounds; round++)
        {
            var (a, b) = (Once(first), Once(second));
            if (round < 0)
                continue;
            one.Add(a);
            two.Add(b);
        }

        return (new Timing(one), new Timing(two));
    }

    /// <summary>As <see cref="Pairs(int, int, Action, Action)"/>.</summary>
    public static async Task<(Timing First, Timing Second)> PairsAsync(int warm, int rounds, Func<Task> first, Func<Task> second)
    {
        var (one, two) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = -warm; round < rounds; round++)
        {
            var (a, b) = (await OnceAsync(first), await OnceAsync(second));
            if (round < 0)
                continue;
            one.Add(a);
            two.Add(b);
        }

        return (new Timing(one), new Timing(two));
    }
}
