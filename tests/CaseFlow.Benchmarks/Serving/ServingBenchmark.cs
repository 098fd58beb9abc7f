using System.Globalization;
using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Benchmarks.Serving;

/// <summary>How a served county is measured.</summary>
/// <param name="Rate">Pages a second that are promised.</param>
/// <param name="Length">How long each rate is kept up.</param>
/// <param name="Starts">How often the program is started; the median counts.</param>
/// <param name="Higher">Rates that are tried after it, until one breaks.</param>
internal sealed record ServingPlan(int Children, int Cases, double Rate, TimeSpan Length, int Starts, IReadOnlyList<double> Higher)
{
    public static ServingPlan Promised { get; } = new(100_000, 20_000, 100, TimeSpan.FromSeconds(30), 3, [125, 150, 175, 200, 250, 300]);
}

/// <summary>
/// The lists, the pages of cases and the queue of a county, asked for by people who are signed in, with the load generator on the same machine.
/// </summary>
internal static class ServingBenchmark
{
    private const double MostMilliseconds = 50;
    private const double MostSeconds = 3;
    private const double MostMegabytes = 300;
    private const double Quantile = 0.95;
    private const double WarmRate = 20;

    public static async Task<Findings> RunAsync(CountyFolder folder, ServingPlan plan)
    {
        var found = new Findings("serving: lists, cases and the queue of a county");
        var county = await ServedCounty.CreateAsync(folder.CopyOf(plan.Children), CarePolicyFiles.Load(Repository.RulesFolder), plan.Cases);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        found.Figure("children", $"{county.Children}");
        found.Figure("open cases", $"{county.Cases}");
        var data = Directory.CreateTempSubdirectory("caseflow-serving-").FullName;
        try
        {
            await MeasureAsync(found, county, data, plan);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }

        return found;
    }

    private static async Task MeasureAsync(Findings found, ServedCounty county, string data, ServingPlan plan)
    {
        var starts = new List<double>();
        for (var n = 1; n < plan.Starts; n++)
        {
            using var once = await ServedProgram.StartAsync(county.Connection, data);
            starts.Add(once.Start.TotalSeconds);
        }

        using var program = await ServedProgram.StartAsync(county.Connection, data);
        starts.Add(program.Start.TotalSeconds);
        found.AtMost("from the start to the first page (median)", starts.Order().ElementAt(starts.Count / 2), MostSeconds, "s");
        using var visitors = await Visitors.SignInAsync(county, program.Address);
        await OpenLoop.RunAsync(visitors, WarmRate, plan.Length, 1);

        var used = program.Used;
        var answers = await OpenLoop.RunAsync(visitors, plan.Rate, plan.Length, 2);
        foreach (var kind in answers.GroupBy(a => a.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var p95 = At(kind, Quantile);
            found.Figure(
                $"  {kind.Key}: median, 95 %; bytes",
                string.Create(CultureInfo.InvariantCulture, $"{At(kind, 0.5):0.#}, {p95:0.#} ms; {kind.Average(a => a.Bytes):0}"));
        }

        found.AtMost($"95 % of the pages at {plan.Rate} a second", At(answers, Quantile), MostMilliseconds, "ms");
        found.AtMost("pages without an answer", answers.Count(a => !a.Ok), 0, "pages");
        found.Figure("processor time a page", TimeSpan.FromTicks((program.Used - used).Ticks / answers.Count));
        found.AtMost("memory under that load", program.Megabytes, MostMegabytes, "MB");
        found.Figure("rate at which it breaks", await BreaksAtAsync(visitors, plan));
    }

    /// <summary>The first rate at which more than one page in twenty takes longer than is promised.</summary>
    private static async Task<string> BreaksAtAsync(Visitors visitors, ServingPlan plan)
    {
        foreach (var rate in plan.Higher)
        {
            var answers = await OpenLoop.RunAsync(visitors, rate, plan.Length, 3);
            var p95 = At(answers, Quantile);
            if (p95 > MostMilliseconds || answers.Any(a => !a.Ok))
                return string.Create(CultureInfo.InvariantCulture, $"{rate} a second ({p95:0.#} ms)");
        }

        return plan.Higher.Count == 0 ? "not tried" : $"above {plan.Higher[^1]} a second";
    }

    private static double At(IEnumerable<Answered> answers, double share)
    {
        var sorted = answers.Select(a => a.Took.TotalMilliseconds).Order().ToList();
        return sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(share * sorted.Count) - 1)];
    }
}
