using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Decisions;

/// <summary>Loading a child with a long journal and deciding on it.</summary>
internal static class LongCaseBenchmark
{
    private const double MostMilliseconds = 5;

    /// <summary>What a server has done after its first hour: until then parts of it are not yet compiled for speed.</summary>
    private const int WarmUp = 3;

    public static async Task<Measuring.Findings> RunAsync(CountyFolder folder, int children, int rows, int rounds)
    {
        var found = new Measuring.Findings($"long case: a journal of {rows} rows");
        var policy = CarePolicyFiles.Load(Repository.RulesFolder);
        var database = await CasesDatabase.CreateAsync(folder.CopyOf(children), policy, 0);
        var runtime = database.Runtime(policy);
        using var db = database.Open();
        var care = await db.Cases.AsNoTracking().FirstAsync(c => c.IsOpen);
        var note = new AddNote(care.No, "与班主任通电话，孩子本周情绪平稳。", false);
        while (await db.Journal.CountAsync(j => j.ChildId == care.ChildId) < rows)
            await new Desk(runtime).DoAsync(care.ChildId, note, Actor.Of(care.OwnerId));
        var times = new List<TimeSpan>();
        for (var round = -WarmUp * rounds; round < rounds; round++)
        {
            var time = await Rounds.OnceAsync(async () =>
            {
                using var open = database.Open();
                using var shelf = new ChildShelf(); // nothing is in memory
                var loaded = await shelf.LoadAsync(open, care.ChildId) ?? throw new InvalidOperationException("the child is on file");
                var school = await SchoolOnFile.WithoutLoadsAsync(runtime, open);
                var decision = ChildDecisions.Decide(loaded.State, note, new Circumstances(
                    runtime.Now, school.Time, policy, school.StaffingFor(loaded.Child, runtime.Now), Actor.Of(care.OwnerId), school.School.RecordedNo));
                if (decision.IsRefused || loaded.State.Version < rows)
                    throw new InvalidOperationException("a note is added to a long journal");
            });
            if (round >= 0)
                times.Add(time);
        }

        found.AtMost("loading and deciding", new Timing(times).Median.TotalMilliseconds, MostMilliseconds, "ms");
        return found;
    }
}
