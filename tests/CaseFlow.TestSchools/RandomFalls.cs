namespace CaseFlow.TestSchools;

/// <summary>Two places, of which the later is a number of percentile points below the earlier.</summary>
internal sealed record RandomFall(int EarlierRank, int EarlierSize, int LaterRank, int LaterSize);

/// <summary>Falls of 19.9, 20.0, 20.1, 34.9, 35.0 and 35.1 points, found by trying all ranks in groups of up to 33.</summary>
/// <remarks>
/// Among them are falls that reach a limit only because each percentile is rounded first, or miss it for that; and a part
/// are chosen because a percentile lies halfway between two tenths, such as 6.25 in a group of 17.
/// </remarks>
internal static class RandomFalls
{
    private const int LargestGroup = 33;
    private static readonly int[] Targets = [199, 200, 201, 349, 350, 351];

    private static readonly List<(int Tenths, RandomFall Fall)> All = FindAll();
    private static readonly ILookup<int, RandomFall> ByTenths = All.ToLookup(entry => entry.Tenths, entry => entry.Fall);
    private static readonly List<RandomFall> OverHalves =
    [
        .. All.Where(entry => entry.Tenths is 200 or 350).Select(entry => entry.Fall).Where(RestsOnHalf),
    ];

    public static RandomFall Choose(Dice dice) =>
        dice.Pick(dice.Percent(20) ? OverHalves : [.. ByTenths[dice.Pick(Targets)]]);

    private static List<(int Tenths, RandomFall Fall)> FindAll()
    {
        var places = Enumerable.Range(1, LargestGroup)
            .SelectMany(size => Enumerable.Range(1, size).Select(rank => (Rank: rank, Size: size)))
            .ToList();
        return
        [
            .. places
                .SelectMany(_ => places, (one, two) => new RandomFall(one.Rank, one.Size, two.Rank, two.Size))
                .Select(fall => (Tenths: Tenths(fall), Fall: fall))
                .Where(entry => Targets.Contains(entry.Tenths)),
        ];
    }

    private static int Tenths(RandomFall fall) =>
        PlainExams.PercentileTenths(fall.EarlierRank, fall.EarlierSize)
        - PlainExams.PercentileTenths(fall.LaterRank, fall.LaterSize);

    /// <summary>One percentile of the two is halfway, so that rounding halves another way would change the fall.</summary>
    private static bool RestsOnHalf(RandomFall fall) =>
        IsHalfway(fall.EarlierRank, fall.EarlierSize) != IsHalfway(fall.LaterRank, fall.LaterSize);

    private static bool IsHalfway(int rank, int size) =>
        size > 1 && 1000 * (size - rank) % (size - 1) != 0 && 2000 * (size - rank) % (size - 1) == 0;
}
