using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What a child is to be told.</summary>
internal readonly record struct ScreeningCommand(ChildId Child, ApplyScreening Command);

/// <summary>What a child was told, and what it decided.</summary>
internal sealed record ScreeningWritten(LoadedChild Before, Decision Decision);

/// <summary>Decides on what a screening found and commits it, some children in a transaction.</summary>
/// <remarks>Each stream keeps its own guard against a second writer; where one was first, the children are written one by one.</remarks>
internal sealed class ScreeningWrites(CareRuntime runtime, SchoolOnFile school, ScreeningMoment at, CarePolicy policy)
{
    /// <summary>A transaction of that many children costs hardly more than one of one, and holds up other writers for a moment only.</summary>
    private const int Together = 100;

    private const int MostTries = 5;

    private readonly LateSignals late = new(school, at, policy);

    /// <summary>What became of each, in the order given.</summary>
    public async Task<IReadOnlyList<ScreeningWritten>> WriteAsync(IReadOnlyList<ScreeningCommand> commands, CancellationToken cancel)
    {
        var written = new List<ScreeningWritten>(commands.Count);
        foreach (var some in commands.Chunk(Together))
        {
            if (some.Length > 1 && await TryAsync(some, mayConflict: true, cancel) is { } together)
            {
                written.AddRange(together);
                continue;
            }

            foreach (var one in some)
                written.Add(await OneAsync(one, cancel));
        }

        return written;
    }

    private async Task<ScreeningWritten> OneAsync(ScreeningCommand command, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await TryAsync([command], mayConflict: attempt < MostTries, cancel) is [var written])
                return written;
        }
    }

    /// <summary>Null where a second writer was first: then nothing was written.</summary>
    private async Task<IReadOnlyList<ScreeningWritten>?> TryAsync(ScreeningCommand[] commands, bool mayConflict, CancellationToken cancel)
    {
        using var db = runtime.Open();
        var loaded = await ChildStreams.LoadAsync(db, [.. commands.Select(c => c.Child)], cancel);
        var written = new List<ScreeningWritten>(commands.Length);
        foreach (var (id, command) in await late.RenewAsync(db, commands, loaded, cancel))
            written.Add(Decide(db, loaded[id], command, await runtime.Workflows.CompleteAsync(runtime, policy, loaded[id].State, cancel)));
        try
        {
            await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel); // the context is not used again
            return written;
        }
        catch (DbUpdateException e) when (mayConflict && Conflicts.IsConflict(e))
        {
            foreach (var (before, decision) in written.Where(w => !w.Decision.IsRefused))
                school.Count(decision.State, before.State);
            return null;
        }
    }

    private ScreeningWritten Decide(CaseFlowDb db, LoadedChild child, ApplyScreening command, CarePolicy complete)
    {
        var staffing = school.StaffingFor(child.Child, at.Now);
        var decision = ChildDecisions.Decide(child.State, command, new Circumstances(
            at.Now, school.Time, complete, staffing, Actor.System, school.School.RecordedNo));
        if (!decision.IsRefused)
        {
            ChildStreams.Append(db, child, decision, policy.Escalations, school.Time, staffing);
            school.Count(child.State, decision.State);
        }

        return new ScreeningWritten(child, decision);
    }
}
