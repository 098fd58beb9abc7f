using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Access;
using CaseFlow.Web.Api;
using CaseFlow.Web.Api.Changing;
using CaseFlow.Web.Api.Reading;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tokens;

/// <summary>A token of another system; never the token itself.</summary>
/// <param name="EndsAt">The first instant at which it is good no more.</param>
/// <param name="LastUsedAt">To the minute; null where it was never used.</param>
public sealed record TokenView(
    Guid Id, string Name, IReadOnlyList<string> Scopes, Person MadeBy, DateTimeOffset MadeAt, DateTimeOffset EndsAt, DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt);

/// <summary>The tokens of other systems, for the administrator.</summary>
/// <remarks>A token is made on the page only: the answer to a change is kept for whoever tries it again, and a token is kept nowhere.</remarks>
internal static class TokenEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var tokens = api.MapGroup("/tokens").WithTags("tokens");
        tokens.MapGet("/", ListAsync).Reads<IReadOnlyList<TokenView>>("listTokens", "The tokens of other systems, newest first; for the administrator");
        tokens.MapPost("/{id:guid}/revoke", (Guid id, HttpContext http, Changes changes, ApiTokens of) => changes.ChangeAsync<EmptyBody, ChangedId>(
                http, OtherSystem.MayManage, _ => new ChangedId(id), (who, _, alongside) => of.RevokeAsync(who, id, alongside)))
            .Changes<EmptyBody, ChangedId>("revokeToken", "End a token now; for the administrator", StatusCodes.Status200OK);
    }

    private static async Task<IResult> ListAsync(HttpContext http, CareRuntime runtime, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!OtherSystem.MayManage(caller.Who))
            return caller.Refuse(Refusals.NotAllowed);
        using var db = runtime.Open();
        var people = await People.LoadAsync(db, cancel);
        var all = await db.ApiTokens.AsNoTracking().OrderByDescending(t => t.MadeAt).ToListAsync(cancel);
        return ApiJson.Answer(all.Select(t => new TokenView(
            t.Id.Value, t.Name, t.Scopes, people.Of(t.MadeBy), t.MadeAt, t.EndsAt, t.LastUsedAt, t.RevokedAt)).ToList());
    }
}
