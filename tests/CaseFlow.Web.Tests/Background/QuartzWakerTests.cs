using System.Globalization;
using CaseFlow.Conformance.Scheduling;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Background;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace CaseFlow.Web.Tests.Background;

/// <summary>Quartz.NET as the waker.</summary>
public sealed class QuartzWakerTests : SchedulerConformance
{
    private readonly List<TriggerKey> recurring = [];
    private int looks;

    protected override void Add(IServiceCollection services, IReadOnlyList<RecurringWork> work, TimeZoneInfo zone, TimeProvider clock)
    {
        QuartzWaker.Add(services, work, zone, clock);
        recurring.AddRange(work.Select(w => new TriggerKey(w.Name)));
    }

    /// <remarks>Quartz waits in real time for the next trigger; one that is new makes it look at the clock again.</remarks>
    protected override async Task LookAsync(IServiceProvider services)
    {
        var scheduler = await SchedulerOf(services);
        var name = string.Create(CultureInfo.InvariantCulture, $"look-{++looks}");
        await scheduler.ScheduleJob(
            JobBuilder.Create<Nothing>().WithIdentity(name).Build(), TriggerBuilder.Create().WithIdentity(name).StartAt(scheduler.TimeProvider.GetUtcNow()).Build());
    }

    protected override async Task<(bool Ahead, int UnderWay)> StandAsync(IServiceProvider services, DateTimeOffset now)
    {
        var scheduler = await SchedulerOf(services);
        var ahead = true;
        foreach (var trigger in recurring)
        {
            ahead &= (await scheduler.GetTrigger(trigger))?.NextFireTimeUtc > now;
            ahead &= await scheduler.GetTrigger(new TriggerKey($"{trigger.Name}-at-start")) is not { NextFireTimeUtc: not null };
        }

        return (ahead, await UnderWay(scheduler));
    }

    private static async Task<int> UnderWay(IScheduler scheduler) => (await scheduler.QueryFireInstances(new FireInstanceQuery())).Items.Count;

    private static async Task<IScheduler> SchedulerOf(IServiceProvider services) =>
        await services.GetRequiredKeyedService<ISchedulerFactory>(QuartzWaker.Scheduler).GetScheduler();

    private sealed class Nothing : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => default;
    }
}
