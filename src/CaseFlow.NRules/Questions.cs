using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.NRules;

/// <summary>What level do these flags give? The first rule that fires has the say.</summary>
public sealed class LevelAsked(LevelFacts facts)
{
    public LevelFacts Facts => facts;

    public LevelRule? Decided { get; private set; }

    public void Answer(LevelRule rule) => Decided ??= rule;
}

/// <summary>Does this escalation rule hold of the case?</summary>
public sealed class EscalationAsked(EscalationQuestion question)
{
    public EscalationQuestion Question => question;

    public EscalationRule Rule => question.Rule;

    public EscalationFacts Facts => question.Facts;

    public bool Holds { get; private set; }

    /// <summary>What failed in the condition; null where nothing did.</summary>
    public CelEvaluationException? Error { get; private set; }

    public void Hold() => Holds = true;

    /// <returns>False: the rule does not hold.</returns>
    public bool Fail(CelEvaluationException error)
    {
        Error = error;
        return false;
    }
}
