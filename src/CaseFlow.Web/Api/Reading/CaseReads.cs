using System.ComponentModel;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A case in a list.</summary>
/// <param name="NextOn">The date of the next step; null once closed.</param>
public sealed record CaseLine(
    Guid Child, string StudentNo, string ChildName, int No, int Level, Person Owner, string Stage, bool Open, DateOnly OpenedOn,
    DateOnly? ClosedOn, bool AwaitsDecision, DateOnly? NextOn, string? NextStep);

/// <summary>Cases.</summary>
internal static class CaseReads
{
    private const string Mine = "me";

    private static readonly Engine.Words OnlyMine = new($"只能是 {Mine}", $"can only be '{Mine}'");

    public static void Map(IEndpointRouteBuilder api)
    {
        var cases = api.MapGroup("/cases").WithTags("cases");
        cases.MapGet("/", ListAsync)
            .Reads<Page<CaseLine>>("listCases", "Cases of children that you may see, highest level and nearest date first", 400).ForTokens(OtherSystem.Lists);
        cases.MapGet("/{child:guid}/{no:int}", FileAsync)
            .Reads<CaseFile>(
                "readCase",
                "A case with flags, evidence, tasks, escalations and the commands that you could give; the reading is recorded",
                404);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, CareRuntime runtime, bool? open, [Description("me")] string? owner, int? page, int? size, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (owner is not null and not Mine)
            return caller.Refuse(ApiRefusals.QueryInvalid, new Dictionary<string, string[]> { ["owner"] = [caller.Say(OnlyMine)] });
        if (Paging.Read(caller, page, size, out var wrong) is not { } paging)
            return wrong;
        using var db = runtime.Open();
        var staff = caller.Who.Staff;
        var people = await People.LoadAsync(db, cancel);
        var rows = db.Children.AsNoTracking().VisibleTo(db, caller.Who)
            .Join(db.Cases.AsNoTracking(), c => c.Id, k => k.ChildId, (c, k) => new { Child = c, Case = k })
            .Where(r => (open == null || r.Case.IsOpen == open) && (owner == null || r.Case.OwnerId == staff))
            .OrderByDescending(r => r.Case.IsOpen).ThenByDescending(r => r.Case.Level).ThenBy(r => r.Case.NextOn)
            .ThenBy(r => r.Child.StudentNo).ThenBy(r => r.Case.No);
        var lines = await paging.OfAsync(
            rows,
            r => new CaseLine(
                r.Child.Id.Value, r.Child.StudentNo, r.Child.Name, r.Case.No.Value, r.Case.Level, people.Of(r.Case.OwnerId), r.Case.Stage,
                r.Case.IsOpen, r.Case.OpenedOn, r.Case.ClosedOn, r.Case.AwaitsDecision, r.Case.NextOn, r.Case.NextStep),
            cancel);
        await ListReadings.KeepAsync(runtime, db, caller, lines.Items.Select(l => l.Child), "api: cases", cancel);
        return ApiJson.Answer(lines);
    }

    private static async Task<IResult> FileAsync(HttpContext http, FilesOfChildren files, Guid child, int no, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (await files.OpenAsync(caller, child, "api: cases/{child}/{no}", cancel) is not { } file)
            return caller.Refuse(ApiRefusals.NoSuchChild);
        return file.State.Cases.TryGetValue(new CaseNo(no), out var care)
            ? ApiJson.Answer(CaseFile.Of(file, care))
            : caller.Refuse(Refusals.NoSuchCase);
    }
}
