namespace CaseFlow.Conformance.Scheduling;

/// <summary>A clock that stands where a test sets it. Begins on Monday 2 March 2026, 16:00:07 in Shanghai.</summary>
public sealed class SetClock : TimeProvider
{
    private long ticks = new DateTimeOffset(2026, 3, 2, 8, 0, 7, TimeSpan.Zero).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Pass(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);
}
