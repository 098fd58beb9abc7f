using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Workflow;

/// <summary>A version of the workflow that is in force or has open cases.</summary>
/// <param name="Differences">What changes for a case that is moved from it to the version in force.</param>
public sealed record VersionInUse(WorkflowDefinition Workflow, int OpenCases, DateTimeOffset KeptAt, IReadOnlyList<Words> Differences)
{
    /// <summary>The one in force first, then those with open cases, the latest first.</summary>
    public static async Task<IReadOnlyList<VersionInUse>> AllAsync(CaseFlowDb db, CareRuntime runtime, CancellationToken cancel = default)
    {
        var policy = await runtime.Workflows.CompleteAsync(runtime, runtime.Policy(), cancel);
        var counts = await db.Cases.Where(c => c.IsOpen).GroupBy(c => c.WorkflowVersion).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var kept = await db.WorkflowVersions.AsNoTracking().Select(v => new { v.Version, v.KeptAt }).ToDictionaryAsync(v => v.Version, v => v.KeptAt, cancel);
        var earlier = policy.Earlier.Values.Where(w => counts.ContainsKey(w.Version)).OrderByDescending(w => kept.GetValueOrDefault(w.Version)).ThenBy(w => w.Version, StringComparer.Ordinal);
        return [.. earlier.Prepend(policy.Workflow).Select(w => new VersionInUse(
            w, counts.GetValueOrDefault(w.Version), kept.TryGetValue(w.Version, out var at) ? at : runtime.Now, WorkflowDifferences.Between(w, policy.Workflow)))];
    }
}
