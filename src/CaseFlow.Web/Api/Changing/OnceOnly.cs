using System.Text.Json;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Changing;

/// <summary>The answer to a change that was made: the same bytes the first time and every time after.</summary>
internal sealed record GivenAnswer(int Status, string Body)
{
    public const string ReplayHeader = "Idempotent-Replay";

    public static GivenAnswer Of<T>(int status, T value) => new(status, JsonSerializer.Serialize(value, ApiJson.Options));

    public IResult ToResult() => Results.Text(Body, "application/json; charset=utf-8", statusCode: Status);
}

/// <summary>The same key twice has one effect and the same answer.</summary>
/// <remarks>
/// The answer is written in the transaction of the work, never before it: a request that failed leaves nothing behind, and of two
/// at the same time the unique key lets one commit. A refusal changes nothing and is not kept.
/// </remarks>
internal sealed class OnceOnly(CareRuntime runtime)
{
    private const int MostTries = 3;

    /// <summary>Does the work, or gives the answer that an earlier request with this key got.</summary>
    /// <param name="answer">The answer, from what is about to be written.</param>
    /// <param name="work">Does it, writing the given rows alongside; null where it was done, otherwise why not.</param>
    public async Task<IResult> RunAsync(
        HttpContext http, ChangeRequest request, Func<CaseFlowDb, GivenAnswer> answer, Func<Func<CaseFlowDb, Task>, Task<IResult?>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(http, request, answer, work);
            }
            catch (Exception e) when (attempt < MostTries && Conflicts.IsTransient(e))
            {
                // The database gave no answer: under the key it can be asked again, whether it was done or not.
            }
        }
    }

    private async Task<IResult> TryAsync(
        HttpContext http, ChangeRequest request, Func<CaseFlowDb, GivenAnswer> answer, Func<Func<CaseFlowDb, Task>, Task<IResult?>> work)
    {
        if (await ReplayAsync(http, request) is { } before)
            return before;
        GivenAnswer? given = null;
        try
        {
            var refused = await work(db =>
            {
                given = answer(db);
                db.AnsweredRequests.Add(RowOf(db, request, given));
                return Task.CompletedTask;
            });
            if (refused is null && given is not null)
                return given.ToResult();

            // Refused, perhaps because the same request has just been carried out beside this one.
            return await ReplayAsync(http, request) ?? refused ?? request.Caller.Refuse(ApiRefusals.Broken);
        }
        catch (DbUpdateException e) when (Conflicts.IsConflict(e))
        {
            return await ReplayAsync(http, request) ?? request.Caller.Refuse(ApiRefusals.Busy);
        }
    }

    private AnsweredRequest RowOf(CaseFlowDb db, ChangeRequest request, GivenAnswer given) => new()
    {
        SchoolId = db.SchoolId,
        Key = request.Key,
        Fingerprint = request.Fingerprint,
        Status = given.Status,
        Body = given.Body,
        At = runtime.Now,
    };

    private async Task<IResult?> ReplayAsync(HttpContext http, ChangeRequest request)
    {
        using var db = runtime.Open();
        var stored = await db.AnsweredRequests.AsNoTracking().SingleOrDefaultAsync(a => a.Key == request.Key, http.RequestAborted);
        if (stored is null)
            return null;
        if (stored.Fingerprint != request.Fingerprint)
            return request.Caller.Refuse(ApiRefusals.KeyReused);
        http.Response.Headers[GivenAnswer.ReplayHeader] = "true";
        return new GivenAnswer(stored.Status, stored.Body).ToResult();
    }
}
