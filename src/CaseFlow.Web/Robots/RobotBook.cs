using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components.Texts;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Robots;

/// <summary>A robot that somebody wants to be told of what waits.</summary>
/// <param name="Secret">For DingTalk with signatures; null otherwise.</param>
/// <param name="Site">The address of this program, for the link in the messages.</param>
/// <param name="Language"><c>zh-CN</c> or <c>en</c>.</param>
public sealed record RobotWish(
    string Name, RobotKind Kind, string Address, string? Secret, string Site, string Language, IReadOnlyList<string> Happenings);

/// <summary>The robots in chat groups, which the administrator names.</summary>
internal sealed class RobotBook(CareRuntime runtime, RobotClient client)
{
    private const int LongestAddress = 1000;
    private const int LongestSecret = 200;
    private const int LongestSite = 150;
    private const int SignsShown = 4;

    /// <summary>Takes a robot; it is told of what happens from now on.</summary>
    /// <param name="alongside">Rows written in the same transaction.</param>
    public async Task<Refusal?> AddAsync(SignedIn who, RobotWish wish, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        if (!OtherSystem.MayManage(who))
            return Refusals.NotAllowed;
        if (Check(wish) is { } refusal)
            return refusal;
        using var db = runtime.Open();
        db.Add(new Robot
        {
            SchoolId = db.SchoolId, Id = runtime.NewId(), Name = wish.Name, Kind = wish.Kind, Address = client.Protect(wish.Address),
            Secret = wish.Secret is { } secret ? client.Protect(secret) : null, Shown = $"{new Uri(wish.Address).Host}/…{wish.Address[^SignsShown..]}",
            Site = wish.Site.TrimEnd('/'), Language = wish.Language == "en" ? "en" : "zh-CN", Happenings = [.. wish.Happenings.Distinct()],
            MadeBy = who.Staff, MadeAt = runtime.Now,
        });
        return await SaveAsync(db, alongside, cancel);
    }

    /// <summary>Lets go of a robot and of what it was still to be told.</summary>
    public async Task<Refusal?> RemoveAsync(SignedIn who, Guid id, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        if (!OtherSystem.MayManage(who))
            return Refusals.NotAllowed;
        using var db = runtime.Open();
        if (await db.Robots.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } robot)
            return RobotRefusals.Unknown;
        db.Remove(robot);
        db.RemoveRange(await db.RobotMessages.Where(m => m.RobotId == id).ToListAsync(cancel));
        return await SaveAsync(db, alongside, cancel);
    }

    /// <summary>Sends a message that says that it is a test; what came of it stands in the robot's row.</summary>
    public async Task<Refusal?> TestAsync(SignedIn who, Guid id, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        if (!OtherSystem.MayManage(who))
            return Refusals.NotAllowed;
        using var db = runtime.Open();
        if (await db.Robots.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } robot)
            return RobotRefusals.Unknown;
        var failure = await client.SendAsync(robot, RobotWords.Message(robot, RobotWords.TestMessage, "/"), $"test/{runtime.NewId()}", cancel);
        Note(robot, failure, runtime.Now);
        return await SaveAsync(db, failure is null ? alongside : null, cancel) ?? (failure is null ? null : RobotRefusals.NotDelivered);
    }

    private static void Note(Robot robot, string? failure, DateTimeOffset now)
    {
        robot.LastFailure = failure;
        if (failure is null)
            robot.LastSentAt = now;
        else
            robot.LastFailedAt = now;
    }

    private static async Task<Refusal?> SaveAsync(CaseFlowDb db, Func<CaseFlowDb, Task>? alongside, CancellationToken cancel)
    {
        if (alongside is not null)
            await alongside(db);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private static Refusal? Check(RobotWish wish)
    {
        if (wish.Name.Length is 0 or > Robot.LongestName)
            return RobotRefusals.Name;
        if (wish.Address.Length > LongestAddress || !Uri.TryCreate(wish.Address, UriKind.Absolute, out var address)
            || address.Scheme != Uri.UriSchemeHttps || address.UserInfo.Length > 0 || address.Host.Length > LongestSite || address.Fragment.Length > 0)
            return RobotRefusals.Address;
        if (wish.Secret is { } secret && (wish.Kind != RobotKind.DingTalk || secret.Length is 0 or > LongestSecret))
            return RobotRefusals.Secret;
        if (wish.Site.Length > LongestSite || !Uri.TryCreate(wish.Site, UriKind.Absolute, out var site)
            || (site.Scheme != Uri.UriSchemeHttps && site.Scheme != Uri.UriSchemeHttp))
            return RobotRefusals.Site;
        return wish.Happenings.Count > 0 && !wish.Happenings.Except(Happening.All).Any() ? null : RobotRefusals.Happenings;
    }
}
