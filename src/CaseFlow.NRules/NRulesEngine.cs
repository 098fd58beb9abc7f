using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;
using NRules;

namespace CaseFlow.NRules;

/// <summary>The port of the rules on NRules: the same rule files, turned into its rule model and run in its sessions.</summary>
/// <remarks>Safe for use by several threads: the factory is shared, every call has sessions of its own.</remarks>
public sealed class NRulesEngine : IRuleEngine
{
    /// <summary>A session of that many children: large sessions are no faster, and hold all their matches in memory.</summary>
    private const int Batch = 500;

    /// <summary>Loops and guards of the language are no expressions that NRules can share between rules; it need not.</summary>
    private static readonly RuleCompilerOptions Options = new() { UnsupportedExpressionHandling = RuleCompilerUnsupportedExpressionsHandling.TreatAsNotEqual };

    private readonly ISessionFactory factory;

    public NRulesEngine(RuleBook rules, LevelRules levels, EscalationRules escalations) =>
        factory = new RuleCompiler(Options).Compile(
        [
            .. rules.Rules.Select((rule, order) => RuleModel.OfFlag(order, rule)),
            .. levels.All.Select((rule, order) => RuleModel.OfLevel(order, rule)),
            .. escalations.All.Select((rule, order) => RuleModel.OfEscalation(order, rule)),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Findings> Evaluate(IReadOnlyList<ChildFacts> children)
    {
        var found = new List<Findings>(children.Count);
        foreach (var some in children.Chunk(Batch))
        {
            var facts = Array.ConvertAll(some, f => new ChildBeforeTheRules(f));
            Fire(facts);
            found.AddRange(facts.Select(f => f.Result));
        }

        return found;
    }

    /// <inheritdoc/>
    public (int Level, Words Because) LevelOf(IReadOnlyCollection<(string Kind, int Severity)> active)
    {
        var asked = new LevelAsked(LevelFacts.Of(active));
        Fire([asked]);
        return asked.Decided is { } rule ? (rule.Level, rule.Because) : (0, Words.None);
    }

    /// <inheritdoc/>
    public IReadOnlyList<EscalationQuestion> Holding(IReadOnlyList<EscalationQuestion> questions)
    {
        var asked = questions.Select(q => new EscalationAsked(q)).ToArray();
        Fire(asked);
        return Array.Find(asked, a => a.Error is not null) is { } failed
            ? throw failed.Error!
            : [.. asked.Where(a => a.Holds).Select(a => a.Question)];
    }

    private void Fire(object[] facts)
    {
        var session = factory.CreateSession();
        session.InsertAll(facts);
        session.Fire();
    }
}
