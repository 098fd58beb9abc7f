using CaseFlow.Engine;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Accounts;
using CaseFlow.Web.Api;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tokens;

/// <summary>The token that somebody wants for another system.</summary>
/// <param name="LastDay">The last day on which it is good: today to a year from now.</param>
public sealed record TokenWish(string Name, IReadOnlyList<string> Scopes, DateOnly? LastDay);

/// <summary>The tokens with which other systems call the API.</summary>
public sealed class ApiTokens(CareRuntime runtime)
{
    /// <summary>The longest that a token is good.</summary>
    public const int MostDays = 366;

    private static readonly TimeSpan UseIsNotedEvery = TimeSpan.FromMinutes(1);

    /// <summary>Makes a token.</summary>
    /// <returns>The token, which cannot be had again; or why there is none.</returns>
    public async Task<(string? Secret, Refusal? Refusal)> MakeAsync(SignedIn who, TokenWish wish, CancellationToken cancel = default)
    {
        if (!OtherSystem.MayManage(who))
            return (null, Refusals.NotAllowed);
        var time = SchoolTime.WithoutCalendar(runtime.Zone);
        if (TokenRefusals.Check(wish, time.DayOf(runtime.Now)) is { } refusal)
            return (null, refusal);
        var secret = Secret.New();
        using var db = runtime.Open();
        db.Add(new ApiToken
        {
            SchoolId = db.SchoolId, Id = new StaffId(runtime.NewId()), Name = wish.Name, Hash = Secret.HashOf(secret), Scopes = [.. wish.Scopes],
            MadeBy = who.Staff, MadeAt = runtime.Now, EndsAt = time.StartOf(wish.LastDay!.Value.AddDays(1)),
        });
        await db.SaveChangesAsync(cancel);
        return (secret, null);
    }

    /// <summary>Ends a token now; one that has ended stays as it is.</summary>
    /// <param name="alongside">Rows written in the same transaction.</param>
    public async Task<Refusal?> RevokeAsync(SignedIn who, Guid id, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        if (!OtherSystem.MayManage(who))
            return Refusals.NotAllowed;
        using var db = runtime.Open();
        var key = new StaffId(id);
        if (await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == key, cancel) is not { } token)
            return ApiRefusals.NoSuchToken;
        if (token.IsGood(runtime.Now))
            (token.RevokedAt, token.RevokedBy) = (runtime.Now, who.Staff);
        if (alongside is not null)
            await alongside(db);
        await db.SaveChangesAsync(cancel);
        return null;
    }

    /// <summary>The token that a system calls with, and notes that it was used; null where it is not good now.</summary>
    public async Task<ApiToken?> UseAsync(string secret, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var (hash, now) = (Secret.HashOf(secret), runtime.Now);
        if (await db.ApiTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash, cancel) is not { } token || !token.IsGood(now))
            return null;
        if (token.LastUsedAt is null || now - token.LastUsedAt >= UseIsNotedEvery)
            await db.ApiTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.LastUsedAt, now), cancel);
        return token;
    }
}
