using System.CommandLine;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Simulation;
using CaseFlow.Web.Simulation.Telling;

namespace CaseFlow.Web.Verbs;

/// <summary><c>simulate</c>: runs a school on.</summary>
internal static class SimulateVerb
{
    private const int MostDays = 3660;
    private const double MostTrouble = 20;

    public static void Add(Verb.Adder add, VerbFrame frame)
    {
        var days = new Option<int>("--days") { Description = $"How many days to run on, 1 to {MostDays}.", Required = true, Validators = { Within<int>(1, MostDays) } };
        var seed = new Option<int>("--seed") { Description = "The same seed on the same school gives the same story.", DefaultValueFactory = _ => 1 };
        var diligence = new Option<double>("--staff-diligence")
        {
            Description = "The probability that staff do on a day what is due on it, 0 to 1.",
            DefaultValueFactory = _ => new SimulationSettings().StaffDiligence,
            Validators = { Within<double>(0, 1) },
        };
        var trouble = new Option<double>("--trouble")
        {
            Description = $"Multiplies the probability of everything that goes wrong, 0 to {MostTrouble}; 1 is usual.",
            DefaultValueFactory = _ => new SimulationSettings().Trouble,
            Validators = { Within<double>(0, MostTrouble) },
        };
        var verifyEvery = new Option<int?>("--verify-every") { Description = "Check the invariants every so many days as well as at the end.", Validators = { Within<int>(1, MostDays) } };
        var verb = new Command("simulate", "Runs the school on from the day after its last signal: signals arrive, staff act, visits fall due (simulated clock only).")
        {
            days, seed, diligence, trouble, verifyEvery,
        };
        frame.Action(verb, async (parsed, services, output, cancel) =>
        {
            var clock = services.GetRequiredService<TimeProvider>() as SimulatedClock
                ?? throw new SetupException("A simulation needs a clock that can be moved. Set Clock:Mode to Simulated.");
            var settings = new SimulationSettings { StaffDiligence = parsed.GetValue(diligence), Trouble = parsed.GetValue(trouble) };
            var order = new SimulationOrder(parsed.GetValue(days), parsed.GetValue(seed), settings, parsed.GetValue(verifyEvery));
            var simulation = new SchoolSimulation(services.GetRequiredService<CareRuntime>(), clock.SetAsync);
            var report = await output.WithProgressAsync("simulating", progress => simulation.RunAsync(order, progress, cancel));
            output.Result(StoryLines.Document(report), StoryLines.Of(report));
            return report.Ok ? 0 : 1;
        });
        add(verb);
    }

    private static Action<System.CommandLine.Parsing.OptionResult> Within<T>(T low, T high)
        where T : IParsable<T>, IComparable<T> => result =>
    {
        if (result.Tokens is [{ Value: { } text }] && T.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var value)
            && (value.CompareTo(low) < 0 || value.CompareTo(high) > 0))
        {
            result.AddError(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{result.Option.Name} is to lie between {low} and {high}, and '{text}' does not."));
        }
    };
}
