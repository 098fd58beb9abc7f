using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>A clock that somebody can move. Where it was put is kept in the database, so that every process of the installation sees the same present.</summary>
/// <param name="system">Says how long ago the database was asked.</param>
public abstract class MovableClock(Func<CaseFlowDb> open, TimeProvider system) : TimeProvider
{
    /// <summary>How soon a process notices that another one moved the clock. A page asks for the time row by row; the database is not asked so often.</summary>
    private static readonly TimeSpan LookAgainEvery = TimeSpan.FromMilliseconds(50);

    private volatile Look? look;

    /// <summary>Whether somebody may move it now.</summary>
    public virtual bool IsMovable => true;

    /// <summary>The clock of the machine.</summary>
    protected TimeProvider Machine { get; } = system;

    /// <summary>Moves the clock to an instant; <c>simulate</c> alone moves it back.</summary>
    public async Task SetAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        using var db = open();
        if (await db.SimulatedTimes.SingleOrDefaultAsync(cancel) is { } row)
            row.Now = now;
        else
            db.SimulatedTimes.Add(new SimulatedTime { SchoolId = db.SchoolId, Now = now });
        await db.SaveChangesAsync(cancel);
        look = null;
    }

    /// <summary>Where it was put last; what <paramref name="never"/> says where nobody ever moved it.</summary>
    protected DateTimeOffset? PutAt(Func<CaseFlowDb, DateTimeOffset?> never)
    {
        if (look is { } known && Machine.GetElapsedTime(known.At) < LookAgainEvery)
            return known.Put;
        using var db = open();
        var put = db.SimulatedTimes.AsNoTracking().Select(t => (DateTimeOffset?)t.Now).FirstOrDefault() ?? never(db);
        look = new Look(Machine.GetTimestamp(), put);
        return put;
    }

    private sealed record Look(long At, DateTimeOffset? Put);
}
