using System.Threading.Channels;
using CaseFlow.Engine;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Simulation;
using CaseFlow.Web.Simulation.Telling;

namespace CaseFlow.Web.Demonstration;

/// <summary>Time that passes, or has passed, in the demonstration school.</summary>
/// <param name="Done">Days that have passed.</param>
/// <param name="Report">What happened; null until it is over.</param>
/// <param name="Failed">Whether it broke off; the days that had passed by then are kept.</param>
internal sealed record TimePassage(TimeWish Wish, int Done, SimulationReport? Report = null, bool Failed = false)
{
    public bool IsUnderWay => Report is null && !Failed;
}

/// <summary>
/// Lets time pass in the demonstration school: pupils are absent, write exams and are sad, the staff act with the given effort, what is due
/// comes up, all through the engine that a school runs on. One wish at a time; visitors can go on working meanwhile.
/// </summary>
/// <remarks>Source: the simulation that <c>simulate</c> runs. Each day is kept as it ends, so what breaks off has lost nothing.</remarks>
internal sealed class PassingTime(CareRuntime runtime, ILogger<PassingTime> log) : BackgroundService
{
    /// <summary>The same school passes through the same days.</summary>
    private const int Seed = 1;

    /// <summary>People look at the school when its day has begun.</summary>
    private static readonly TimeSpan DayBegins = TimeSpan.FromHours(8);

    private readonly Channel<TimeWish> wishes = Channel.CreateUnbounded<TimeWish>();
    private readonly Lock turn = new();
    private volatile TimePassage? passage;

    /// <summary>The last one, under way or over; null where there was none since the program began.</summary>
    public TimePassage? Last => passage;

    /// <summary>Begins; null where it did, otherwise why not.</summary>
    public Refusal? Begin(TimeWish wish, TimeLeft left)
    {
        if (left.Most == 0)
            return PassingTimeRefusals.YearIsOver;
        if (wish.Days < 1 || wish.Days > left.Most)
            return PassingTimeRefusals.TooFar(left.Most);
        lock (turn)
        {
            if (passage is { IsUnderWay: true })
                return PassingTimeRefusals.UnderWay;
            passage = new TimePassage(wish, 0);
        }

        wishes.Writer.TryWrite(wish);
        return null;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var wish in wishes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                passage = passage! with { Report = await PassAsync(wish, stoppingToken) };
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The time of the demonstration school stopped on the way.");
                passage = passage! with { Failed = true };
            }
        }
    }

    private async Task<SimulationReport> PassAsync(TimeWish wish, CancellationToken cancel)
    {
        var clock = (MovableClock)runtime.Clock;
        var progress = new Steps(done => passage = passage! with { Done = done });
        var report = await new SchoolSimulation(runtime, clock.SetAsync).RunAsync(new SimulationOrder(wish.Days, Seed, wish.Settings), progress, cancel);
        await clock.SetAsync(SchoolTime.WithoutCalendar(runtime.Zone).StartOf(report.To.AddDays(1)) + DayBegins, cancel);
        await new DueSweep(runtime).RunAsync(runtime.Now, cancel: cancel);
        await new DailyDigest(runtime).RunAsync(cancel);
        await new OutboxDelivery(runtime).RunAsync(cancel: cancel);
        return report;
    }

    /// <summary>Tells at once, in the order in which the days end.</summary>
    private sealed class Steps(Action<int> told) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => told(value.Done);
    }
}
