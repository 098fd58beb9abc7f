using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Runtime;

/// <summary>What stands after a screening, seen from the read models: most children need no stream to be loaded and nothing written.</summary>
internal static class Standing
{
    /// <summary>The findings without those that were answered and rest on nothing new.</summary>
    public static IReadOnlyList<FlagFinding> After(IReadOnlyList<FlagFinding> findings, IReadOnlyList<FlagRow> known, DateOnly day) =>
        findings.Count == 0 || known.Count == 0 ? findings : [.. findings.Where(f => Stands(f, known, day))];

    /// <summary>Whether the stream would say anything else than the read models already do.</summary>
    public static bool NeedsWriting(IReadOnlyList<FlagFinding> active, IReadOnlyList<FlagRow> known, int level, CaseRow? open)
    {
        if (active.Count == 0 && known.Count == 0)
            return level > (open?.Level ?? 1);
        var up = known.Where(f => f.Status == FlagStatus.Active).ToList();
        return up.Count != active.Count
            || !active.All(a => up.Exists(f => f.Rule == a.Rule && SaysTheSame(f, a)))
            || level > (open?.Level ?? 1);
    }

    /// <summary>Most are kept in the very words that they are found in again: only others are taken apart.</summary>
    private static bool SaysTheSame(FlagRow kept, FlagFinding found) =>
        kept.Finding == EventJson.Write(found) || EventJson.ReadFinding(kept.Finding).SaysTheSameAs(found);

    private static bool Stands(FlagFinding finding, IReadOnlyList<FlagRow> known, DateOnly day) =>
        known.Where(f => f.Rule == finding.Rule).OrderBy(f => f.No).LastOrDefault() is not { Status: FlagStatus.Answered } last
        || Screening.MayRaise(finding, day, last.EndedOn!.Value, last.SeenUpTo);
}
