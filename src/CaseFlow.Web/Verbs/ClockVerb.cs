using System.CommandLine;
using System.Globalization;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Verbs;

/// <summary><c>clock show</c>, <c>clock advance 7d</c>: the simulated clock.</summary>
internal static class ClockVerb
{
    private const int MostDays = 3660;

    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var show = new Command("show", "Shows the simulated clock.");
        frame.Action(show, (_, services, output, _) => Task.FromResult(Show(Clock(services), output)));
        var by = new Argument<string>("BY")
        {
            Description = "How far: 7d, 36h or 30m.",
            Validators =
            {
                result =>
                {
                    if (result.Tokens is [{ Value: { } text }] && !TryParse(text, out _))
                        result.AddError($"'{text}' is no length of time; write for example 7d, 36h or 30m (at most {MostDays} days).");
                },
            },
        };
        var advance = new Command("advance", "Moves the simulated clock forward.") { by };
        frame.Action(advance, async (parsed, services, output, cancel) =>
        {
            var clock = Clock(services);
            _ = TryParse(parsed.GetValue(by)!, out var span);
            await clock.SetAsync(clock.GetUtcNow() + span, cancel);
            return Show(clock, output);
        });
        add(new Command("clock", "The simulated clock, only where the installation runs on one.") { show, advance });
    }

    private static SimulatedClock Clock(IServiceProvider services) => services.GetRequiredService<TimeProvider>() as SimulatedClock
        ?? throw new SetupException("This installation runs on the system's clock. Set Clock:Mode to Simulated to run on one that can be moved.");

    private static int Show(SimulatedClock clock, Output output)
    {
        var now = clock.GetUtcNow();
        output.Result(new { now }, [now.ToString("u", CultureInfo.InvariantCulture)]);
        return 0;
    }

    private static bool TryParse(string text, out TimeSpan span)
    {
        span = default;
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return false;
        span = text[^1] switch
        {
            'd' when count <= MostDays => TimeSpan.FromDays(count),
            'h' when count <= MostDays * 24 => TimeSpan.FromHours(count),
            'm' when count <= MostDays * 24 => TimeSpan.FromMinutes(count),
            _ => TimeSpan.MinValue,
        };
        return span >= TimeSpan.Zero;
    }
}
