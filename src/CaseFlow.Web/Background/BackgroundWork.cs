using Quartz;

namespace CaseFlow.Web.Background;

/// <summary>What wakes by itself while the program serves. Quartz runs on the system's clock; the work itself reads the school's.</summary>
public static class BackgroundWork
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(30);

    /// <summary>Nightly, once all marks of the day are in and before anybody comes.</summary>
    private const string AtNight = "0 30 2 * * ?";

    /// <summary>With a clock that somebody moves, midnight comes when it is moved: look often.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    public static void Add(IServiceCollection services, TimeZoneInfo zone, bool simulated)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.ScheduleJob<DueWorkJob>(t => t.WithIdentity("due-work").StartNow()
                .WithSimpleSchedule(s => s.WithInterval(SweepEvery).RepeatForever()));
            quartz.AddJob<ScreeningJob>(j => j.WithIdentity(ScreeningJob.Name));
            quartz.AddTrigger(t => t.ForJob(ScreeningJob.Name).WithIdentity("screening-at-start").StartNow()
                .WithSimpleSchedule(s => _ = simulated ? s.WithInterval(LookEvery).RepeatForever() : s.WithRepeatCount(0)));
            quartz.AddTrigger(t => t.ForJob(ScreeningJob.Name).WithIdentity("screening-at-night")
                .WithCronSchedule(AtNight, c => c.InTimeZone(zone)));
        });
        services.AddHostedService<BacktestWork>();
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }
}
