namespace CaseFlow.Web.Tests.Setup;

/// <summary>A clock that a test moves by hand; both its time and its timestamps.</summary>
internal sealed class HandClock : TimeProvider
{
    private long now = 1;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now;

    public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddTicks(now);

    public void Pass(TimeSpan span) => now += span.Ticks;
}
