using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Components.Texts;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Robots;

/// <summary>Tells robots what waits: from the outbox, and of visits that are due on the next day.</summary>
/// <remarks>
/// What happened once makes one row a robot, and all rows that wait make one message with the number of the moment. A row is put off before it
/// is sent, so that no two nodes send it; it is done once the robot says that it has it. Where the answer gets lost the message is sent again under
/// the same key. After a day it is dropped: the next morning's message has the number anyway.
/// </remarks>
internal sealed class RobotDelivery(CareRuntime runtime, RobotClient client, TimeProvider clock)
{
    private static readonly TimeSpan LooksBack = TimeSpan.FromDays(2);
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeOnly Morning = new(7, 0);

    private static readonly Dictionary<string, string> OutboxKinds = new()
    {
        [DailyDigest.Kind] = Happening.Waiting,
        [Messages.Escalation] = Happening.Escalation,
        [Messages.Reminder] = Happening.Escalation,
        [Messages.Emergency] = Happening.Emergency,
    };

    /// <param name="held">The claim under which this node tells; null where it does so on its own.</param>
    public async Task RunAsync(HeldWork? held = null, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var robots = await db.Robots.AsNoTracking().OrderBy(r => r.MadeAt).ToListAsync(cancel);
        if (robots.Count == 0)
            return;
        await QueueAsync(db, robots, cancel);
        foreach (var (robot, happening) in robots.SelectMany(r => r.Happenings.Select(h => (r, h))))
        {
            if (held is not null && !await held.GoOnAsync(cancel))
                return;
            await TellAsync(db, robot, happening, cancel);
        }
    }

    private async Task QueueAsync(CaseFlowDb db, List<Robot> robots, CancellationToken cancel)
    {
        var (now, kinds) = (runtime.Now, OutboxKinds.Keys.ToList());
        var since = now - LooksBack;
        var happened = (await db.Outbox.AsNoTracking().Where(o => o.CreatedAt >= since && kinds.Contains(o.Kind))
            .Select(o => new { o.Key, o.Kind, o.CreatedAt }).ToListAsync(cancel))
            .ConvertAll(o => (Happening: OutboxKinds[o.Kind], What: WithoutReceiver(o.Key), At: o.CreatedAt));
        if (await VisitsAsync(db, cancel) is { } visits)
            happened.Add((Happening.Visits, visits, now));
        foreach (var robot in robots)
        {
            var wanted = happened.Where(h => h.At >= robot.MadeAt && robot.Happenings.Contains(h.Happening))
                .Select(h => new RobotMessage
                {
                    SchoolId = db.SchoolId, Key = $"{robot.Id:N}/{h.Happening}/{h.What}", RobotId = robot.Id, Happening = h.Happening, CreatedAt = h.At,
                    NextTryAt = DateTimeOffset.UnixEpoch,
                }).DistinctBy(m => m.Key).ToList();
            var keys = wanted.ConvertAll(m => m.Key);
            var known = await db.RobotMessages.Where(m => keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancel);
            db.RobotMessages.AddRange(wanted.ExceptBy(known, m => m.Key));
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
    }

    /// <summary>What happened: the key of an outbox row ends in who gets it, or in a place among those who do.</summary>
    private static string WithoutReceiver(string key) => key[..key.LastIndexOf('/')];

    /// <summary>Under which name visits are told of now; null where none is due tomorrow, or it is no time to speak of them.</summary>
    private async Task<string?> VisitsAsync(CaseFlowDb db, CancellationToken cancel)
    {
        var now = runtime.Now;
        var time = (await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel)).Time;
        var today = time.DayOf(now);
        var early = TimeOnly.FromTimeSpan(TimeZoneInfo.ConvertTime(now, runtime.Zone).TimeOfDay) < Morning;
        return early || !time.Calendar.IsSchoolDay(today) || await NumberAsync(db, Happening.Visits, today, cancel) == 0 ? null : $"{today:yyyyMMdd}";
    }

    private async Task TellAsync(CaseFlowDb db, Robot robot, string happening, CancellationToken cancel)
    {
        var (now, real) = (runtime.Now, HeldWork.Whole(clock.GetUtcNow()));
        var pending = db.RobotMessages.Where(m => m.RobotId == robot.Id && m.Happening == happening && m.DoneAt == null);
        var due = await pending.AsNoTracking().Where(m => m.NextTryAt <= real).OrderBy(m => m.CreatedAt).ThenBy(m => m.Key).ToListAsync(cancel);
        if (due.Count == 0)
            return;
        var (first, newest) = (due[0], due[^1].CreatedAt);
        var number = now - newest < GivesUpAfter ? await NumberAsync(db, happening, DayOf(newest), cancel) : 0;
        if (number > 0)
        {
            var keys = due.ConvertAll(m => m.Key);
            var tries = due.Max(m => m.Tries) + 1;
            var next = real + PauseAfter(tries);
            var mine = await pending.Where(m => keys.Contains(m.Key) && m.NextTryAt <= real)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.Tries, tries).SetProperty(m => m.NextTryAt, next), cancel);
            if (mine != due.Count)
                return; // another node is telling it
            var failure = await client.SendAsync(robot, RobotWords.Message(robot, RobotWords.Said(happening), Happening.PageOf(happening), number), first.Key, cancel);
            await NoteAsync(db, robot, failure, cancel);
            if (failure is not null)
                return;
        }

        await pending.Where(m => m.CreatedAt <= newest).ExecuteUpdateAsync(s => s.SetProperty(m => m.DoneAt, now), cancel);
    }

    /// <summary>1, 2, 4 minutes and so on.</summary>
    private static TimeSpan PauseAfter(int tries) =>
        tries > 6 ? LongestPause : TimeSpan.FromMinutes(Math.Min(1 << (tries - 1), LongestPause.TotalMinutes));

    private DateOnly DayOf(DateTimeOffset at) => SchoolTime.WithoutCalendar(runtime.Zone).DayOf(at);

    /// <summary>How many there are now; a number is all that a robot gets to know.</summary>
    /// <param name="day">The day on which it was to be told.</param>
    private static async Task<int> NumberAsync(CaseFlowDb db, string happening, DateOnly day, CancellationToken cancel)
    {
        var next = day.AddDays(1);
        var asked = db.Escalations.Where(e => e.Status == EscalationStatus.Pending);
        return happening switch
        {
            Happening.Emergency => await asked.CountAsync(e => e.Emergency, cancel),
            Happening.Escalation => await asked.CountAsync(cancel),
            Happening.Visits => await db.Tasks.CountAsync(
                t => t.Kind == TaskKind.HomeVisit && (t.State == TaskState.Open || t.State == TaskState.Scheduled) && t.DueOn == next, cancel),
            _ => await asked.CountAsync(cancel) + await db.Tasks.CountAsync(t => t.State == TaskState.Open && t.DueOn <= day, cancel),
        };
    }

    private async Task NoteAsync(CaseFlowDb db, Robot robot, string? failure, CancellationToken cancel)
    {
        var now = runtime.Now;
        var row = db.Robots.Where(r => r.Id == robot.Id);
        if (failure is null)
            await row.ExecuteUpdateAsync(s => s.SetProperty(r => r.LastSentAt, now).SetProperty(r => r.LastFailure, (string?)null), cancel);
        else
            await row.ExecuteUpdateAsync(s => s.SetProperty(r => r.LastFailedAt, now).SetProperty(r => r.LastFailure, failure), cancel);
    }
}
