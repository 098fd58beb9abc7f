namespace CaseFlow.TestSchools;

/// <summary>Random choices that repeat with their seed.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Both ends inclusive.</summary>
    public int Between(int low, int high) => random.Next(low, high + 1);

    public bool Percent(int chance) => random.Next(100) < chance;

    public T Pick<T>(params IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> items)
    {
        var array = items.ToArray();
        random.Shuffle(array);
        return array;
    }
}
