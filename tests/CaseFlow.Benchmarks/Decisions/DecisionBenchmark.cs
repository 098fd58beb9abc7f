using CaseFlow.Benchmarks.Counties;
using CaseFlow.Benchmarks.Measuring;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Benchmarks.Decisions;

/// <summary>A decision and its commit on SQLite with full durability, against a bare commit of as many rows; with few cases and with many.</summary>
internal static class DecisionBenchmark
{
    private const double LeastShare = 0.7;
    private const double LeastShareOfFew = 0.8;

    public static async Task<Measuring.Findings> RunAsync(CountyFolder folder, int children, int cases, int rounds, int each)
    {
        var found = new Measuring.Findings($"decisions: a task given to somebody else, {each} of them a round");
        var policy = CarePolicyFiles.Load(Repository.RulesFolder);
        var few = await MeasureAsync(await CasesDatabase.CreateAsync(folder.CopyOf(children), policy, 0), policy, rounds, each);
        var many = await MeasureAsync(await CasesDatabase.CreateAsync(folder.CopyOf(children), policy, cases), policy, rounds, each);
        found.Figure($"a decision with {few.Cases} cases", few.Decisions.Median / each);
        found.Figure("a bare commit of as many rows", few.Bare.Median / each);
        found.AtLeast("rate of decisions against bare commits", few.Bare.Median / few.Decisions.Median, LeastShare, "times");
        found.Figure($"a decision with {many.Cases} cases", many.Decisions.Median / each);
        found.Figure("a bare commit of as many rows", many.Bare.Median / each);
        found.AtLeast("rate of decisions against bare commits", many.Bare.Median / many.Decisions.Median, LeastShare, "times");
        found.AtLeast(
            "rate with many cases against few, each against its bare commits",
            many.Bare.Median / many.Decisions.Median / (few.Bare.Median / few.Decisions.Median),
            LeastShareOfFew,
            "times");
        return found;
    }

    private static async Task<(int Cases, Timing Decisions, Timing Bare)> MeasureAsync(CountyDatabase database, CarePolicy policy, int rounds, int each)
    {
        var runtime = database.Runtime(policy);
        using var db = database.Open();
        var tasks = await db.Children.Where(c => db.Cases.Any(x => x.ChildId == c.Id && x.IsOpen)).OrderBy(c => c.StudentNo)
            .Select(c => new
            {
                Child = c.Id,
                Head = c.HeadVersion,
                Task = db.Tasks.First(t => t.ChildId == c.Id && t.State == TaskState.Open),
            })
            .Take(2 * each).AsNoTracking().ToListAsync();
        var desk = new Desk(runtime);
        var round = 0;
        var (decisions, bare) = await Rounds.PairsAsync(
            rounds, // until what runs often is compiled for speed
            rounds,
            async () =>
            {
                var to = CountyStaff.ClassTeacher(++round);
                foreach (var task in tasks.Take(tasks.Count / 2))
                {
                    if ((await desk.DoAsync(task.Child, new AssignTask(task.Task.No, to), Actor.System))?.Happened.Count != 1)
                        throw new InvalidOperationException("the task is given to somebody else");
                }
            },
            async () =>
            {
                foreach (var task in tasks.Skip(tasks.Count / 2))
                    await BareCommitAsync(database, task.Task, task.Head + round, round);
            });
        return (await db.Cases.CountAsync(c => c.IsOpen), decisions, bare);
    }

    /// <summary>The same four rows with nothing to decide: a row of the journal, a message, and new versions of task and child.</summary>
    private static async Task BareCommitAsync(CountyDatabase database, TaskRow task, int version, int round)
    {
        using var db = database.Open();
        var hash = new string((char)('a' + (round % 26)), 64);
        db.Add(new JournalRow
        {
            SchoolId = County.School, ChildId = task.ChildId, Version = version, Type = "task-assigned", Payload = new string('x', 146),
            At = "2026-01-09T15:59:59.0000000Z", By = "system", PreviousHash = hash, Hash = hash,
        });
        task.AssigneeId = CountyStaff.ClassTeacher(round);
        db.Add(new OutboxRow
        {
            SchoolId = County.School, Key = $"{task.ChildId.Value:N}/{version}/1", To = task.AssigneeId, Kind = "task",
            Link = $"/tasks/{task.ChildId}/{task.No.Value}", CreatedAt = DateTimeOffset.UnixEpoch,
        });
        db.Update(task);
        var child = new Child { Id = task.ChildId, SchoolId = County.School, StudentNo = "", Name = "", HeadVersion = version - 1 };
        db.Attach(child);
        child.HeadVersion = version;
        child.HeadHash = hash;
        await db.SaveChangesAsync();
    }
}
