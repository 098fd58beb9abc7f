using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Benchmarks.Evaluation;

/// <summary>The base rules and the level over facts in memory, against the same decisions in C#.</summary>
internal static class EvaluationBenchmark
{
    private const double MostTimes = 3;

    public static Measuring.Findings Run(int children, int rounds)
    {
        var policy = CarePolicyFiles.Load(Repository.RulesFolder);
        var facts = FactsOf(new County(children));
        var found = new Measuring.Findings($"evaluation: {children} children, {policy.Rules.Rules.Count} rules and the level");
        var flagged = CheckSame(policy, facts);
        var (rules, byHand) = Rounds.Pairs(rounds / 2, rounds, () => Judge(policy, facts), () => JudgeByHand(facts));
        found.Figure("children with a flag", $"{flagged}");
        found.Figure("rules", rules.Median);
        found.Figure("hand-written", byHand.Median);
        found.AtMost("rules against hand-written", rules.Times(byHand), MostTimes, "times");
        found.AtMost("allocated by all children without a flag", AllocatedWithoutFlag(policy, facts), 0, "bytes");
        return found;
    }

    public static List<ChildFacts> FactsOf(County county)
    {
        var day = new ScreeningDay(CountyCalendar.Time.Calendar, CountyCalendar.ScreenedOn, registerClosed: true);
        return [.. county.Classes().SelectMany(c => CountyFacts.Of(c, day))];
    }

    private static int Judge(CarePolicy policy, List<ChildFacts> facts)
    {
        var sum = 0;
        foreach (var child in facts)
            sum += policy.RuleEngine.LevelOf(policy.Rules.Evaluate(child).Flags).Level;
        return sum;
    }

    private static int JudgeByHand(List<ChildFacts> facts)
    {
        var sum = 0;
        foreach (var child in facts)
            sum += HandWrittenRules.Judge(child).Level;
        return sum;
    }

    /// <summary>Both must say the same of every child; how many have a flag.</summary>
    private static int CheckSame(CarePolicy policy, List<ChildFacts> facts)
    {
        var flagged = 0;
        for (var i = 0; i < facts.Count; i++)
        {
            var rules = policy.Rules.Evaluate(facts[i]);
            var (byHand, level) = HandWrittenRules.Judge(facts[i]);
            var (one, two) = (InOrder(rules.Flags), InOrder(byHand ?? []));
            if (rules.Failures.Count > 0 || !one.SequenceEqual(two) || policy.RuleEngine.LevelOf(rules.Flags).Level != level)
                throw new InvalidOperationException($"child {i}: the rules say [{string.Join("; ", one)}], by hand [{string.Join("; ", two)}]");
            flagged += one.Count > 0 ? 1 : 0;
        }

        return flagged;
    }

    private static List<string> InOrder(IEnumerable<FlagFinding> found) =>
        [.. found.Select(f => $"{f.Rule} {f.Kind} {f.Severity} {f.Since} {f.Because.Zh} {f.Because.En}: {string.Join(", ", f.Evidence)}").Order(StringComparer.Ordinal)];

    private static long AllocatedWithoutFlag(CarePolicy policy, List<ChildFacts> facts)
    {
        var calm = facts.FindAll(f => policy.Rules.Evaluate(f).Flags.Count == 0);
        Judge(policy, calm);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Judge(policy, calm);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
