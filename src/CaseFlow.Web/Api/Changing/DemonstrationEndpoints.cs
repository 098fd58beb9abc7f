using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Access;
using CaseFlow.Web.Api.Reading;
using CaseFlow.Web.Components;
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

/// <summary>What happened while time passed, and how the school stands now, among the children whom the caller may see.</summary>
/// <param name="To">Inclusive.</param>
/// <param name="EscalationsAsked">Null for whoever does not see every child.</param>
/// <param name="InvariantsHold">Whether every invariant of the program holds.</param>
public sealed record HappenedView(
    DateOnly From, DateOnly To, int Flags, int CasesOpened, int CasesClosed, int TasksDone, int TasksFellLate, int HomeVisits, int? EscalationsAsked,
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
    private static readonly Engine.Words NoSuchDay = new("没有这一天的记录", "there is nothing on record of such a day");

    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/demonstration").WithTags("demonstration");
        group.MapGet("/", ReadAsync).Reads<DemonstrationView>("demonstration", "The time of the demonstration school, and what happened while it passed; nowhere else", 404);
        group.MapGet("/rows", RowsAsync).Reads<Page<FigureLine>>("demonstrationRows", "The rows that a figure of those days counts", 400, 404);
        group.MapPost("/time", PassAsync).Changes<PassBody, PassBegun>("passTime", "Let days pass in the demonstration school", StatusCodes.Status200OK);
    }

    private static async Task<IResult> ReadAsync(HttpContext http, CareRuntime runtime, PassingTime passing, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!DemonstrationAccess.MayMoveTime(caller.Who, runtime.Clock))
            return Problem.Of(PassingTimeRefusals.NotHere, caller.Language, status: StatusCodes.Status404NotFound);
        var left = await TimeLeft.ReadAsync(runtime, cancel);
        var passage = passing.Last;
        PassageAccount? account = null;
        if (passage?.Report is { } report)
        {
            using var db = runtime.Open();
            account = await (await PassageFigures.OpenAsync(runtime, db, caller.Who, report.From, report.To, cancel)).CountAsync(left.Today, cancel);
        }

        return ApiJson.Answer(new DemonstrationView(runtime.Now, left.Most, ViewOf(passage, account)));
    }

    private static async Task<IResult> RowsAsync(
        HttpContext http, CareRuntime runtime, [Description("for example flags-raised")] string figure, DateOnly from, DateOnly to, int? page, int? size,
        CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!DemonstrationAccess.MayMoveTime(caller.Who, runtime.Clock))
            return Problem.Of(PassingTimeRefusals.NotHere, caller.Language, status: StatusCodes.Status404NotFound);
        if (Paging.Read(caller, page, size, out var wrong) is not { } paging)
            return wrong;
        if (!Say.IsAmongDays(from) || !Say.IsAmongDays(to))
            return caller.Refuse(ApiRefusals.QueryInvalid, new Dictionary<string, string[]> { [Say.IsAmongDays(from) ? nameof(to) : nameof(from)] = [caller.Say(NoSuchDay)] });
        using var db = runtime.Open();
        var figures = await PassageFigures.OpenAsync(runtime, db, caller.Who, from, to, cancel);
        return figures.Rows(figure) is { } counted ? await TermReads.AnswerAsync(db, counted, figures.Time, paging, cancel) : TermReads.NoSuchFigure(caller);
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

    /// <param name="account">There where the passage is over.</param>
    private static PassageView? ViewOf(TimePassage? passage, PassageAccount? account) => passage is null ? null : new(
        passage.Wish.Days, ApiJson.Code(passage.Wish.Effort), passage.Done, passage.IsUnderWay ? "under-way" : passage.Failed ? "failed" : "over",
        passage.Report is not { } r ? null : new(
            r.From, r.To, account![PassageFigures.Flags], account[PassageFigures.CasesOpened], account[PassageFigures.CasesClosed],
            account[PassageFigures.TasksDone], account[PassageFigures.TasksFellLate], account[PassageFigures.Visits],
            account.Counts.TryGetValue(PassageFigures.Escalations, out var asked) ? asked : null, account[PassageFigures.OpenCases], account[PassageFigures.Owned], account[PassageFigures.Dated],
            account[PassageFigures.Overdue], r.Ok));
}
