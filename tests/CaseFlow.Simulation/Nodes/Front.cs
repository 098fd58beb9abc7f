using System.Data.Common;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using CaseFlow.Simulation.Laws;
using CaseFlow.Simulation.School;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Simulation.Nodes;

/// <summary>What a node does with a request, as the program's own edge does it: the key is kept with the work, a repeat gets the same answer.</summary>
internal static class Front
{
    /// <summary>The answer; null where the client does not get one.</summary>
    public static async Task<Answer?> HandleAsync(Activity activity, Request request)
    {
        var node = activity.Node;
        try
        {
            if (await IsAnsweredAsync(node, request))
                return await RepeatAsync(node, request);
            try
            {
                if (request.Command is null)
                    return await ObserveAsync(node, request);
                var before = activity.Commits;
                var decision = await node.Desk.DoAsync(request.Child, request.Command, Actor.Of(request.By), db => AlongsideAsync(node, db, request));
                if (decision is { IsRefused: false })
                    return await ScreenedAsync(node, request);
                Require.That(activity.Commits == before, "a refusal changes nothing", () => $"{request.Key} ({request.What}) was refused and wrote something");
                return await IsAnsweredAsync(node, request) ? await RepeatAsync(node, request) : Answer.Refused;
            }
            catch (DbUpdateException e) when (Conflicts.IsConflict(e))
            {
                return await IsAnsweredAsync(node, request) ? await RepeatAsync(node, request) : null;
            }
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            return null; // the client sees an error, or nothing
        }
    }

    private static async Task<Answer?> ObserveAsync(Node node, Request request)
    {
        var today = Today(node);
        if (Observing.Check(DayOf(request), request.Seen!, 3, today) is not null)
            return Answer.Refused;
        using (var db = node.Runtime.Open())
        {
            await Recording.AddAsync(db, no => Seen(node, db, request, no), writing =>
            {
                writing.Add(AnswerOf(node, writing, request, ""));
                return Task.CompletedTask;
            });
        }

        await node.Screening.RunForAsync(request.Child);
        return Answer.Done;
    }

    /// <summary>The first attempt may have broken off between recording and screening.</summary>
    private static Task<Answer?> RepeatAsync(Node node, Request request) => ScreenedAsync(node, request);

    private static async Task<Answer?> ScreenedAsync(Node node, Request request)
    {
        if (request.Seen is not null)
            await node.Screening.RunForAsync(request.Child);
        return Answer.Done;
    }

    private static async Task AlongsideAsync(Node node, CaseFlowDb db, Request request)
    {
        if (request.Seen is not null)
            db.Add(Seen(node, db, request, await Recording.NextNoAsync(db)));
        var rows = db.Journal.Local.Select(j => j.Version).Order().ToList();
        db.Add(AnswerOf(node, db, request, rows.Count == 0 ? "" : $"{rows[0]}-{rows[^1]}"));
    }

    private static async Task<bool> IsAnsweredAsync(Node node, Request request)
    {
        using var db = node.Runtime.Open();
        return await db.AnsweredRequests.AsNoTracking().AnyAsync(a => a.Key == request.Key);
    }

    private static AnsweredRequest AnswerOf(Node node, CaseFlowDb db, Request request, string body) => new()
    {
        SchoolId = db.SchoolId, Key = request.Key, Fingerprint = "", Status = 200, Body = body, At = node.Runtime.Now,
    };

    private static Observation Seen(Node node, CaseFlowDb db, Request request, long no) => new()
    {
        Id = node.Runtime.NewId(), SchoolId = db.SchoolId, ChildId = request.Child, Date = DayOf(request), Kind = request.Seen!, Severity = 3,
        Note = request.Key, RecordedNo = no, RecordedAt = node.Runtime.Now, RecordedBy = request.By,
    };

    /// <summary>The day on which something was seen: the client's.</summary>
    private static DateOnly DayOf(Request request) => request.Command is CompleteTask done ? done.On : request.AskedOn;

    private static DateOnly Today(Node node) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(node.Clock.GetUtcNow(), SmallSchool.Zone).DateTime);
}
