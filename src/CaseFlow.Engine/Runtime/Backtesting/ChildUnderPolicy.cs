using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>One child under one set of rules, school day after school day.</summary>
/// <remarks>
/// The episode rule: a case opens on the first day at level 2 or higher, and ends once the child has been below level 2 for
/// <see cref="QuietDays"/> days. It stands in for reviews, which a backtest cannot know.
/// </remarks>
internal sealed class ChildUnderPolicy(CarePolicy policy, string student)
{
    /// <summary>After how many days below level 2 a case of the backtest ends.</summary>
    public const int QuietDays = 30;

    private readonly Dictionary<string, BacktestedFlag> up = [];
    private readonly List<BacktestedFlag> ended = [];
    private readonly List<BacktestedCase> closed = [];
    private readonly List<(DateOnly Day, string Kind)> watched = [];
    private readonly List<BacktestFailure> failures = [];
    private BacktestedCase? open;
    private DateOnly lastAbove;

    public IEnumerable<BacktestedFlag> Flags => ended.Concat(up.Values);

    /// <summary>The cases as they stand at the end of a day; school may have ended before it.</summary>
    public IEnumerable<BacktestedCase> CasesBy(DateOnly day) => open is null
        ? closed
        : closed.Append(IsQuiet(day) ? open with { ClosedOn = lastAbove.AddDays(QuietDays) } : open);

    /// <summary>Flags of severity 1 that came up while the child was at level 1 without a case.</summary>
    public IReadOnlyList<(DateOnly Day, string Kind)> Watched => watched;

    public IReadOnlyList<BacktestFailure> Failures => failures;

    /// <summary>Takes in a school day; gives the level of the child.</summary>
    public int Live(DateOnly day, ChildFacts facts)
    {
        var found = policy.RuleEngine.Evaluate([facts])[0];
        foreach (var failure in found.Failures.Where(f => failures.TrueForAll(known => known.Rule != f.Rule)))
            failures.Add(new BacktestFailure(student, day, failure.Rule, failure.File, failure.Message));
        var fresh = Take(day, found.Flags);
        var level = policy.RuleEngine.LevelOf(found.Flags).Level;
        Follow(day, level);
        if (level == 1 && open is null)
            watched.AddRange(fresh.Where(f => f.Severity == 1).Select(f => (day, f.Kind)));
        return level;
    }

    private List<FlagFinding> Take(DateOnly day, IReadOnlyList<FlagFinding> findings)
    {
        foreach (var over in up.Values.Where(f => findings.All(x => x.Rule != f.Rule)).ToList())
        {
            up.Remove(over.Rule);
            ended.Add(over);
        }

        var fresh = new List<FlagFinding>();
        foreach (var finding in findings)
        {
            if (!up.TryGetValue(finding.Rule, out var flag))
            {
                fresh.Add(finding);
                flag = new BacktestedFlag(student, finding.Rule, finding.Kind, finding.Severity, day, day);
            }

            up[finding.Rule] = flag with { LastDay = day, Severity = Math.Max(flag.Severity, finding.Severity) };
        }

        return fresh;
    }

    private void Follow(DateOnly day, int level)
    {
        if (open is not null && IsQuiet(day))
        {
            closed.Add(open with { ClosedOn = lastAbove.AddDays(QuietDays) });
            open = null;
        }

        if (level < 2)
            return;
        open = open is null ? new BacktestedCase(student, level, day, null) : open with { Level = Math.Max(open.Level, level) };
        lastAbove = day;
    }

    private bool IsQuiet(DateOnly day) => day.DayNumber - lastAbove.DayNumber > QuietDays;
}
