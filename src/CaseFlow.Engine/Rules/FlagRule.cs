using CaseFlow.Engine.Rules.Language;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>One flag rule of a file, checked and compiled.</summary>
/// <param name="Kind">The kind of flag that it raises.</param>
/// <param name="Basis">The practice or norm that it rests on.</param>
/// <param name="Parameters">Its limits, in the order of the file.</param>
/// <param name="Evidence">The facts that the flag rests on.</param>
/// <param name="FileVersion">The content version of its file; with what the school has set over it after a plus sign.</param>
/// <param name="File">Its file, for messages.</param>
/// <param name="Pupils">The pupils that it applies to; null for all.</param>
/// <param name="Condition">What <paramref name="When"/> was made of, for explanations.</param>
/// <param name="Text">What else the file says, as written.</param>
public sealed record FlagRule(
    string Id,
    string Kind,
    Words Title,
    Words Basis,
    IReadOnlyList<RuleParameter> Parameters,
    Func<ChildFacts, bool> When,
    Func<ChildFacts, long> Severity,
    Func<ChildFacts, IReadOnlyList<Fact>> Evidence,
    Template<ChildFacts> Because,
    string FileVersion,
    string File,
    WhichPupils? Pupils,
    RuleCondition Condition,
    RuleText Text)
{
    /// <summary>The values in force, which each flag carries; one dictionary for all flags of the rule.</summary>
    private readonly Dictionary<string, string>? values =
        Parameters.Count == 0 ? null : Parameters.ToDictionary(p => p.Name, p => p.InForceText);

    /// <summary>Whether the rule applies to the child and its condition holds.</summary>
    /// <exception cref="CelEvaluationException">The condition failed on these facts.</exception>
    public bool Holds(ChildFacts facts) => Pupils?.Include(facts) != false && When(facts);

    /// <summary>The flag that the rule finds; null where it does not hold.</summary>
    /// <exception cref="CelEvaluationException">An expression failed on these facts.</exception>
    public FlagFinding? Find(ChildFacts facts) => Holds(facts) ? FlagOf(facts) : null;

    /// <summary>The flag of a rule that holds on these facts.</summary>
    /// <exception cref="CelEvaluationException">An expression failed on these facts.</exception>
    public FlagFinding FlagOf(ChildFacts facts)
    {
        var severity = SeverityWhereItHolds(facts);
        var evidence = Evidence(facts).Select(f => f.AsEvidence()).OrderBy(e => e.Date).ThenBy(e => e.Words.En, StringComparer.Ordinal).ToList();
        if (evidence.Count == 0)
            throw new CelEvaluationException("the rule holds on no evidence");
        return new FlagFinding(Id, Kind, severity, evidence[0].Date, evidence, Title, Because.Of(facts), FileVersion, values);
    }

    /// <summary>The severity that the rule gives, 1 to 4; null where it does not hold.</summary>
    /// <exception cref="CelEvaluationException">An expression failed on these facts.</exception>
    public int? SeverityOf(ChildFacts facts) => Holds(facts) ? SeverityWhereItHolds(facts) : null;

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

    private int SeverityWhereItHolds(ChildFacts facts)
    {
        var severity = Severity(facts);
        return severity is >= 1 and <= 4 ? (int)severity : throw new CelEvaluationException($"severity is {severity}; it must be 1 to 4");
    }
}

/// <summary>The parts of a rule as its file writes them, for people who read it.</summary>
/// <param name="Because">The sentence with its expressions in braces.</param>
public sealed record RuleText(string Evidence, string Severity, Words Because, IReadOnlyList<RuleExample> Examples);

/// <summary>An example of a rule file.</summary>
/// <param name="Given">The facts as written.</param>
/// <param name="Expected">With the values of the file; null for none.</param>
/// <param name="InForce">With the values in force; null for none.</param>
public sealed record RuleExample(string Given, int? Expected, int? InForce);
