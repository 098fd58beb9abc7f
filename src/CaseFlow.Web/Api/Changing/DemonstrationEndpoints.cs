using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Access;
using CaseFlow.Web.Demonstration;

namespace CaseFlow.Web.Api.Changing;

/// <summary>The time of the demonstration school.</summary>
/// <param name="MostDays">How many days can pass yet: until its calendar ends.</param>
/// <param name="Passing">What passes or passed last; null where nothing did since the program began.</param>
public sealed record DemonstrationView(DateTimeOffset Now, int MostDays, PassageView? Passing);

/// <param name="Effort">usual, short or none.</param>
/// <param name="State">under-way, over or failed.</param>
/// <param name="Happened">What happened; null until it is over.</param>
public sealed record PassageView(int Days, string Effort, int DaysDone, string State, HappenedView? Happened);

/// <summary>What happened while time passed, and how the school stands after it.</summary>
/// <param name="InvariantsHold">Whether every invariant of the program holds.</param>
public sealed record HappenedView(
    DateOnly From, DateOnly To, int Flags, int CasesOpened, int CasesClosed, int TasksDone, int TasksFellLate, int HomeVisits, int EscalationsAsked,
    int OpenCases, int WithOwner, int WithNextDate, int Overdue, bool InvariantsHold);

public sealed record PassBody
{
    [Required] public int? Days { get; init; }

    [Required, JsonConverter(typeof(CodeJson<StaffEffort>))] public StaffEffort? Effort { get; init; }
}

/// <summary>A wish that was taken up; GET says how far it is.</summary>
public sealed record PassBegun(int Days);

/// <summary>Lets time pass in the demonstration school.</summary>
internal static class DemonstrationEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/demonstration").WithTags("demonstration");
        group.MapGet("/", ReadAsync).Reads<DemonstrationView>("demonstration", "The time of the demonstration school, and what happened while it passed; nowhere else", 404);
        group.MapPost("/time", PassAsync).Changes<PassBody, PassBegun>("passTime", "Let days pass in the demonstration school", StatusCodes.Status200OK);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, CareRuntime runtime, PassingTime passing, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!DemonstrationAccess.MayMoveTime(caller.Who, runtime.Clock))
            return Problem.Of(PassingTimeRefusals.NotHere, caller.Language, status: StatusCodes.Status404NotFound);
        var left = await TimeLeft.ReadAsync(runtime, cancel);
        return ApiJson.Answer(new DemonstrationView(runtime.Now, left.Most, ViewOf(passing.Last)));
    }

    private static async Task<IResult> PassAsync(HttpContext http, CareRuntime runtime, PassingTime passing, OnceOnly once, CancellationToken cancel)
    {
        var (request, body, problem) = await ChangeRequest.ReadAsync<PassBody>(http, cancel);
        if (request is null)
            return problem!;
        var caller = request.Caller;
        if (!DemonstrationAccess.MayMoveTime(caller.Who, runtime.Clock))
            return Problem.Of(PassingTimeRefusals.NotHere, caller.Language, status: StatusCodes.Status404NotFound);
        var wish = new TimeWish(body.Days!.Value, body.Effort!.Value);
        return await once.RunAsync(http, request, _ => GivenAnswer.Of(StatusCodes.Status200OK, new PassBegun(wish.Days)), async alongside =>
        {
            if (passing.Begin(wish, await TimeLeft.ReadAsync(runtime, cancel)) is { } refusal)
                return caller.Refuse(refusal);
            using var db = runtime.Open();
            await alongside(db);
            await db.SaveChangesAsync(cancel);
            return null;
        });
    }

    private static PassageView? ViewOf(TimePassage? passage) => passage is null ? null : new(
        passage.Wish.Days, ApiJson.Code(passage.Wish.Effort), passage.Done, passage.IsUnderWay ? "under-way" : passage.Failed ? "failed" : "over",
        passage.Report is not { } r ? null : new(
            r.From, r.To, r.Totals.Flags.Raised, r.Totals.Cases.Opened, r.Totals.Cases.Closed, r.Totals.Tasks.Done, r.Totals.Tasks.FellLate,
            r.Totals.Tasks.HomeVisits, r.Totals.Escalations.Asked, r.Standing.OpenCases, r.Standing.WithOwner, r.Standing.WithNextDate,
            r.Standing.Overdue, r.Ok));
}
