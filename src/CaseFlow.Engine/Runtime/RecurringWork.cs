using System.Globalization;

namespace CaseFlow.Engine.Runtime;

/// <summary>When a piece of work recurs. The program's start wakes every piece, too.</summary>
/// <param name="Cron">The same as a cron expression: second, minute, hour, day, month, weekday.</param>
public sealed record Cadence(string Cron)
{
    /// <summary>At every full span of the clock.</summary>
    /// <param name="span">1 s to 30 min, so that a minute or an hour has a whole number of them.</param>
    public static Cadence Every(TimeSpan span)
    {
        if (span >= TimeSpan.FromSeconds(1) && Parts(TimeSpan.FromMinutes(1), span))
            return new Cadence(string.Create(CultureInfo.InvariantCulture, $"*/{(int)span.TotalSeconds} * * * * *"));
        if (span == TimeSpan.FromMinutes(1))
            return new Cadence("0 * * * * *");
        return span > TimeSpan.FromMinutes(1) && Parts(TimeSpan.FromHours(1), span) && span.Seconds == 0
            ? new Cadence(string.Create(CultureInfo.InvariantCulture, $"0 */{(int)span.TotalMinutes} * * * *"))
            : throw new ArgumentOutOfRangeException(nameof(span), span, "no whole part of a minute or an hour");
    }

    /// <summary>Once a day, by the school's clock.</summary>
    public static Cadence Daily(TimeOnly at) => new(string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * *"));

    private static bool Parts(TimeSpan whole, TimeSpan span) => span < whole && whole.Ticks % span.Ticks == 0;
}

/// <summary>A piece of work that something wakes again and again.</summary>
/// <remarks>
/// What wakes it is interchangeable, as it decides nothing: the work itself looks at what is due. So a wake that was missed needs no
/// making up for beyond one, and a wake that fails is made good by the next.
/// </remarks>
/// <param name="name">Stable and unique.</param>
/// <param name="work">Idempotent; is given the services of the program.</param>
public sealed class RecurringWork(string name, Cadence cadence, Func<IServiceProvider, CancellationToken, Task> work)
{
    private int running;

    public string Name => name;

    public Cadence Cadence => cadence;

    /// <summary>Does the work, unless this program is already at it.</summary>
    /// <returns>Whether it was done now.</returns>
    public async Task<bool> WakeAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (Interlocked.Exchange(ref running, 1) == 1)
            return false;
        try
        {
            await work(services, cancel);
            return true;
        }
        finally
        {
            Volatile.Write(ref running, 0);
        }
    }
}
