namespace CaseFlow.Simulation.Nodes;

/// <summary>The time that no node knows.</summary>
internal sealed class TrueTime
{
    /// <summary>A Monday, 08:00 at the school.</summary>
    public DateTimeOffset Now { get; private set; } = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public void Pass(TimeSpan span) => Now += span;
}

/// <summary>The clock of a node: true time, and how wrong it is.</summary>
internal sealed class NodeClock(TrueTime time) : TimeProvider
{
    /// <summary>How far it runs ahead; negative where it lags behind.</summary>
    public TimeSpan Skew { get; set; }

    public override DateTimeOffset GetUtcNow() => time.Now + Skew;
}
