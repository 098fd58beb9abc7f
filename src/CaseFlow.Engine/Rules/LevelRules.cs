namespace CaseFlow.Engine.Rules;

/// <summary>What level rules know: the flags that are active on the day. The names of the escalation file.</summary>
public sealed record LevelFacts(ActiveFlags Flags);

/// <param name="Highest">The highest severity; 0 without a flag.</param>
/// <param name="KindsOfOne">Different kinds among the flags of severity 1.</param>
/// <param name="KindsOfTwoUp">Different kinds among the flags of severity 2 or more.</param>
public sealed record ActiveFlags(long Highest, long KindsOfOne, long KindsOfTwoUp);

/// <summary>One level rule of the file, checked and compiled.</summary>
public sealed record LevelRule(int Level, Func<LevelFacts, bool> When, Words Because);

/// <summary>The level rules of the file; the first that holds decides.</summary>
public sealed record LevelRules(string Version, IReadOnlyList<LevelRule> All)
{
    private static readonly LevelFacts NoFlag = new(new ActiveFlags(0, 0, 0));

    /// <summary>The level of a child with these findings, and why. Allocates nothing for a child without any.</summary>
    public (int Level, Words Because) Of(IReadOnlyList<FlagFinding> active) =>
        active.Count == 0 ? Of(NoFlag) : Of(active.Select(f => (f.Kind, f.Severity)));

    /// <summary>The level of a child with these active flags, and why; level 0 without any that holds.</summary>
    public (int Level, Words Because) Of(IEnumerable<(string Kind, int Severity)> active)
    {
        var flags = active.ToList();
        return Of(new LevelFacts(new ActiveFlags(
            flags.Select(f => f.Severity).DefaultIfEmpty(0).Max(),
            flags.Where(f => f.Severity == 1).Select(f => f.Kind).Distinct().Count(),
            flags.Where(f => f.Severity >= 2).Select(f => f.Kind).Distinct().Count())));
    }

    private (int Level, Words Because) Of(LevelFacts facts)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].When(facts))
                return (All[i].Level, All[i].Because);
        }

        return (0, Words.None);
    }
}
