using CaseFlow.Engine;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Benchmarks.Evaluation;

/// <summary>Makes a finding of the facts that a hand-written rule rests on.</summary>
internal static class Raised
{
    public static FlagFinding Of(string rule, string kind, int severity, List<Fact> facts, string zh, string en)
    {
        var evidence = new Evidence[facts.Count];
        for (var i = 0; i < evidence.Length; i++)
            evidence[i] = facts[i].AsEvidence();
        Array.Sort(evidence, (a, b) => a.Date != b.Date ? a.Date.CompareTo(b.Date) : string.CompareOrdinal(a.Words.En, b.Words.En));
        return new FlagFinding(rule, kind, severity, evidence[0].Date, evidence, Words.None, new Words(zh, en), "");
    }
}
