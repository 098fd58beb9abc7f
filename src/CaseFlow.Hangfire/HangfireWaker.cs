using CaseFlow.Engine.Runtime;
using Hangfire;
using Hangfire.Client;
using Hangfire.Common;
using Hangfire.Server;
using Hangfire.States;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Hangfire;

/// <summary>Hangfire wakes what recurs: every piece of work is a recurring job, and its dashboard shows the wakes.</summary>
/// <remarks>
/// Jobs are of this start: their schedule is written anew, so that a pause, however long, gives the one wake of the start. On several
/// nodes Hangfire wakes one of them; claims keep a second wake from doing the work twice.
/// </remarks>
/// <param name="zone">The school's: by it days begin.</param>
/// <param name="clock">The clock by which work is woken.</param>
/// <param name="lookEvery">How often to look for what is due.</param>
public sealed class HangfireWaker(
    JobStorage storage, IReadOnlyList<RecurringWork> work, TimeZoneInfo zone, TimeProvider clock, TimeSpan lookEvery,
    IServiceProvider services, ILogger<HangfireWaker> log) : IHostedService, IDisposable
{
    /// <summary>What failed is made good by the next wake; retries of its own would only come between.</summary>
    private static readonly JobFilterCollection Filters = NoRetries();

    private BackgroundProcessingServer? server;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var zones = new DefaultTimeZoneResolver();
        var recurring = new RecurringJobManager(storage, Filters, zones, Now);
        foreach (var piece in work)
        {
            recurring.RemoveIfExists(piece.Name);
            recurring.AddOrUpdate(
                piece.Name, Job.FromExpression<WakeUp>(w => w.WakeAsync(piece.Name, CancellationToken.None)), piece.Cadence.Cron,
                new RecurringJobOptions { TimeZone = zone, MisfireHandling = MisfireHandlingMode.Relaxed });
            recurring.Trigger(piece.Name);
        }

        var performer = new BackgroundJobPerformer(Filters, new Waking(work, services, log));
        // One more than there is work: a wake of work that is still at it ends at once, and must not wait in the queue till that is done.
        var workers = Enumerable.Range(0, work.Count + 1)
            .Select(_ => new Worker([EnqueuedState.DefaultQueue], performer, new BackgroundJobStateChanger(Filters)));
        server = new BackgroundProcessingServer(
            storage, [new RecurringJobScheduler(new BackgroundJobFactory(Filters), lookEvery, zones, Now), .. workers]);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (server is null)
            return;
        server.SendStop();
        await server.WaitForShutdownAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => server?.Dispose();

    private static JobFilterCollection NoRetries()
    {
        var filters = new JobFilterCollection();
        filters.Add(new AutomaticRetryAttribute { Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete });
        return filters;
    }

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;

    private sealed class Waking(IReadOnlyList<RecurringWork> work, IServiceProvider services, ILogger log) : JobActivator
    {
        public override object ActivateJob(Type jobType) => new WakeUp(work, services, log);

        public override JobActivatorScope BeginScope(JobActivatorContext context) => new OneWake(this);
    }

    private sealed class OneWake(JobActivator activator) : JobActivatorScope
    {
        public override object Resolve(Type type) => activator.ActivateJob(type);
    }
}
