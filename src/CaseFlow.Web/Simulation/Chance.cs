using System.Globalization;

namespace CaseFlow.Web.Simulation;

/// <summary>
/// Random numbers that depend on a seed and on names only: never on ids, and not on what was drawn for anybody else.
/// Not safe for use by two callers at once.
/// </summary>
internal sealed class Chance
{
    private ulong state;

    private Chance(ulong state) => this.state = state;

    /// <summary>A stream of its own for these names.</summary>
    public static Chance Of(int seed, params ReadOnlySpan<string> names)
    {
        // FNV-1a over the names, then SplitMix64: the same on every machine and in every version of the runtime.
        const ulong Prime = 1099511628211;
        var hash = (14695981039346656037 ^ (uint)seed) * Prime;
        foreach (var name in names)
        {
            foreach (var c in name)
                hash = (hash ^ c) * Prime;
            hash = (hash ^ 0xFFFF) * Prime;
        }

        return new Chance(hash);
    }

    /// <summary>A stream for somebody on a day.</summary>
    public static Chance On(int seed, DateOnly day, params ReadOnlySpan<string> names) =>
        Of(seed, [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), .. names]);

    public bool Happens(double probability) => Next() < probability;

    /// <summary>Both ends inclusive.</summary>
    public int Between(int low, int high) => low + (int)(Next() * (high - low + 1));

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[Between(0, choices.Count - 1)];

    /// <summary>Picks by weight.</summary>
    public T Weighted<T>(params IReadOnlyList<(T Choice, double Weight)> choices)
    {
        var left = Next() * choices.Sum(c => c.Weight);
        foreach (var (choice, weight) in choices)
        {
            left -= weight;
            if (left < 0)
                return choice;
        }

        return choices[^1].Choice;
    }

    /// <summary>From 0 to below 1.</summary>
    public double Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }
}
