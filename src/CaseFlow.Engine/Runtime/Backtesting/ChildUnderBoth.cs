using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>One child under the rules in force and under the others, on the same facts.</summary>
internal sealed class ChildUnderBoth(CarePolicy present, CarePolicy other, string student)
{
    private readonly List<LevelDifference> levels = [];
    private bool differedYesterday;

    public ChildUnderPolicy Present { get; } = new(present, student);

    public ChildUnderPolicy Other { get; } = new(other, student);

    public IReadOnlyList<LevelDifference> Levels => levels;

    /// <summary>Takes in a school day; days come in order.</summary>
    public void Live(DateOnly day, ChildFacts facts)
    {
        var (one, two) = (Present.Live(day, facts), Other.Live(day, facts));
        if (differedYesterday && levels[^1] is var last && last.Present == one && last.Other == two)
            levels[^1] = last with { LastDay = day };
        else if (one != two)
            levels.Add(new LevelDifference(student, day, day, one, two));
        differedYesterday = one != two;
    }
}
