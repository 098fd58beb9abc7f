using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Rules;

/// <summary>A rule that holds for a child on a day: the flag as the rule file words it.</summary>
/// <param name="Rule">The rule's id, for example <c>absence-streak</c>.</param>
/// <param name="Kind">The flag's kind, for example <c>absence</c>.</param>
/// <param name="Severity">1 to 4.</param>
/// <param name="Since">The date of the earliest evidence.</param>
/// <param name="Evidence">The very signals that it rests on, earliest first; never empty.</param>
/// <param name="Title">What the flag is called.</param>
/// <param name="Because">The reason in a sentence.</param>
/// <param name="FileVersion">The content version of the rule file that said so; with what the school had set over it after a plus sign.</param>
/// <param name="Params">The values of the rule's parameters that held then; null for flags of before they were kept, and without any.</param>
public sealed record FlagFinding(
    string Rule,
    string Kind,
    int Severity,
    DateOnly Since,
    IReadOnlyList<Evidence> Evidence,
    Words Title,
    Words Because,
    string FileVersion,
    IReadOnlyDictionary<string, string>? Params = null)
{
    /// <summary>Whether the other says the same of the child: severity, date and evidence; wording and version apart.</summary>
    public bool SaysTheSameAs(FlagFinding other) =>
        Severity == other.Severity && Since == other.Since && Evidence.SequenceEqual(other.Evidence);
}
