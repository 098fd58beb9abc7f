using CaseFlow.Conformance.Scheduling;
using CaseFlow.Engine.Runtime;
using Hangfire;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Hangfire.Tests;

/// <summary>Hangfire as the waker.</summary>
[Collection(nameof(HangfireWakerTests))]
public sealed class HangfireWakerTests : SchedulerConformance
{
    private readonly StorageWithoutClock storage = new();

    protected override void Add(IServiceCollection services, IReadOnlyList<RecurringWork> work, TimeZoneInfo zone, TimeProvider clock) =>
        services.AddHangfireWaker(work, zone, () => storage, clock, TimeSpan.FromMilliseconds(1));

    protected override Task LookAsync(IServiceProvider services) => Task.CompletedTask;

    protected override Task<(bool Ahead, int UnderWay)> StandAsync(IServiceProvider services, DateTimeOffset now)
    {
        using var connection = storage.GetConnection();
        var jobs = connection.GetRecurringJobs();
        // A job that a worker has taken from the queue and not begun is in neither count of the monitoring: its state still says enqueued.
        var waiting = jobs.Count(j => j.LastJobState == EnqueuedState.StateName);
        return Task.FromResult((jobs.TrueForAll(j => j.NextExecution > now.UtcDateTime), waiting + (int)storage.GetMonitoringApi().ProcessingCount()));
    }
}
