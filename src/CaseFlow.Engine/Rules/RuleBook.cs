using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>A rule that failed on a child: an error in an expression. The other rules went on.</summary>
public sealed record RuleFailure(string Rule, string File, string Message);

/// <summary>What the rules found of one child.</summary>
public sealed record Findings(IReadOnlyList<FlagFinding> Flags, IReadOnlyList<RuleFailure> Failures)
{
    /// <summary>Nothing found, nothing failed; shared, since most children give this.</summary>
    public static readonly Findings None = new([], []);
}

/// <summary>The flag rules of all files, in the order of file name and place.</summary>
public sealed class RuleBook(IReadOnlyList<FlagRule> rules)
{
    private readonly FlagRule[] inOrder = [.. rules]; // going through an array allocates nothing, for each of all the children

    public IReadOnlyList<FlagRule> Rules => inOrder;

    /// <summary>What the rules find of a child, in the order of the rules.</summary>
    public Findings Evaluate(ChildFacts facts)
    {
        List<FlagFinding>? found = null;
        List<RuleFailure>? failed = null;
        foreach (var rule in inOrder)
        {
            try
            {
                if (rule.Find(facts) is { } finding)
                    (found ??= []).Add(finding);
            }
            catch (CelEvaluationException e)
            {
                (failed ??= []).Add(new RuleFailure(rule.Id, rule.File, e.Message));
            }
        }

        return found is null && failed is null ? Findings.None : new Findings(found ?? [], failed ?? []);
    }
}
