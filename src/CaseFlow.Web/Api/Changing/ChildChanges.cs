using CaseFlow.Engine.Cases;
using CaseFlow.Web.Access;

namespace CaseFlow.Web.Api.Changing;

/// <summary>What is recorded of a child outside of a case.</summary>
internal static class ChildChanges
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var children = api.MapGroup("/children/{id:guid}").WithTags("children");
        children.MapPost("/observations", (Guid id, HttpContext http, Changes changes) => changes.ObserveAsync(http, id))
            .Changes<ObservationBody, ObservationRecorded>(
                "recordObservation", "Record what was seen; the child is screened at once", StatusCodes.Status201Created)
            .ForTokens(OtherSystem.Observations);
        children.MapPost("/notes", (Guid id, HttpContext http, Changes changes) => changes.NoteAsync(http, id))
            .Changes<QuickNoteBody, Recorded>(
                "addQuickNote", "Add a note of one line; 'guardian: …' or 'dj2 …' also records the contact or observation, and the child is screened at once",
                StatusCodes.Status200OK);
        children.MapPost("/withdrawals", (Guid id, HttpContext http, Changes changes) => changes.WithdrawAsync(http, id))
            .Changes<WithdrawalBody, Recorded>(
                "withdrawSignal", "Withdraw an observation, contact or mark recorded in error; the child is screened at once", StatusCodes.Status200OK);
        children.MapPost("/harm-reports", (Guid id, HttpContext http, Changes changes) =>
                changes.GiveAsync<HarmReportBody>(http, id, b => new ReportHarm(b.To!, b.Note)))
            .Changes<HarmReportBody, Recorded>(
                "reportHarm", "Put the report that the law requires on record; it waits for nobody", StatusCodes.Status200OK);
    }
}
