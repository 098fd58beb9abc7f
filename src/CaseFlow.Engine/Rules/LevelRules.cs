namespace CaseFlow.Engine.Rules;

/// <summary>What level rules know: the flags that are active on the day. The names of the escalation file.</summary>
public sealed record LevelFacts(ActiveFlags Flags)
{
    private static readonly LevelFacts NoFlag = new(new ActiveFlags(0, 0, 0));

    /// <summary>The facts of a child with these active flags; allocates nothing without any.</summary>
    public static LevelFacts Of(IReadOnlyCollection<(string Kind, int Severity)> active) => active.Count == 0
        ? NoFlag
        : new LevelFacts(new ActiveFlags(
            active.Max(f => f.Severity),
            active.Where(f => f.Severity == 1).Select(f => f.Kind).Distinct().Count(),
            active.Where(f => f.Severity >= 2).Select(f => f.Kind).Distinct().Count()));
}

/// <param name="Highest">The highest severity; 0 without a flag.</param>
/// <param name="KindsOfOne">Different kinds among the flags of severity 1.</param>
/// <param name="KindsOfTwoUp">Different kinds among the flags of severity 2 or more.</param>
public sealed record ActiveFlags(long Highest, long KindsOfOne, long KindsOfTwoUp);

/// <summary>One level rule of the file, checked and compiled.</summary>
public sealed record LevelRule(int Level, Func<LevelFacts, bool> When, Words Because);

/// <summary>The level rules of the file; the first that holds decides.</summary>
public sealed record LevelRules(string Version, IReadOnlyList<LevelRule> All)
{
    /// <summary>The level that these facts give, and why; level 0 where no rule holds.</summary>
    public (int Level, Words Because) Of(LevelFacts facts)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].When(facts))
                return (All[i].Level, All[i].Because);
        }

        return (0, Words.None);
    }
}
