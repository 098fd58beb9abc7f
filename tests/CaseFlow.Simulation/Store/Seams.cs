using System.Data.Common;
using CaseFlow.Simulation.Nodes;

namespace CaseFlow.Simulation.Store;

/// <summary>
/// What happens where a node meets the database. Outside of transactions others may go first; within them, which one connection cannot
/// share, it fails or dies; after a commit the answer gets lost.
/// </summary>
internal sealed class Seams(Scheduler scheduler, TrueTime time, Chance chance)
{
    public Faults Faults { get; set; } = Faults.None;

    /// <summary>Something was committed since this was last set to false.</summary>
    public bool Written { get; set; }

    /// <summary>Ends a node; set by whoever has the nodes.</summary>
    public Action<Node> Kill { get; set; } = _ => { };

    /// <summary>Tells the trace.</summary>
    public Action<string> Tell { get; set; } = _ => { };

    public async Task BeforeCommandAsync(DbTransaction? within)
    {
        if (scheduler.Current is null)
            return;
        if (within is null)
            await PauseAsync(Faults.Comes(chance, Faults.Pause));
        else if (Faults.Comes(chance, Faults.Within))
            await MishapAsync(Faults.Some(chance), "in the middle of a transaction", within);
    }

    public async Task BeforeTransactionAsync()
    {
        if (scheduler.Current is null)
            return;
        await PauseAsync(true);
        if (Faults.Comes(chance, Faults.Before))
            await MishapAsync(Faults.Some(chance), "before a write", null);
    }

    public async Task BeforeCommitAsync(DbTransaction transaction)
    {
        if (scheduler.Current is not null && Faults.Comes(chance, Faults.Before))
            await MishapAsync(Faults.Some(chance), "before a commit", transaction);
    }

    /// <summary>The work is done; the caller may never hear of it.</summary>
    public async Task AfterWriteAsync()
    {
        Written = true;
        if (scheduler.Current is not { } activity)
            return;
        activity.Commits++;
        if (Faults.Comes(chance, Faults.After))
            await MishapAsync(chance.OneIn(3) ? Mishap.Dies : Mishap.Fails, "after a commit", null);
    }

    private Task PauseAsync(bool wanted) =>
        wanted ? scheduler.PauseAsync(Faults.Comes(chance, Faults.Latency) ? time.Now.AddSeconds(chance.Below(600)) : time.Now) : Task.CompletedTask;

    private async Task MishapAsync(Mishap mishap, string where, DbTransaction? open)
    {
        var activity = scheduler.Current!;
        Tell($"{activity.Node.Name} {mishap.ToString().ToLowerInvariant()} {where} ({activity.Name})");
        if (mishap == Mishap.Dies)
        {
            if (open is not null)
                await open.RollbackAsync();
            Kill(activity.Node);
            await new TaskCompletionSource().Task; // nothing follows on a dead node, not even a handler
        }

        throw mishap == Mishap.Conflicts ? StoreFault.Conflict() : StoreFault.Lost();
    }
}
