using System.Data.Common;
using CaseFlow.Engine;
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
                if (request is { Command: null, Wish: null })
                    return await ObserveAsync(node, request);
                var before = activity.Commits;
                if (await (request.Wish is { } wish ? GrantAsync(node, request, wish) : DecideAsync(node, request)))
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

    /// <summary>Whether it was done.</summary>
    private static async Task<bool> DecideAsync(Node node, Request request)
    {
        if (request.Command is WithdrawSignal withdrawal)
        {
            using var db = node.Runtime.Open();
            if (await Withdrawing.FindAsync(db, request.Child, withdrawal) is null)
                return false;
        }

        return await node.Desk.DoAsync(request.Child, request.Command!, Actor.Of(request.By), db => AlongsideAsync(node, db, request)) is { IsRefused: false };
    }

    private static async Task<bool> GrantAsync(Node node, Request request, StaffWish wish)
    {
        Task<Refusal?> granting = wish switch
        {
            NameDelegate d => new Delegating(node.Runtime).MakeAsync(request.By, d.To, d.From, d.Until, null, Key),
            EndDelegation e => new Delegating(node.Runtime).EndAsync(request.By, e.Delegation, Key),
            HandOverAll h => HandOverAsync(h),
            _ => throw new InvalidOperationException(wish.ToString()),
        };
        return await granting is null;

        Task Key(CaseFlowDb db)
        {
            db.Add(AnswerOf(node, db, request, ""));
            return Task.CompletedTask;
        }

        async Task<Refusal?> HandOverAsync(HandOverAll h) => (await node.HandingOver.StartAsync(h.From, h.To, request.Key, request.By, Key)).Refusal;
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
        if (request.Seen is not null || request.Command is WithdrawSignal)
            await node.Screening.RunForAsync(request.Child);
        return Answer.Done;
    }

    private static async Task AlongsideAsync(Node node, CaseFlowDb db, Request request)
    {
        if (request.Seen is not null)
            db.Add(Seen(node, db, request, await Recording.NextNoAsync(db)));
        if (request.Command is WithdrawSignal withdrawal)
            await Withdrawing.RecordAsync(db, node.Runtime, request.Child, withdrawal, request.By);
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
