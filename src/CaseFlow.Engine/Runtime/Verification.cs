using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>One invariant and where it is broken.</summary>
public sealed record InvariantReport(string Name, long Checked, IReadOnlyList<string> Broken)
{
    public bool Ok => Broken.Count == 0;
}

/// <summary>What a verification found.</summary>
public sealed record VerificationReport(long Children, long Cases, long Events, IReadOnlyList<InvariantReport> Invariants)
{
    public bool Ok => Invariants.All(i => i.Ok);
}

/// <summary>Reads the whole database and checks every invariant; makes the read models anew in memory and compares. Writes nothing.</summary>
public sealed class Verification(CareRuntime runtime)
{
    private const int Batch = 100;

    public async Task<VerificationReport> RunAsync(IProgress<(int Done, int Of)>? progress = null, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var school = await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel);
        var staff = await db.Staff.Select(s => s.Id).ToListAsync(cancel);
        var findings = new VerificationFindings();
        var checks = new ChildChecks(findings, await runtime.Workflows.CompleteAsync(runtime, runtime.Policy(), cancel), school.Time, [.. staff], await db.Delegations.AsNoTracking().ToListAsync(cancel),
            [.. await db.WorkflowVersions.Select(v => v.Version).ToListAsync(cancel)]);
        var children = await db.Children.AsNoTracking().OrderBy(c => c.StudentNo).Select(c => c.Id).ToListAsync(cancel);
        var done = 0;
        foreach (var chunk in children.Chunk(Batch))
        {
            await CheckAsync(db, checks, chunk, cancel);
            done += chunk.Length;
            progress?.Report((done, children.Count));
        }

        await CheckEdgesAsync(db, findings, cancel);
        await CheckHandedOverAsync(db, findings, cancel);
        return findings.Report(children.Count);
    }

    private static async Task CheckAsync(CaseFlowDb db, ChildChecks checks, ChildId[] chunk, CancellationToken cancel)
    {
        var children = await db.Children.AsNoTracking().Where(c => chunk.Contains(c.Id)).ToListAsync(cancel);
        var journal = (await db.Journal.AsNoTracking().Where(x => chunk.Contains(x.ChildId)).ToListAsync(cancel)).ToLookup(x => x.ChildId);
        var flags = (await db.Flags.AsNoTracking().Where(x => chunk.Contains(x.ChildId)).ToListAsync(cancel)).ToLookup(x => x.ChildId);
        var cases = (await db.Cases.AsNoTracking().Where(x => chunk.Contains(x.ChildId)).ToListAsync(cancel)).ToLookup(x => x.ChildId);
        var tasks = (await db.Tasks.AsNoTracking().Where(x => chunk.Contains(x.ChildId)).ToListAsync(cancel)).ToLookup(x => x.ChildId);
        var escalations = (await db.Escalations.AsNoTracking().Where(x => chunk.Contains(x.ChildId)).ToListAsync(cancel)).ToLookup(x => x.ChildId);
        var due = (await db.DueItems.AsNoTracking().Where(x => chunk.Contains(x.ChildId)).ToListAsync(cancel)).ToLookup(x => x.ChildId);
        foreach (var child in children.OrderBy(c => c.StudentNo, StringComparer.Ordinal))
        {
            checks.Check(new ChildOnDisk(
                child, [.. journal[child.Id].OrderBy(j => j.Version)], [.. flags[child.Id]], [.. cases[child.Id]], [.. tasks[child.Id]],
                [.. escalations[child.Id]], [.. due[child.Id]]));
        }
    }

    /// <summary>Who has handed over everything, and whose hand-over is through, is responsible for nothing.</summary>
    private static async Task CheckHandedOverAsync(CaseFlowDb db, VerificationFindings findings, CancellationToken cancel)
    {
        var gone = await db.Staff.AsNoTracking()
            .Where(s => s.HandedOverTo != null && !db.HandOvers.Any(h => h.From == s.Id && h.FinishedAt == null)).ToListAsync(cancel);
        foreach (var person in gone)
        {
            var id = person.Id;
            var left = await db.Cases.CountAsync(c => c.IsOpen && c.OwnerId == id, cancel)
                + await db.Tasks.CountAsync(t => t.AssigneeId == id && (t.State == TaskState.Open || t.State == TaskState.Scheduled), cancel)
                + await db.Children.CountAsync(c => c.HelperId == id, cancel);
            findings.Check(Invariants.HandedOver, left == 0, () => $"{person.StaffNo} has handed over and is still responsible for {left} things");
        }
    }

    /// <summary>What does not belong to one child: rows without a child, messages, corrections.</summary>
    private static async Task CheckEdgesAsync(CaseFlowDb db, VerificationFindings findings, CancellationToken cancel)
    {
        foreach (var orphan in await db.Journal.Where(j => !db.Children.Any(c => c.Id == j.ChildId)).Select(j => j.ChildId).Distinct().ToListAsync(cancel))
            findings.Broken(Invariants.HashChain, $"journal rows of a child that is not on file ({orphan.Value})");
        var delivered = await db.Outbox.CountAsync(o => o.DeliveredAt != null, cancel);
        findings.Counted(Invariants.MessageDelivered, delivered);
        foreach (var key in await db.Outbox.Where(o => o.DeliveredAt != null && !db.Notices.Any(n => n.Key == o.Key)).Select(o => o.Key).ToListAsync(cancel))
            findings.Broken(Invariants.MessageDelivered, $"message {key} is marked as delivered and was not");
        findings.Counted(Invariants.OneCurrentSignal, await db.AttendanceMarks.LongCountAsync(m => m.IsCurrent, cancel));
        var twice = await db.AttendanceMarks.Where(m => m.IsCurrent).GroupBy(m => new { m.ChildId, m.Date }).Where(g => g.Count() > 1)
            .Select(g => g.Key.Date).Take(20).ToListAsync(cancel);
        foreach (var date in twice)
            findings.Broken(Invariants.OneCurrentSignal, $"two current marks of one child on {date:yyyy-MM-dd}");
    }
}
