using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Conformance.Rules;

/// <summary>What every engine of the rules must find: to the last flag, level and escalation what each rule says by itself.</summary>
public abstract class RuleEngineConformance
{
    private const int Children = 10_000;
    private const int Files = 40;

    private static readonly CarePolicy Base = CarePolicyFiles.Load(Repository.Rules);

    protected abstract IRuleEngine Engine(RuleBook rules, LevelRules levels, EscalationRules escalations);

    [Fact]
    public void The_base_rules_find_the_same_of_ten_thousand_children()
    {
        var facts = Facts(1, Children);

        var found = Engine(Base.Rules, Base.Levels, Base.Escalations).Evaluate(facts);

        Same(Base.Rules, facts, found);
        found.SelectMany(f => f.Flags).Select(f => f.Rule).Distinct().Count().ShouldBe(Base.Rules.Rules.Count, "every rule was put to the test");
    }

    [Fact]
    public void Random_rule_files_find_and_fail_the_same()
    {
        var failures = 0;
        for (var seed = 1; seed <= Files; seed++)
        {
            var problems = new List<FileProblem>();
            var rules = new RuleBook(FlagRuleFile.Read($"flags/random-{seed}.yaml", new RandomRules(seed).File(8), problems));
            problems.ShouldBeEmpty();
            var facts = Facts(seed, 100);

            var found = Engine(rules, Base.Levels, Base.Escalations).Evaluate(facts);

            Same(rules, facts, found);
            failures += found.Sum(f => f.Failures.Count);
        }

        failures.ShouldBeGreaterThan(0, "some conditions fail on some children");
    }

    [Fact]
    public void Every_combination_of_flags_has_the_same_level()
    {
        var engine = Engine(Base.Rules, Base.Levels, Base.Escalations);
        (string, int)[] possible = [.. from kind in new[] { "absence", "grade", "emotion" } from severity in Enumerable.Range(1, 4) select (kind, severity)];
        for (var chosen = 0; chosen < 1 << possible.Length; chosen++)
        {
            (string Kind, int Severity)[] active = [.. possible.Where((_, i) => (chosen & (1 << i)) != 0)];

            engine.LevelOf(active).ShouldBe(Base.Levels.Of(LevelFacts.Of(active)));
        }
    }

    [Fact]
    public void Every_change_of_a_case_asks_by_the_same_rules()
    {
        var engine = Engine(Base.Rules, Base.Levels, Base.Escalations);
        var held = new HashSet<string>();
        foreach (var change in Changes())
        {
            EscalationQuestion[] questions = [.. Base.Escalations.All.Select(rule => new EscalationQuestion(rule, new EscalationFacts(change)))];

            var holding = engine.Holding(questions);

            holding.ShouldBe([.. questions.Where(q => q.Rule.When(q.Facts))]);
            held.UnionWith(holding.Select(h => h.Rule.Id));
        }

        held.Count.ShouldBe(Base.Escalations.All.Count, "every rule was put to the test");
    }

    [Fact]
    public void No_children_give_no_findings() =>
        Engine(Base.Rules, Base.Levels, Base.Escalations).Evaluate([]).ShouldBeEmpty();

    private static IEnumerable<CaseChange> Changes() =>
        from opened in new[] { false, true }
        from rose in new[] { false, true }
        from reviewed in new[] { false, true }
        from level in new long[] { 2, 3, 4 }
        from before in new long[] { 0, 2, 3, 4 }
        from plan in new[] { false, true }
        from late in new long[] { 0, 2, 3 }
        from reviews in new long[] { 0, 1, 2, 3 }
        from cases in new long[] { 1, 2, 3, 4 }
        select new CaseChange(opened, rose, reviewed, level, before, plan, late, reviews, cases);

    private static List<ChildFacts> Facts(int seed, int count)
    {
        var random = new RandomFacts(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.Next())];
    }

    /// <summary>Held against each rule asked by itself.</summary>
    private static void Same(RuleBook rules, List<ChildFacts> facts, IReadOnlyList<Findings> found)
    {
        found.Count.ShouldBe(facts.Count);
        for (var i = 0; i < facts.Count; i++)
        {
            var (flags, failures) = Plainly(rules, facts[i]);
            Text(found[i].Flags).ShouldBe(Text(flags), $"child {i}");
            found[i].Failures.ShouldBe(failures, $"child {i}");
        }
    }

    private static (List<FlagFinding> Flags, List<RuleFailure> Failures) Plainly(RuleBook rules, ChildFacts facts)
    {
        var (flags, failures) = (new List<FlagFinding>(), new List<RuleFailure>());
        foreach (var rule in rules.Rules)
        {
            try
            {
                if (rule.Find(facts) is { } flag)
                    flags.Add(flag);
            }
            catch (CelEvaluationException e)
            {
                failures.Add(new RuleFailure(rule.Id, rule.File, e.Message));
            }
        }

        return (flags, failures);
    }

    private static string Text(IEnumerable<FlagFinding> flags) => string.Join('\n', flags.Select(f =>
        $"{f.Rule} {f.Kind} {f.Severity} {f.Since} {f.Because} {f.Title} {f.FileVersion} {string.Join(';', f.Evidence)}"));
}
