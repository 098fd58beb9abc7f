using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Api;
using CaseFlow.Web.Api.Changing;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Robots;

public sealed record RobotBody
{
    [Required, MaxLength(Robot.LongestName)] public string? Name { get; init; }

    [Required, JsonConverter(typeof(CodeJson<RobotKind>))] public RobotKind? Kind { get; init; }

    /// <summary>https only; kept protected and never told again.</summary>
    [Required, MaxLength(1000)] public string? Address { get; init; }

    /// <summary>The secret for signing, for DingTalk only.</summary>
    [MaxLength(200)] public string? Secret { get; init; }

    /// <summary>The address of this program that links in the messages begin with.</summary>
    [Required, MaxLength(150)] public string? Site { get; init; }

    /// <summary>zh-CN or en; zh-CN without a wish.</summary>
    [MaxLength(10)] public string? Language { get; init; }

    /// <summary>Of emergency, escalation, waiting and visits.</summary>
    [Required, MaxLength(4)] public IReadOnlyList<string>? Happenings { get; init; }
}

/// <summary>A robot in a chat group.</summary>
/// <param name="Address">The host and the last signs of the address.</param>
/// <param name="Failure">Why the latest message did not get through, as a code; null where it did.</param>
public sealed record RobotView(
    Guid Id, string Name, string Kind, string Address, bool Signs, string Site, string Language, IReadOnlyList<string> Happenings,
    DateTimeOffset? LastSentAt, DateTimeOffset? LastFailedAt, string? Failure);

/// <summary>Robots in chat groups, for the administrator.</summary>
internal static class RobotEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var robots = api.MapGroup("/robots").WithTags("robots");
        robots.MapGet("/", ListAsync).Reads<IReadOnlyList<RobotView>>("listRobots", "The robots in chat groups; for the administrator");
        robots.MapPost("/", (HttpContext http, Changes changes, RobotBook book) => changes.ChangeAsync<RobotBody, ChangedId>(
                http, OtherSystem.MayManage, db => new ChangedId(db.Robots.Local.Single().Id), (who, b, alongside) => book.AddAsync(
                    who, new RobotWish(b.Name!, b.Kind!.Value, b.Address!, b.Secret, b.Site!, b.Language ?? "zh-CN", b.Happenings!), alongside)))
            .Changes<RobotBody, ChangedId>("addRobot", "Tell the robot of a chat group what waits, in numbers only; for the administrator", StatusCodes.Status200OK);
        robots.MapPost("/{id:guid}/test", (Guid id, HttpContext http, Changes changes, RobotBook book) => changes.ChangeAsync<EmptyBody, ChangedId>(
                http, OtherSystem.MayManage, _ => new ChangedId(id), (who, _, alongside) => book.TestAsync(who, id, alongside)))
            .Changes<EmptyBody, ChangedId>("testRobot", "Send a test message to a robot; for the administrator", StatusCodes.Status200OK);
        robots.MapPost("/{id:guid}/remove", (Guid id, HttpContext http, Changes changes, RobotBook book) => changes.ChangeAsync<EmptyBody, ChangedId>(
                http, OtherSystem.MayManage, _ => new ChangedId(id), (who, _, alongside) => book.RemoveAsync(who, id, alongside)))
            .Changes<EmptyBody, ChangedId>("removeRobot", "Let go of a robot; for the administrator", StatusCodes.Status200OK);
    }

    private static async Task<IResult> ListAsync(HttpContext http, CareRuntime runtime, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!OtherSystem.MayManage(caller.Who))
            return caller.Refuse(Refusals.NotAllowed);
        using var db = runtime.Open();
        var all = await db.Robots.AsNoTracking().OrderBy(r => r.MadeAt).ToListAsync(cancel);
        return ApiJson.Answer(all.Select(r => new RobotView(
            r.Id, r.Name, ApiJson.Code(r.Kind), r.Shown, r.Secret is not null, r.Site, r.Language, r.Happenings, r.LastSentAt, r.LastFailedAt,
            r.LastFailure)).ToList());
    }
}
