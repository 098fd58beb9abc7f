using CaseFlow.Conformance.Rules;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;

namespace CaseFlow.Engine.Tests.Rules;

/// <summary>The built-in engine of the rules.</summary>
public sealed class CompiledRulesTests : RuleEngineConformance
{
    protected override IRuleEngine Engine(RuleBook rules, LevelRules levels, EscalationRules escalations) => new CompiledRules(rules, levels);
}
