using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Demonstration;

namespace CaseFlow.Web.Background;

/// <summary>What recurs by itself while the program serves. Whatever wakes it runs on the system's clock; the work itself reads the school's.</summary>
public static class BackgroundWork
{
    private static readonly Cadence Sweep = Cadence.Every(TimeSpan.FromSeconds(30));

    /// <summary>Once all marks of the day are in and before anybody comes.</summary>
    private static readonly Cadence AtNight = Cadence.Daily(new TimeOnly(2, 30));

    /// <summary>Before the day at school begins.</summary>
    private static readonly Cadence InTheMorning = Cadence.Daily(new TimeOnly(7, 0));

    /// <summary>With a clock that somebody moves, midnight comes when it is moved: look often.</summary>
    private static readonly Cadence Often = Cadence.Every(TimeSpan.FromMinutes(1));

    /// <summary>All of it, by name, with what does it.</summary>
    public static IReadOnlyList<RecurringWork> Add(IServiceCollection services, bool simulated)
    {
        services.AddSingleton<DueWork>();
        services.AddSingleton<ScreeningWork>();
        services.AddSingleton<DailyDigest>();
        services.AddSingleton<RobotWork>();
        services.AddHostedService<BacktestWork>();
        services.AddSingleton<PassingTime>();
        services.AddHostedService(s => s.GetRequiredService<PassingTime>());
        return
        [
            new(DueWork.Name, Sweep, (s, cancel) => s.GetRequiredService<DueWork>().RunAsync(cancel)),
            new(RobotWork.Name, Sweep, (s, cancel) => s.GetRequiredService<RobotWork>().RunAsync(cancel)),
            new(ScreeningWork.Name, simulated ? Often : AtNight, (s, cancel) => s.GetRequiredService<ScreeningWork>().RunAsync(cancel)),
            new(DailyDigest.Kind, simulated ? Often : InTheMorning, (s, cancel) => s.GetRequiredService<DailyDigest>().RunAsync(cancel)),
        ];
    }
}
