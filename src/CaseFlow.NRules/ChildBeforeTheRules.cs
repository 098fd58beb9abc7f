using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Signals;

namespace CaseFlow.NRules;

/// <summary>The one wide fact of a child that NRules matches; takes up what the rules that fire find.</summary>
/// <remarks>No joins: a join of two kinds of facts would be the cross product of all children.</remarks>
public sealed class ChildBeforeTheRules(ChildFacts facts)
{
    private List<(int Order, FlagFinding Flag)>? found;
    private List<(int Order, RuleFailure Failure)>? failed;

    public ChildFacts Facts => facts;

    /// <summary>What was found, in the order of the rules' files, however they fired.</summary>
    public Findings Result => found is null && failed is null
        ? Findings.None
        : new Findings(
            [.. (found ?? []).OrderBy(f => f.Order).Select(f => f.Flag)],
            [.. (failed ?? []).OrderBy(f => f.Order).Select(f => f.Failure)]);

    /// <summary>A rule fired: its flag is raised, or what failed in it is noted.</summary>
    public void Take(int order, FlagRule rule)
    {
        try
        {
            (found ??= []).Add((order, rule.FlagOf(facts)));
        }
        catch (CelEvaluationException e)
        {
            Fail(order, rule, e);
        }
    }

    /// <summary>The condition of a rule failed on this child: the other rules go on.</summary>
    /// <returns>False: the rule does not hold.</returns>
    public bool Fail(int order, FlagRule rule, CelEvaluationException error)
    {
        (failed ??= []).Add((order, new RuleFailure(rule.Id, rule.File, error.Message)));
        return false;
    }
}
