using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>Gathers what both sets of rules gave, child by child.</summary>
internal sealed class BacktestComparison(
    CarePolicy presentPolicy, CarePolicy otherPolicy, SchoolTime time, BacktestQuestion question, IReadOnlyList<DateOnly> days)
{
    private readonly Side present = new(presentPolicy, presentPolicy, time, question);
    private readonly Side other = new(otherPolicy, presentPolicy, time, question);
    private readonly List<BacktestedFlag> flagsNew = [];
    private readonly List<BacktestedFlag> flagsGone = [];
    private readonly List<ChangedFlag> flagsChanged = [];
    private readonly List<LevelDifference> levels = [];
    private readonly List<BacktestedCase> casesNew = [];
    private readonly List<BacktestedCase> casesGone = [];
    private readonly List<BacktestFailure> failures = [];
    private int children;
    private int confirmedCases;

    public void Add(ChildId child, ChildUnderBoth life, BacktestJudgements judgements)
    {
        children++;
        var confirmed = judgements.ConfirmedCases(child).Where(d => d >= question.From && d <= question.To).ToList();
        confirmedCases += confirmed.Count;
        var (before, after) = (present.Add(child, life.Present, judgements, confirmed), other.Add(child, life.Other, judgements, confirmed));
        flagsNew.AddRange(after.Flags.Where(f => !before.Flags.Exists(b => Meet(b, f))));
        flagsGone.AddRange(before.Flags.Where(b => !after.Flags.Exists(f => Meet(b, f))));
        flagsChanged.AddRange(
            from b in before.Flags from f in after.Flags where Meet(b, f) && b.Severity != f.Severity select new ChangedFlag(b, f));
        levels.AddRange(life.Levels);
        casesNew.AddRange(after.Cases.Where(c => !before.Cases.Exists(b => Meet(b, c))));
        casesGone.AddRange(before.Cases.Where(b => !after.Cases.Exists(c => Meet(b, c))));
        failures.AddRange(life.Present.Failures.Union(life.Other.Failures));
    }

    public BacktestReport Report(WeeklyCapacity capacity) => new(
        question.From, question.To, days.Count, children, present.Outcome(), other.Outcome(),
        InOrder(flagsNew), InOrder(flagsGone),
        [.. flagsChanged.OrderBy(f => f.Other.FirstDay).ThenBy(f => f.Other.Student, StringComparer.Ordinal).ThenBy(f => f.Other.Rule, StringComparer.Ordinal)],
        [.. levels.OrderBy(l => l.FirstDay).ThenBy(l => l.Student, StringComparer.Ordinal)],
        InOrder(casesNew), InOrder(casesGone), Weeks(), capacity, confirmedCases,
        [.. failures.OrderBy(f => f.Student, StringComparer.Ordinal).ThenBy(f => f.Rule, StringComparer.Ordinal)]);

    private List<BacktestWeek> Weeks()
    {
        var weeks = new List<BacktestWeek>();
        for (var monday = BacktestLoad.WeekOf(question.From); monday <= question.To; monday = monday.AddDays(7))
            weeks.Add(new BacktestWeek(monday, present.Load.Of(monday), other.Load.Of(monday)));
        return weeks;
    }

    private static bool Meet(BacktestedFlag a, BacktestedFlag b) => a.Rule == b.Rule && a.FirstDay <= b.LastDay && b.FirstDay <= a.LastDay;

    private static bool Meet(BacktestedCase a, BacktestedCase b) =>
        !(a.ClosedOn < b.OpenedOn) && !(b.ClosedOn < a.OpenedOn);

    private static List<BacktestedFlag> InOrder(IEnumerable<BacktestedFlag> flags) =>
        [.. flags.OrderBy(f => f.FirstDay).ThenBy(f => f.Student, StringComparer.Ordinal).ThenBy(f => f.Rule, StringComparer.Ordinal)];

    private static List<BacktestedCase> InOrder(IEnumerable<BacktestedCase> cases) =>
        [.. cases.OrderBy(c => c.OpenedOn).ThenBy(c => c.Student, StringComparer.Ordinal)];

    /// <summary>One set of rules.</summary>
    private sealed class Side(CarePolicy policy, CarePolicy inForce, SchoolTime time, BacktestQuestion question)
    {
        /// <summary>For how many days before the opening of a case a flag counts as having foreseen it.</summary>
        private const int ForesightDays = 30;

        private readonly HashSet<string> known = [.. inForce.Rules.Rules.Select(r => r.Id)];
        private readonly Dictionary<string, RuleOutcome> rules = policy.Rules.Rules.ToDictionary(r => r.Id, r => new RuleOutcome(r.Id, 0, 0, 0, 0));
        private int flagCount;
        private int caseCount;
        private int foreseen;

        public BacktestLoad Load { get; } = new(policy.Workflow, time, question.From, question.To);

        public (List<BacktestedFlag> Flags, List<BacktestedCase> Cases) Add(
            ChildId child, ChildUnderPolicy life, BacktestJudgements judgements, List<DateOnly> confirmedCases)
        {
            var flags = life.Flags.ToList();
            var cases = life.CasesBy(question.To).ToList();
            flagCount += flags.Count;
            caseCount += cases.Count;
            foreach (var flag in flags)
            {
                var verdict = judgements.On(child, flag, !known.Contains(flag.Rule));
                var outcome = rules[flag.Rule];
                rules[flag.Rule] = outcome with
                {
                    Flags = outcome.Flags + 1,
                    Judged = outcome.Judged + (verdict == FlagVerdict.None ? 0 : 1),
                    Confirmed = outcome.Confirmed + (verdict == FlagVerdict.Confirmed ? 1 : 0),
                };
            }

            foreseen += confirmedCases.Count(opened => flags.Exists(f => Foresees(f, opened)));
            foreach (var rule in confirmedCases.SelectMany(opened => flags.Where(f => Foresees(f, opened)).Select(f => f.Rule).Distinct()))
                rules[rule] = rules[rule] with { CasesForeseen = rules[rule].CasesForeseen + 1 };
            foreach (var opened in cases)
                Load.Add(opened);
            Load.Add(life.Watched);
            return (flags, cases);
        }

        public PolicyOutcome Outcome() => new(flagCount, caseCount, [.. rules.Values.OrderBy(r => r.Rule, StringComparer.Ordinal)], foreseen);

        private static bool Foresees(BacktestedFlag flag, DateOnly opened) =>
            flag.FirstDay <= opened && flag.LastDay >= opened.AddDays(-ForesightDays);
    }
}
