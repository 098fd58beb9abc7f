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
            .Select(c => new { Child = c.Id, Head = c.HeadVersion, No = db.Tasks.First(t => t.ChildId == c.Id && t.State == TaskState.Open).No })
            .Take(2 * each).ToListAsync();
        var desk = new Desk(runtime);
        var round = 0;
        var (decisions, bare) = await Rounds.PairsAsync(
            2,
            rounds,
            async () =>
            {
                var to = CountyStaff.ClassTeacher(++round);
                foreach (var task in tasks.Take(tasks.Count / 2))
                {
                    if ((await desk.DoAsync(task.Child, new AssignTask(task.No, to), Actor.System))?.Happened.Count != 1)
                        throw new InvalidOperationException("the task is given to somebody else");
                }
            },
            async () =>
            {
                foreach (var task in tasks.Skip(tasks.Count / 2))
                    await BareCommitAsync(database, task.Child, task.Head, round);
            });
        return (await db.Cases.CountAsync(c => c.IsOpen), decisions, bare);
    }

    /// <summary>The same five rows, made of nothing: a row of the journal, a message, and new versions of task, case and child.</summary>
    private static async Task BareCommitAsync(CountyDatabase database, ChildId id, int head, int round)
    {
        using var db = database.Open();
        var payload = new string('x', 300);
        db.Add(new JournalRow
        {
            SchoolId = County.School, ChildId = id, Version = 1000 + round, Type = "task-assigned", Payload = payload, At = "2026-01-09T00:00:00.0000000Z",
            By = "system", PreviousHash = payload[..64], Hash = payload[..64],
        });
        db.Add(new OutboxRow
        {
            SchoolId = County.School, Key = $"{id.Value:N}/{1000 + round}/1", To = CountyStaff.ClassTeacher(round), Kind = "task", Link = "/tasks",
            CreatedAt = DateTimeOffset.UnixEpoch,
        });
        var staff = CountyStaff.ClassTeacher(round);
        db.Update(new TaskRow { SchoolId = County.School, ChildId = id, No = new TaskNo(1), Step = "triage", AssigneeId = staff, TitleZh = "接案", TitleEn = "Take the case" });
        db.Update(new CaseRow { SchoolId = County.School, ChildId = id, No = new CaseNo(1), Level = 2, OwnerId = staff, Stage = "intake", IsOpen = true, SchoolYear = "2025-2026", WorkflowVersion = "1" });
        var child = new Child { Id = id, SchoolId = County.School, StudentNo = "", Name = "", HeadVersion = head };
        db.Attach(child);
        child.HeadHash = payload[..(1 + (round % 60))];
        await db.SaveChangesAsync();
    }
}
