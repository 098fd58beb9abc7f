using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Cases;

/// <summary>The port of the rules, in strata: flags from facts, the level from flags, escalations from what became of a case. Pure.</summary>
public interface IRuleEngine
{
    /// <summary>What the flag rules find of each child, in the order given; of one child in the order of the rules.</summary>
    IReadOnlyList<Findings> Evaluate(IReadOnlyList<ChildFacts> children);

    /// <summary>The level of a child with these active flags, and why; level 0 where no rule holds.</summary>
    (int Level, Words Because) LevelOf(IReadOnlyCollection<(string Kind, int Severity)> active);

    /// <summary>The level of a child with these findings, and why.</summary>
    (int Level, Words Because) LevelOf(IReadOnlyList<FlagFinding> active) =>
        LevelOf(active.Count == 0 ? [] : [.. active.Select(f => (f.Kind, f.Severity))]);

    /// <summary>The escalation rules that hold, each on its own facts of the case, in the order given.</summary>
    /// <exception cref="Rules.Language.CelEvaluationException">A condition failed on its facts.</exception>
    IReadOnlyList<EscalationQuestion> Holding(IReadOnlyList<EscalationQuestion> questions);
}

/// <summary>An escalation rule and the facts of the case as this rule looks at them.</summary>
public readonly record struct EscalationQuestion(EscalationRule Rule, EscalationFacts Facts);

/// <summary>The built-in engine: the compiled conditions, one after the other.</summary>
public sealed class CompiledRules(RuleBook rules, LevelRules levels) : IRuleEngine
{
    /// <inheritdoc/>
    public IReadOnlyList<Findings> Evaluate(IReadOnlyList<ChildFacts> children)
    {
        var found = new Findings[children.Count];
        for (var i = 0; i < found.Length; i++)
            found[i] = rules.Evaluate(children[i]);
        return found;
    }

    /// <inheritdoc/>
    public (int Level, Words Because) LevelOf(IReadOnlyCollection<(string Kind, int Severity)> active) => levels.Of(LevelFacts.Of(active));

    /// <inheritdoc/>
    public IReadOnlyList<EscalationQuestion> Holding(IReadOnlyList<EscalationQuestion> questions) => [.. questions.Where(q => q.Rule.When(q.Facts))];
}
