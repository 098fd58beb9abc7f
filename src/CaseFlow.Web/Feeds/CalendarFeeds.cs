using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Accounts;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Feeds;

/// <summary>The secret addresses at which calendars read the tasks of a person. Each person has one at most.</summary>
public sealed class CalendarFeeds(CareRuntime runtime)
{
    /// <summary>The feed of a person; null where it is off.</summary>
    public async Task<CalendarFeed?> OfAsync(StaffId who, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        return await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.StaffId == who, cancel);
    }

    /// <summary>Switches the feed on at a new address; the one before leads nowhere from now on.</summary>
    /// <param name="language">Of the entries: <c>zh-CN</c> or <c>en</c>.</param>
    /// <returns>The secret in the address. It cannot be had again.</returns>
    public async Task<string> RenewAsync(StaffId who, string language, CancellationToken cancel = default)
    {
        var secret = Secret.New();
        using var db = runtime.Open();
        if (await db.CalendarFeeds.SingleOrDefaultAsync(f => f.StaffId == who, cancel) is not { } feed)
            db.Add(feed = new CalendarFeed { SchoolId = db.SchoolId, StaffId = who, Hash = "", Language = "" });
        (feed.Hash, feed.Language, feed.Since) = (Secret.HashOf(secret), language, runtime.Now);
        await db.SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>Switches the feed off; nothing where it is off already.</summary>
    /// <param name="alongside">Rows written in the same transaction.</param>
    public async Task<Refusal?> OffAsync(StaffId who, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        if (await db.CalendarFeeds.SingleOrDefaultAsync(f => f.StaffId == who, cancel) is { } feed)
            db.Remove(feed);
        if (alongside is not null)
            await alongside(db);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>What the person of an address sees now; null where it is nobody's, or the person may not sign in.</summary>
    internal async Task<TaskCalendar?> ReadAsync(AccountsDb accounts, string secret, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var hash = Secret.HashOf(secret);
        if (await db.CalendarFeeds.AsNoTracking().SingleOrDefaultAsync(f => f.Hash == hash, cancel) is not { } feed)
            return null;
        var account = await accounts.Users.AsNoTracking().SingleOrDefaultAsync(a => a.StaffId == feed.StaffId.Value, cancel);
        if (account is null or { IsDeactivated: true } or { MustChangePassword: true })
            return null;
        return await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == feed.StaffId, cancel) is { } member
            ? await TaskCalendar.OfAsync(db, new SignedIn(member.Id, member.Roles.ToHashSet()), feed.Language, runtime.Now, cancel)
            : null;
    }
}
