using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>One flag rule of a file, checked and compiled.</summary>
/// <param name="Kind">The kind of flag that it raises.</param>
/// <param name="Basis">The practice or norm that it rests on.</param>
/// <param name="Params">Its limits, as the file gives them.</param>
/// <param name="Evidence">The facts that the flag rests on.</param>
/// <param name="FileVersion">The content version of its file.</param>
/// <param name="File">Its file, for messages.</param>
/// <param name="Pupils">The pupils that it applies to; null for all.</param>
/// <param name="Condition">What <paramref name="When"/> was made of, for explanations.</param>
public sealed record FlagRule(
    string Id,
    string Kind,
    Words Title,
    Words Basis,
    IReadOnlyDictionary<string, object?> Params,
    Func<ChildFacts, bool> When,
    Func<ChildFacts, long> Severity,
    Func<ChildFacts, IReadOnlyList<Fact>> Evidence,
    Template<ChildFacts> Because,
    string FileVersion,
    string File,
    WhichPupils? Pupils,
    RuleCondition Condition)
{
    /// <summary>Whether the rule applies to the child and its condition holds.</summary>
    /// <exception cref="CelEvaluationException">The condition failed on these facts.</exception>
    public bool Holds(ChildFacts facts) => Pupils?.Include(facts) != false && When(facts);


    /// <summary>The flag that the rule finds; null where it does not hold.</summary>
    /// <exception cref="CelEvaluationException">An expression failed on these facts.</exception>
    public FlagFinding? Find(ChildFacts facts)
    {
        if (!Holds(facts))
            return null;
        var severity = Severity(facts);
        if (severity is < 1 or > 4)
            throw new CelEvaluationException($"severity is {severity}; it must be 1 to 4");
        var evidence = Evidence(facts).Select(f => f.AsEvidence()).OrderBy(e => e.Date).ThenBy(e => e.Words.En, StringComparer.Ordinal).ToList();
        if (evidence.Count == 0)
            throw new CelEvaluationException("the rule holds on no evidence");
        return new FlagFinding(Id, Kind, (int)severity, evidence[0].Date, evidence, Title, Because.Of(facts), FileVersion);
    }

    /// <summary>Why the rule holds for the child, or why not.</summary>
    public RuleExplanation Explain(ChildFacts facts)
    {
        IReadOnlyList<ConditionPart> parts = [.. Pupils?.Explain(facts) ?? [], .. Condition.Explain(facts)];
        try
        {
            return new RuleExplanation(Id, Title, FileVersion, parts, Find(facts), null);
        }
        catch (CelEvaluationException e)
        {
            return new RuleExplanation(Id, Title, FileVersion, parts, null, e.Message);
        }
    }
}
