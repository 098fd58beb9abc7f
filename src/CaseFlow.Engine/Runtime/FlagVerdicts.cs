using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What people made of a flag.</summary>
public enum FlagVerdict
{
    /// <summary>Nothing that says whether it was right: open, lapsed unanswered, or explained.</summary>
    None,

    /// <summary>Somebody acted on it, or its case was found worth a review.</summary>
    Confirmed,

    /// <summary>Somebody answered that there was nothing.</summary>
    FalseAlarm,
}

/// <summary>When a flag counts as judged.</summary>
/// <remarks>
/// The answers <c>talked</c>, <c>visited</c>, <c>called</c> and <c>referred</c> confirm a flag: somebody saw the child and did not
/// call it a false alarm. So does a review of the case that it belongs to, whatever the review found. <c>explained</c> does
/// neither: the signal was true and its reason harmless. <c>false alarm</c> goes before the review.
/// </remarks>
public static class FlagVerdicts
{
    /// <param name="caseReviewed">Whether the case that the flag belongs to has been reviewed.</param>
    public static FlagVerdict Of(FlagResponse? response, bool caseReviewed) => response switch
    {
        FlagResponse.FalseAlarm => FlagVerdict.FalseAlarm,
        FlagResponse.Talked or FlagResponse.Visited or FlagResponse.Called or FlagResponse.Referred => FlagVerdict.Confirmed,
        FlagResponse.Explained => FlagVerdict.None,
        _ => caseReviewed ? FlagVerdict.Confirmed : FlagVerdict.None,
    };

    /// <summary>The cases of these children that have been reviewed.</summary>
    internal static async Task<HashSet<(ChildId Child, int Case)>> ReviewedCasesAsync(
        IQueryable<TaskRow> tasks, CancellationToken cancel) =>
        [.. (await tasks.Where(t => t.Kind == TaskKind.Review && t.State == TaskState.Done && t.CaseNo != 0)
            .Select(t => new { t.ChildId, t.CaseNo }).Distinct().ToListAsync(cancel)).Select(t => (t.ChildId, t.CaseNo))];
}
