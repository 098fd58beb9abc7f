using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>
/// The clock of an installation that runs on the system's. In the demonstration school a visitor can move it on; from then on it stands
/// where it was put until the system's time has come there. Everywhere else it is the system's clock and nothing more.
/// </summary>
public sealed class DemonstrationClock(Func<CaseFlowDb> open, TimeProvider system) : MovableClock(open)
{
    /// <summary>How soon a process notices that another one moved the clock.</summary>
    private static readonly TimeSpan LookAgainEvery = TimeSpan.FromSeconds(1);

    private volatile Look? look;

    /// <summary>Whether the installation is a demonstration school: only there the clock can be moved.</summary>
    public bool IsDemonstration { get; private set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var now = system.GetUtcNow();
        return IsDemonstration && Put() is { } put && put > now ? put : now;
    }

    /// <inheritdoc/>
    public override async Task SetAsync(DateTimeOffset now, CancellationToken cancel = default)
    {
        await base.SetAsync(now, cancel);
        look = null;
    }

    /// <summary>Looks whether this is a demonstration school: whether it has demonstration accounts.</summary>
    public async Task RecogniseAsync(Databases databases, CancellationToken cancel = default)
    {
        using var accounts = databases.OpenAccounts();
        IsDemonstration = await accounts.Users.AnyAsync(a => a.IsDemonstration, cancel);
    }

    private DateTimeOffset? Put()
    {
        if (look is { } known && system.GetElapsedTime(known.At) < LookAgainEvery)
            return known.Put;
        using var db = Open();
        var fresh = new Look(system.GetTimestamp(), PutAt(db));
        look = fresh;
        return fresh.Put;
    }

    private sealed record Look(long At, DateTimeOffset? Put);
}
