using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Decisions;

/// <summary>A sweep over everything that has fallen due in two months in which nobody did anything.</summary>
internal static class SweepBenchmark
{
    private const double LeastASecond = 1000;

    public static async Task<Measuring.Findings> RunAsync(CountyFolder folder, int children, int cases)
    {
        var found = new Measuring.Findings("sweep: everything late at once");
        var policy = CarePolicyFiles.Load(Repository.RulesFolder);
        var database = await CasesDatabase.CreateAsync(folder.CopyOf(children), policy, cases);
        var now = CountyCalendar.Time.EndOf(CountyCalendar.ScreenedOn.AddDays(60));
        using var db = database.Open();
        var due = await db.DueItems.CountAsync(d => d.DueAt <= now);
        SweepReport? report = null;
        var before = Environment.CpuUsage.TotalTime;
        var time = await Rounds.OnceAsync(async () => report = await new DueSweep(database.Runtime(policy)).RunAsync(now));
        if (report!.Failed.Count > 0 || await db.DueItems.AnyAsync(d => d.DueAt <= now))
            throw new InvalidOperationException("the sweep handles all that is due");
        found.Figure("due items", $"{due}");
        found.Figure("children", $"{report.Children}");
        found.Figure("time", time);
        found.Figure("processor time", Environment.CpuUsage.TotalTime - before);
        found.AtLeast("due items handled", due / time.TotalSeconds, LeastASecond, "a second");
        return found;
    }
}
