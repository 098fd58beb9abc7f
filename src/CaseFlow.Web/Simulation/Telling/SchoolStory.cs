using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Simulation.Telling;

/// <summary>What of the story the journal tells.</summary>
internal sealed record Told(IReadOnlyList<StoryWeek> Weeks, StoryTotals Totals, StoryStanding Standing);

/// <summary>Reads the story of a run from the journal: what was appended since the run began.</summary>
internal sealed class SchoolStory
{
    private const int Batch = 100;

    private readonly SimulatedEngine engine;
    private readonly DateOnly first;
    private readonly Dictionary<ChildId, int> begin;

    private SchoolStory(SimulatedEngine engine, DateOnly first, Dictionary<ChildId, int> begin)
    {
        this.engine = engine;
        this.first = first;
        this.begin = begin;
    }

    public static async Task<SchoolStory> BeginAsync(SimulatedEngine engine, DateOnly first, CancellationToken cancel)
    {
        using var db = engine.Runtime.Open();
        return new SchoolStory(engine, first, await db.Children.ToDictionaryAsync(c => c.Id, c => c.HeadVersion, cancel));
    }

    public async Task<Told> EndAsync(CancellationToken cancel)
    {
        using var db = engine.Runtime.Open();
        var last = engine.Today.AddDays(-1);
        var count = new StoryCount(engine.Time, first, last);
        foreach (var chunk in begin.Keys.Chunk(Batch))
        {
            var journal = await db.Journal.AsNoTracking().Where(j => chunk.Contains(j.ChildId)).ToListAsync(cancel);
            foreach (var stream in journal.GroupBy(j => j.ChildId))
                Tell(stream.OrderBy(j => j.Version), begin[stream.Key], count);
        }

        return new Told(count.Weeks, count.End(), await StandingAsync(db, last, cancel));
    }

    private static void Tell(IEnumerable<JournalRow> stream, int before, StoryCount count)
    {
        var state = ChildState.Empty;
        foreach (var row in stream)
        {
            var happened = JournalRows.Read(row);
            var after = state.After(happened);
            if (row.Version > before)
                count.Tell(state, happened, after);
            state = after;
        }
    }

    private static async Task<StoryStanding> StandingAsync(CaseFlowDb db, DateOnly last, CancellationToken cancel)
    {
        var open = await db.Cases.AsNoTracking().Where(c => c.IsOpen).ToListAsync(cancel);
        var staff = await db.Staff.Select(s => s.Id).ToListAsync(cancel);
        var overdue = open.Where(c => c.NextOn < last).Select(c => last.DayNumber - c.NextOn!.Value.DayNumber).ToList();
        return new StoryStanding(
            open.Count,
            new SortedDictionary<int, int>(open.GroupBy(c => c.Level).ToDictionary(g => g.Key, g => g.Count())),
            new SortedDictionary<string, int>(open.GroupBy(c => c.Stage).ToDictionary(g => g.Key, g => g.Count()), StringComparer.Ordinal),
            open.Count(c => staff.Contains(c.OwnerId)),
            open.Count(c => c.NextOn is not null),
            open.Count(c => c.AwaitsDecision),
            overdue.Count,
            overdue.DefaultIfEmpty(0).Max(),
            await db.Flags.CountAsync(f => f.Status == FlagStatus.Active, cancel),
            await db.Tasks.CountAsync(t => t.State == TaskState.Open, cancel));
    }
}
