using System.ComponentModel;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Reading;

/// <summary>The children that somebody may see, their files and what happened to them.</summary>
internal static class ChildReads
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var children = api.MapGroup("/children").WithTags("children");
        children.MapGet("/", ListAsync).Reads<Page<ChildLine>>("listChildren", "The children that you may see, by name as Chinese readers sort names", 400).ForTokens(OtherSystem.Lists);
        children.MapGet("/{id:guid}", FileAsync).Reads<ChildFile>("readChild", "The file of a child; the reading is recorded", 404);
        children.MapGet("/{id:guid}/timeline", TimelineAsync)
            .Reads<Timeline>("readTimeline", "What happened to a child, oldest first; the reading is recorded", 400, 404);
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, CareRuntime runtime, [Description("name, pinyin, initials, student number or class")] string? q, int? page, int? size, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (Paging.Read(caller, page, size, out var wrong) is not { } paging)
            return wrong;
        using var db = runtime.Open();
        var children = db.Children.AsNoTracking().VisibleTo(db, caller.Who);
        var rows = (string.IsNullOrWhiteSpace(q) ? children : children.Matching(db, q)).OrderBy(c => c.SortKey).ThenBy(c => c.StudentNo).Select(c => new
        {
            Child = c,
            Class = db.Classes.Where(r => r.Id == c.ClassId).Select(r => r.Name).FirstOrDefault(),
            Level = db.Cases.Where(k => k.ChildId == c.Id && k.IsOpen).Select(k => (int?)k.Level).FirstOrDefault(),
        });
        var lines = await paging.OfAsync(
            rows,
            r => new ChildLine(
                r.Child.Id.Value, r.Child.StudentNo, r.Child.Name, r.Class, ApiJson.Code(r.Child.LeftBehind), r.Level, r.Child.LeftOn),
            cancel);
        await ListReadings.KeepAsync(runtime, db, caller, lines.Items.Select(l => l.Id), "api: children", cancel);
        return ApiJson.Answer(lines);
    }

    private static async Task<IResult> FileAsync(HttpContext http, FilesOfChildren files, Guid id, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        return await files.OpenAsync(caller, id, "api: children/{id}", cancel) is { } file
            ? ApiJson.Answer(ChildFile.Of(file))
            : caller.Refuse(ApiRefusals.NoSuchChild);
    }

    private static async Task<IResult> TimelineAsync(
        HttpContext http, FilesOfChildren files, CareRuntime runtime, Guid id,
        [Description("the version after which to begin; without it, the beginning")] int? after, int? size, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (Paging.Read(caller, 1, size, out var wrong) is not { } paging)
            return wrong;
        if (await files.OpenAsync(caller, id, "api: children/{id}/timeline", cancel) is not { } file)
            return caller.Refuse(ApiRefusals.NoSuchChild);
        using var db = runtime.Open();
        var child = file.Child.Id;
        var from = after ?? 0;
        var rows = await db.Journal.AsNoTracking().Where(j => j.ChildId == child && j.Version > from)
            .OrderBy(j => j.Version).Take(paging.Size).ToListAsync(cancel);
        int? next = rows.Count == paging.Size && rows[^1].Version < file.Child.HeadVersion ? rows[^1].Version : null;
        return ApiJson.Answer(new Timeline([.. rows.Select(r => TimelineEntry.Of(file, r)).OfType<TimelineEntry>()], next));
    }
}
