using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Simulation;

/// <summary>A clock in memory that only goes forward; the run writes it back at the end of each day.</summary>
internal sealed class RunClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Goes on to an instant; stays where it is already past it.</summary>
    public void GoTo(DateTimeOffset instant) => now = instant > now ? instant : now;
}

/// <summary>The real engine on the clock of a run.</summary>
internal sealed class SimulatedEngine
{
    public SimulatedEngine(CareRuntime installed, SchoolTime time)
    {
        Clock = new RunClock(installed.Now);
        Time = time;
        Runtime = installed with { Clock = Clock };
        Desk = new Desk(Runtime);
        Screening = new SchoolScreening(Runtime);
        Sweep = new DueSweep(Runtime);
        Delivery = new OutboxDelivery(Runtime);
        Verification = new Verification(Runtime);
    }

    public RunClock Clock { get; }

    public SchoolTime Time { get; }

    public CareRuntime Runtime { get; }

    public Desk Desk { get; }

    public SchoolScreening Screening { get; }

    public DueSweep Sweep { get; }

    public OutboxDelivery Delivery { get; }

    public Verification Verification { get; }

    /// <summary>The day on the clock at the school.</summary>
    public DateOnly Today => Time.DayOf(Runtime.Now);

    /// <summary>Moves the clock to a time of a day at the school.</summary>
    public void GoTo(DateOnly day, int hour, int minute = 0) =>
        Clock.GoTo(Time.StartOf(day) + TimeSpan.FromHours(hour) + TimeSpan.FromMinutes(minute));
}
