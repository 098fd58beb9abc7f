using System.Collections.Concurrent;
using System.Diagnostics;
using CaseFlow.Engine.Runtime;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CaseFlow.Conformance.Scheduling;

/// <summary>How every scheduler must wake what recurs: at its times, once after a pause, never twice at once, again after a failure.</summary>
public abstract class SchedulerConformance : IAsyncLifetime
{
    private static readonly TimeSpan HalfMinute = TimeSpan.FromSeconds(30);

    private readonly SetClock clock = new();
    private readonly ConcurrentQueue<(string Work, DateTimeOffset At)> woken = new();
    private IHost? host;

    /// <summary>Adds the scheduler with this work, on this clock.</summary>
    protected abstract void Add(IServiceCollection services, IReadOnlyList<RecurringWork> work, TimeZoneInfo zone, TimeProvider clock);

    /// <summary>Makes the scheduler look at the clock now, where it would otherwise wait for time that does not pass here.</summary>
    protected abstract Task LookAsync(IServiceProvider services);

    /// <summary>Whether the next wake of all work lies after <paramref name="now"/>, and how many wakes are under way or waiting.</summary>
    protected abstract Task<(bool Ahead, int UnderWay)> StandAsync(IServiceProvider services, DateTimeOffset now);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (host is null)
            return;
        await host.StopAsync();
        host.Dispose();
    }

    [Fact]
    public async Task The_start_wakes_everything_once()
    {
        await StartAsync(Noting("sweep", Cadence.Every(HalfMinute)), Noting("screening", Cadence.Daily(new TimeOnly(2, 30))));

        woken.Select(w => w.Work).ShouldBe(["sweep", "screening"], ignoreOrder: true);
    }

    [Fact]
    public async Task Work_is_woken_at_its_times()
    {
        await StartAsync(Noting("sweep", Cadence.Every(HalfMinute)), Noting("look", Cadence.Every(TimeSpan.FromMinutes(1))));

        for (var second = 1; second <= 120; second++)
            await PassAsync(TimeSpan.FromSeconds(1));

        Times("sweep").ShouldBe(["08:00:07", "08:00:30", "08:01:00", "08:01:30", "08:02:00"]);
        Times("look").ShouldBe(["08:00:07", "08:01:00", "08:02:00"]);
    }

    [Fact]
    public async Task Nightly_work_is_woken_by_the_schools_clock()
    {
        await StartAsync(Noting("screening", Cadence.Daily(new TimeOnly(2, 30))));

        await PassAsync(new TimeSpan(10, 29, 52));
        Times("screening").ShouldBe(["08:00:07"]);
        await PassAsync(TimeSpan.FromSeconds(1));
        await PassAsync(TimeSpan.FromDays(1));

        Times("screening").ShouldBe(["08:00:07", "18:30:00", "18:30:00"]);
    }

    [Fact]
    public async Task After_a_pause_work_is_woken_once_and_not_for_every_wake_that_was_missed()
    {
        await StartAsync(Noting("sweep", Cadence.Every(HalfMinute)));

        await PassAsync(TimeSpan.FromMinutes(10));
        await PassAsync(TimeSpan.FromSeconds(23));

        Times("sweep").ShouldBe(["08:00:07", "08:10:07", "08:10:30"]);
    }

    [Fact]
    public async Task Work_that_is_still_at_it_is_not_begun_a_second_time()
    {
        var (goOn, begun) = (new TaskCompletionSource(), 0);
        await StartAsync(1, new RecurringWork("sweep", Cadence.Every(HalfMinute), async (_, _) =>
        {
            Interlocked.Increment(ref begun);
            await goOn.Task;
        }));

        for (var wake = 0; wake < 5; wake++)
            await PassAsync(HalfMinute, 1);
        begun.ShouldBe(1);
        goOn.SetResult();
        await SettleAsync(0);
        await PassAsync(HalfMinute);

        begun.ShouldBe(2);
    }

    [Fact]
    public async Task Work_that_fails_is_woken_again_at_its_next_time_and_not_before()
    {
        var times = new ConcurrentQueue<DateTimeOffset>();
        await StartAsync(new RecurringWork("sweep", Cadence.Every(HalfMinute), (_, _) =>
        {
            times.Enqueue(clock.GetUtcNow());
            throw new InvalidOperationException("this work always fails");
        }));

        for (var second = 1; second <= 60; second++)
            await PassAsync(TimeSpan.FromSeconds(1));

        times.Select(Time).ShouldBe(["08:00:07", "08:00:30", "08:01:00"]);
    }

    [Fact]
    public async Task A_scheduler_that_was_stopped_wakes_nothing_more()
    {
        await StartAsync(Noting("sweep", Cadence.Every(HalfMinute)));

        await host!.StopAsync();
        clock.Pass(TimeSpan.FromHours(1));

        Times("sweep").ShouldBe(["08:00:07"]);
    }

    private RecurringWork Noting(string name, Cadence cadence) => new(name, cadence, (_, _) =>
    {
        woken.Enqueue((name, clock.GetUtcNow()));
        return Task.CompletedTask;
    });

    private Task StartAsync(params RecurringWork[] work) => StartAsync(0, work);

    private async Task StartAsync(int underWay, params RecurringWork[] work)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        Add(builder.Services, work, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), clock);
        host = builder.Build();
        await host.StartAsync();
        await SettleAsync(underWay);
    }

    private async Task PassAsync(TimeSpan span, int underWay = 0)
    {
        clock.Pass(span);
        await LookAsync(host!.Services);
        await SettleAsync(underWay);
    }

    /// <summary>Waits until everything due by now has been woken, and no more is under way than <paramref name="underWay"/>.</summary>
    private async Task SettleAsync(int underWay)
    {
        var since = Stopwatch.GetTimestamp();
        while (await StandAsync(host!.Services, clock.GetUtcNow()) is var stand && (!stand.Ahead || stand.UnderWay > underWay))
        {
            Stopwatch.GetElapsedTime(since).ShouldBeLessThan(TimeSpan.FromMinutes(2), $"the scheduler does not come to rest: {stand}");
            await Task.Yield();
        }
    }

    private IEnumerable<string> Times(string work) => woken.Where(w => w.Work == work).Select(w => Time(w.At));

    private static string Time(DateTimeOffset at) => at.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
}
