namespace CaseFlow.Simulation;

/// <summary>Chance with a seed (SplitMix64): the same seed gives the same numbers on every machine.</summary>
internal sealed class Chance(long seed)
{
    private ulong state = unchecked((ulong)seed * 0xD1342543DE82EF95UL);

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    public bool OneIn(int n) => Below(n) == 0;

    public T Of<T>(IReadOnlyList<T> among) => among[Below(among.Count)];

    /// <summary>One of several, the heavier the likelier.</summary>
    public T Weighted<T>(IReadOnlyList<(int Weight, T What)> among)
    {
        var at = Below(among.Sum(a => a.Weight));
        foreach (var (weight, what) in among)
        {
            if ((at -= weight) < 0)
                return what;
        }

        throw new InvalidOperationException("nothing to choose from");
    }

    /// <summary>An id that no other call of this seed gives.</summary>
    public Guid Id()
    {
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes[8..], Next());
        return new Guid(bytes);
    }

    private ulong Next()
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
