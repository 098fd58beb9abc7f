using CaseFlow.Engine.Runtime;
using Quartz;

namespace CaseFlow.Web.Background;

/// <summary>Quartz.NET, in this process, wakes what recurs.</summary>
public static class QuartzWaker
{
    /// <summary>A scheduler with a name has a clock of its own; without one its clock would become that of the whole program.</summary>
    public const string Scheduler = "caseflow";

    /// <param name="zone">The school's: by it days begin.</param>
    /// <param name="clock">The clock by which work is woken.</param>
    public static void Add(IServiceCollection services, IReadOnlyList<RecurringWork> work, TimeZoneInfo zone, TimeProvider clock)
    {
        services.AddSingleton(work);
        services.AddSingleton(new Begun(work, zone));
        services.AddQuartz(Scheduler, quartz =>
        {
            quartz.UseTimeProvider(clock);
            foreach (var piece in work)
            {
                quartz.AddJob<Wake>(j => j.WithIdentity(piece.Name));
                quartz.AddTrigger(t => t.ForJob(piece.Name).WithIdentity($"{piece.Name}-at-start").StartAt(clock.GetUtcNow())
                    .WithSimpleSchedule(s => s.WithRepeatCount(0)));
                // Missed wakes, however many, are one wake.
                quartz.AddTrigger(t => t.ForJob(piece.Name).WithIdentity(piece.Name).StartAt(clock.GetUtcNow())
                    .WithCronSchedule(CronOf(piece), c => c.InTimeZone(zone).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)));
            }
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static string CronOf(RecurringWork piece) => $"{piece.Cadence.Cron[..^1]}?";

    /// <summary>When this program last began each piece of work.</summary>
    private sealed class Begun(IReadOnlyList<RecurringWork> work, TimeZoneInfo zone)
    {
        private readonly Dictionary<string, (CronExpression Times, DateTimeOffset? Last)> pieces =
            work.ToDictionary(w => w.Name, w => (new CronExpression(CronOf(w), zone), (DateTimeOffset?)null));

        /// <summary>Whether a time of the work has come since it was last begun; if so, it begins now.</summary>
        /// <remarks>After a pause Quartz fires what it had already taken up, and once more what was missed: the second has nothing new to do.</remarks>
        public bool Begins(string name, DateTimeOffset now)
        {
            lock (pieces)
            {
                var (times, last) = pieces[name];
                if (last <= now && times.GetNextValidTimeAfter(last.Value) > now)
                    return false;
                pieces[name] = (times, now);
                return true;
            }
        }
    }

    private sealed class Wake(IReadOnlyList<RecurringWork> work, Begun begun, IServiceProvider services, ILogger<Wake> log) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            var piece = work.First(w => w.Name == context.JobDetail.Key.Name);
            if (!begun.Begins(piece.Name, context.Scheduler.TimeProvider.GetUtcNow()))
                return;
            try
            {
                await piece.WakeAsync(services, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "{Work} failed; the next wake does it again.", piece.Name);
            }
        }
    }
}
