using Elsa.Common;

namespace CaseFlow.Elsa;

/// <summary>The clock of a run: within a decision no time passes, and nothing of Elsa's own times leaves it.</summary>
internal sealed class StoppedClock : ISystemClock
{
    public DateTimeOffset UtcNow => DateTimeOffset.UnixEpoch;
}
