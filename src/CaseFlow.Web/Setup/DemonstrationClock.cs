using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>
/// The clock of an installation that runs on the system's. In the demonstration school a visitor can move it on; from then on it stands
/// where it was put until the system's time has come there. Everywhere else it is the system's clock and nothing more.
/// </summary>
public sealed class DemonstrationClock(Func<CaseFlowDb> open, TimeProvider system) : MovableClock(open, system)
{
    private bool isDemonstration;

    /// <inheritdoc/>
    public override bool IsMovable => isDemonstration;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        var now = Machine.GetUtcNow();
        return isDemonstration && PutAt(static _ => null) is { } put && put > now ? put : now;
    }

    /// <summary>Looks whether this is a demonstration school: whether it has demonstration accounts.</summary>
    public async Task RecogniseAsync(Databases databases, CancellationToken cancel = default)
    {
        using var accounts = databases.OpenAccounts();
        isDemonstration = await accounts.Users.AnyAsync(a => a.IsDemonstration, cancel);
    }
}
