using System.Collections.Concurrent;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>The versions of the workflow file that cases run on: kept in the database by content, read once, never changed.</summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class WorkflowShelf
{
    private readonly ConcurrentDictionary<string, WorkflowDefinition> read = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> kept = new(StringComparer.Ordinal);

    /// <summary>The policy with every version that the child's cases run on; the version in force is kept before a case can open on it.</summary>
    public async Task<CarePolicy> CompleteAsync(CareRuntime runtime, CarePolicy policy, ChildState state, CancellationToken cancel = default)
    {
        await KeepAsync(runtime, policy.Workflow, cancel);
        var missing = state.Cases.Values.Select(c => c.WorkflowVersion).Where(v => v != policy.Workflow.Version && !policy.Earlier.ContainsKey(v)).ToList();
        return missing.Count == 0 ? policy : await WithAsync(runtime, policy, missing, cancel);
    }

    /// <summary>The policy with every version that was ever kept.</summary>
    public async Task<CarePolicy> CompleteAsync(CareRuntime runtime, CarePolicy policy, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        return await WithAsync(runtime, policy, await db.WorkflowVersions.Select(v => v.Version).ToListAsync(cancel), cancel);
    }

    private async Task<CarePolicy> WithAsync(CareRuntime runtime, CarePolicy policy, IReadOnlyCollection<string> versions, CancellationToken cancel)
    {
        var unread = versions.Where(v => v != policy.Workflow.Version && !read.ContainsKey(v)).ToList();
        if (unread.Count > 0)
        {
            using var db = runtime.Open();
            foreach (var row in await db.WorkflowVersions.AsNoTracking().Where(v => unread.Contains(v.Version)).ToListAsync(cancel))
                read[row.Version] = WorkflowFile.ReadKept(CarePolicyFiles.Workflow, row.Text);
        }

        var found = versions.Where(v => v != policy.Workflow.Version && read.ContainsKey(v)).Distinct();
        return policy with { Earlier = policy.Earlier.SetItems(found.Select(v => KeyValuePair.Create(v, read[v]))) };
    }

    /// <summary>Keeps a version, once; two nodes that do so at the same time write the same.</summary>
    private async Task KeepAsync(CareRuntime runtime, WorkflowDefinition workflow, CancellationToken cancel)
    {
        while (!kept.ContainsKey(workflow.Version))
        {
            using var db = runtime.Open();
            try
            {
                if (!await db.WorkflowVersions.AnyAsync(v => v.Version == workflow.Version, cancel))
                {
                    db.Add(new WorkflowVersionRow { SchoolId = db.SchoolId, Version = workflow.Version, Text = workflow.Text, KeptAt = runtime.Now });
                    await db.SaveChangesAsync(cancel);
                }

                kept[workflow.Version] = true;
            }
            catch (DbUpdateException e) when (Conflicts.IsConflict(e))
            {
                // Somebody else keeps it at this very moment: look again.
            }
        }
    }
}
