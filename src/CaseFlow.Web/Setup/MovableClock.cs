using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>A clock that somebody can move. Where it was put is kept in the database, so that every process of the installation sees the same present.</summary>
public abstract class MovableClock(Func<CaseFlowDb> open) : TimeProvider
{
    protected Func<CaseFlowDb> Open { get; } = open;

    /// <summary>Moves the clock to an instant; <c>simulate</c> alone moves it back.</summary>
    public virtual async Task SetAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        using var db = Open();
        if (await db.SimulatedTimes.SingleOrDefaultAsync(cancel) is { } row)
            row.Now = now;
        else
            db.SimulatedTimes.Add(new SimulatedTime { SchoolId = db.SchoolId, Now = now });
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Where it was put last; null where nobody ever moved it.</summary>
    protected static DateTimeOffset? PutAt(CaseFlowDb db) => db.SimulatedTimes.AsNoTracking().Select(t => (DateTimeOffset?)t.Now).FirstOrDefault();
}
