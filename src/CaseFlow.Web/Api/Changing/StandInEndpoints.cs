using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Api.Reading;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Changing;

/// <summary>Somebody decides on the head teacher's behalf.</summary>
/// <param name="Until">The first instant that no longer belongs to it.</param>
public sealed record DelegationView(Guid Id, Person HeadTeacher, Person Delegate, DateTimeOffset From, DateTimeOffset Until, bool InForce, string? Reason);

/// <summary>All that somebody was responsible for passes on.</summary>
/// <param name="Children">How many children have been dealt with.</param>
/// <param name="Passed">How many cases, tasks and pairings passed on.</param>
public sealed record HandOverView(Guid Id, Person From, Person To, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt, int Children, int Passed);

/// <summary>What a hand-over would pass on.</summary>
/// <param name="Refusal">Why it cannot be done; null where it can.</param>
public sealed record HandOverPlanView(string? Refusal, IReadOnlyList<HandOverItemView> Items);

/// <param name="Why">Why it goes to somebody else than the named successor.</param>
public sealed record HandOverItemView(string What, int Count, Person To, string? Why);

/// <summary>Where a change was put on record.</summary>
public sealed record ChangedId(Guid Id);

/// <summary>Standing in for somebody: delegations of the head teacher, and hand-overs.</summary>
internal static class StandInEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var delegations = api.MapGroup("/delegations").WithTags("delegations");
        delegations.MapGet("/", DelegationsAsync).Reads<IReadOnlyList<DelegationView>>("listDelegations", "Who decides on the head teacher's behalf, and when");
        delegations.MapPost("/", (HttpContext http, Changes changes, Delegating delegating) => changes.ChangeAsync<DelegationBody, ChangedId>(
                http, who => who.Is(Roles.HeadTeacher), db => new ChangedId(db.Delegations.Local.Single().Id),
                (who, b, alongside) => delegating.MakeAsync(who.Staff, new StaffId(b.To!.Value), b.From!.Value.ToUniversalTime(), b.Until!.Value.ToUniversalTime(), b.Reason, alongside)))
            .Changes<DelegationBody, ChangedId>("delegate", "Delegate the head teacher's decisions from one instant to another", StatusCodes.Status200OK);
        delegations.MapPost("/{id:guid}/end", (Guid id, HttpContext http, Changes changes, Delegating delegating) => changes.ChangeAsync<EmptyBody, ChangedId>(
                http, who => who.Is(Roles.HeadTeacher), _ => new ChangedId(id), (who, _, alongside) => delegating.EndAsync(who.Staff, id, alongside)))
            .Changes<EmptyBody, ChangedId>("endDelegation", "End a delegation now", StatusCodes.Status200OK);

        var handOvers = api.MapGroup("/hand-overs").WithTags("hand-overs");
        handOvers.MapGet("/", HandOversAsync).Reads<IReadOnlyList<HandOverView>>("listHandOvers", "Hand-overs with their progress");
        handOvers.MapGet("/plan", PlanAsync).Reads<HandOverPlanView>("planHandOver", "What would pass on, and to whom; nothing is recorded");
        handOvers.MapPost("/", (HttpContext http, Changes changes, HandingOver handing) => changes.ChangeAsync<HandOverBody, ChangedId>(
                http, CareAccess.MayHandOver, db => new ChangedId(db.HandOvers.Local.Single().Id),
                async (who, b, alongside) => (await handing.StartAsync(new StaffId(b.From!.Value), new StaffId(b.To!.Value), b.Reason, who.Staff, alongside)).Refusal))
            .Changes<HandOverBody, ChangedId>("handOver", "Hand over all that somebody is responsible for; where it breaks off it is taken up again", StatusCodes.Status200OK);
    }

    private static async Task<IResult> DelegationsAsync(HttpContext http, CareRuntime runtime, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!CareAccess.SeesEveryChild(caller.Who) && !CareAccess.MayHandOver(caller.Who) && !caller.Who.Is(ActingHead.Role))
            return caller.Refuse(Refusals.NotAllowed);
        using var db = runtime.Open();
        var people = await People.LoadAsync(db, cancel);
        var now = runtime.Now;
        var all = await db.Delegations.AsNoTracking().OrderByDescending(d => d.From).ToListAsync(cancel);
        return ApiJson.Answer(all.Select(d => new DelegationView(
            d.Id, people.Of(d.HeadTeacherId), people.Of(d.DelegateId), d.From, d.Until, d.Holds(now), d.Reason)).ToList());
    }

    private static async Task<IResult> HandOversAsync(HttpContext http, CareRuntime runtime, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!CareAccess.MayHandOver(caller.Who))
            return caller.Refuse(Refusals.NotAllowed);
        using var db = runtime.Open();
        var people = await People.LoadAsync(db, cancel);
        var parts = (await db.HandOverParts.AsNoTracking().ToListAsync(cancel)).ToLookup(p => p.HandOverId);
        var all = await db.HandOvers.AsNoTracking().OrderByDescending(h => h.StartedAt).ToListAsync(cancel);
        return ApiJson.Answer(all.Select(h => new HandOverView(
            h.Id, people.Of(h.From), people.Of(h.To), h.StartedAt, h.FinishedAt, parts[h.Id].Count(), parts[h.Id].Sum(p => p.Passed))).ToList());
    }

    private static async Task<IResult> PlanAsync(HttpContext http, CareRuntime runtime, Guid from, Guid to, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!CareAccess.MayHandOver(caller.Who))
            return caller.Refuse(Refusals.NotAllowed);
        using var db = runtime.Open();
        var people = await People.LoadAsync(db, cancel);
        var plan = await HandOverPlan.MakeAsync(db, runtime, new StaffId(from), new StaffId(to), cancel);
        return ApiJson.Answer(new HandOverPlanView(
            plan.Refusal is { } refusal ? caller.Say(refusal.Words) : null,
            [.. plan.Items.Select(i => new HandOverItemView(caller.Say(i.What), i.Count, people.Of(i.To), i.Why is { } why ? caller.Say(why) : null))]));
    }
}
