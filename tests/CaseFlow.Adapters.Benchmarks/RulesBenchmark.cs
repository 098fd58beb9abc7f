using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Evaluation;
using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;
using CaseFlow.NRules;
using Findings = CaseFlow.Benchmarks.Measuring.Findings;

namespace CaseFlow.Adapters.Benchmarks;

/// <summary>The base rules over facts in memory: the built-in engine and NRules by turns.</summary>
internal static class RulesBenchmark
{
    public static Findings Run(int children, int warm, int rounds)
    {
        var policy = CarePolicyFiles.Load(Repository.RulesFolder);
        var facts = EvaluationBenchmark.FactsOf(new County(children));
        NRulesEngine? nRules = null;
        var compiling = Rounds.Once(() => nRules = new NRulesEngine(policy.Rules, policy.Levels, policy.Escalations));
        var flags = CheckSame(policy.RuleEngine, nRules!, facts);
        var (builtIn, other) = Rounds.Pairs(warm, rounds, () => policy.RuleEngine.Evaluate(facts), () => nRules!.Evaluate(facts));
        var found = new Findings($"rules: {facts.Count} children, {policy.Rules.Rules.Count} rules, {flags} flags");
        found.Figure("built in", builtIn.Median);
        found.Figure("NRules", other.Median);
        found.Figure("NRules against built in", $"{other.Times(builtIn):0.0} times");
        found.Figure("built in, children a second", $"{facts.Count / builtIn.Median.TotalSeconds:0}");
        found.Figure("NRules, children a second", $"{facts.Count / other.Median.TotalSeconds:0}");
        found.Figure("NRules, compiling the rules once", compiling);
        return found;
    }

    /// <summary>Both must raise the same flags; how many.</summary>
    private static int CheckSame(IRuleEngine one, IRuleEngine other, List<ChildFacts> facts)
    {
        var flags = 0;
        foreach (var (a, b) in one.Evaluate(facts).Zip(other.Evaluate(facts)))
        {
            if (!a.Flags.Select(Text).SequenceEqual(b.Flags.Select(Text)) || a.Failures.Count + b.Failures.Count > 0)
                throw new InvalidOperationException($"[{string.Join("; ", a.Flags.Select(Text))}] is not [{string.Join("; ", b.Flags.Select(Text))}]");
            flags += a.Flags.Count;
        }

        return flags;
    }

    private static string Text(FlagFinding flag) => $"{flag.Rule} {flag.Severity} {flag.Since} {flag.Because} {string.Join(", ", flag.Evidence)}";
}
