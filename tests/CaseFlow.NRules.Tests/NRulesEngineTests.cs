using CaseFlow.Conformance.Rules;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;

namespace CaseFlow.NRules.Tests;

/// <summary>The engine of the rules on NRules.</summary>
public sealed class NRulesEngineTests : RuleEngineConformance
{
    protected override IRuleEngine Engine(RuleBook rules, LevelRules levels, EscalationRules escalations) => new NRulesEngine(rules, levels, escalations);
}
