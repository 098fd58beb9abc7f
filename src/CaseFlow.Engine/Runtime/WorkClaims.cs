using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Background work that one node at a time does for the whole installation.</summary>
public static class SharedWork
{
    public const string Sweep = "sweep";

    public const string Outbox = "outbox";

    public const string Screening = "screening";
}

/// <summary>
/// Which node does which shared work. A claim is taken by one conditional update, kept by a heartbeat, and ends by itself when
/// its lease does, so that what a dead node left is taken up by another.
/// </summary>
/// <param name="clock">The clock of leases: real time, also where the school's own clock is a simulated one.</param>
public sealed class WorkClaims(Func<CaseFlowDb> open, TimeProvider clock, NewId newId)
{
    /// <summary>How long a node that says nothing more keeps its work.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Takes the work; null where another node holds it.</summary>
    public async Task<HeldWork?> TakeAsync(string work, CancellationToken cancel = default)
    {
        await EnsureAsync(work, cancel);
        using var db = open();
        var (now, holder) = (HeldWork.Whole(clock.GetUtcNow()), newId());
        // A lease that ends later than any lease can was written by a clock that has since been put right.
        var latest = now + (2 * Lease);
        var taken = await db.WorkClaims.Where(c => c.Work == work && (c.Until <= now || c.Until > latest)).ExecuteUpdateAsync(
            s => s.SetProperty(c => c.Holder, holder).SetProperty(c => c.Fence, c => c.Fence + 1).SetProperty(c => c.Until, now + Lease), cancel);
        if (taken == 0)
            return null;
        var fence = await db.WorkClaims.Where(c => c.Work == work && c.Holder == holder).Select(c => (long?)c.Fence).SingleOrDefaultAsync(cancel);
        return fence is { } mine ? new HeldWork(open, clock, work, mine, now) : null;
    }

    /// <summary>Does the work where no other node holds it, and gives it back.</summary>
    /// <returns>Whether it was this node's.</returns>
    public async Task<bool> DoAsync(string work, Func<HeldWork, Task> what, CancellationToken cancel = default)
    {
        if (await TakeAsync(work, cancel) is not { } held)
            return false;
        try
        {
            await what(held);
            return true;
        }
        finally
        {
            await held.ReleaseAsync(CancellationToken.None);
        }
    }

    private async Task EnsureAsync(string work, CancellationToken cancel)
    {
        using var db = open();
        if (await db.WorkClaims.AnyAsync(c => c.Work == work, cancel))
            return;
        db.WorkClaims.Add(new WorkClaim { SchoolId = db.SchoolId, Work = work, Until = DateTimeOffset.UnixEpoch });
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (Conflicts.IsConflict(e))
        {
            // another node made the row
        }
    }
}

/// <summary>Work that this node holds until its lease ends.</summary>
public sealed class HeldWork(Func<CaseFlowDb> open, TimeProvider clock, string work, long fence, DateTimeOffset since)
{
    private static readonly TimeSpan Heartbeat = WorkClaims.Lease / 5;

    private DateTimeOffset beaten = since;

    /// <summary>Rises with every taking of this work: what a former holder still writes carries a lower one.</summary>
    public long Fence => fence;

    /// <summary>To be asked between two pieces of the work: renews the lease when a heartbeat is due.</summary>
    /// <returns>False where the work is another node's by now: stop.</returns>
    public async Task<bool> GoOnAsync(CancellationToken cancel = default)
    {
        if (Whole(clock.GetUtcNow()) - beaten is var silent && silent >= TimeSpan.Zero && silent < Heartbeat)
            return true;
        using var db = open();
        return await RenewAsync(db, cancel);
    }

    /// <summary>
    /// Renews the lease in a transaction of the work itself: where it succeeds, nobody can take the work before that transaction ends.
    /// </summary>
    /// <returns>False where the work is another node's by now: write nothing.</returns>
    public async Task<bool> RenewAsync(CaseFlowDb db, CancellationToken cancel = default)
    {
        var now = Whole(clock.GetUtcNow());
        var mine = await db.WorkClaims.Where(c => c.Work == work && c.Fence == fence)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Until, now + WorkClaims.Lease), cancel) == 1;
        if (mine)
            beaten = now;
        return mine;
    }

    /// <summary>Gives the work back before its lease ends.</summary>
    public async Task ReleaseAsync(CancellationToken cancel = default)
    {
        using var db = open();
        await db.WorkClaims.Where(c => c.Work == work && c.Fence == fence)
            .ExecuteUpdateAsync(s => s.SetProperty(c => c.Until, DateTimeOffset.UnixEpoch), cancel);
    }

    /// <summary>In whole milliseconds: every database keeps that exactly.</summary>
    public static DateTimeOffset Whole(DateTimeOffset now) => now.ToUniversalTime().AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
}
