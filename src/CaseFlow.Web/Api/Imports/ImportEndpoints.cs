using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Api.Changing;
using CaseFlow.Web.Import;
using CaseFlow.Web.Pages.Imports;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Imports;

/// <summary>The import: files are given and looked at, sheets are explained, and then all is written.</summary>
internal static class ImportEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var imports = api.MapGroup("/imports").WithTags("imports").AddEndpointFilter(CheckAccessAsync);
        imports.MapPost("/", GiveAsync).WithName("giveFiles").Accepts<IFormFileCollection>("multipart/form-data")
            .WithSummary("Give files (.csv, .xlsx) to be looked at; nothing is written. The answer counts; what is wrong stands in getImport. A token gives attendance, exams, observations and contacts only")
            .WithMetadata(new UploadSizeAttribute()).Produces<ImportView>(StatusCodes.Status201Created).HasProblems(400, 401, 403, 413, 415, 422).ForTokens(OtherSystem.Import);
        imports.MapGet("/{id:guid}", GetAsync).Reads<ImportView>("getImport", "What writing the files would do now, with all that is wrong; or that they were written", 404).ForTokens(OtherSystem.Import);
        imports.MapDelete("/{id:guid}", LeaveAsync).WithName("leaveImport").WithSummary("Let go of files that are not written")
            .Produces(StatusCodes.Status204NoContent).HasProblems(401, 403);
        imports.MapGet("/{id:guid}/sheets/{no:int}", SheetAsync).Reads<SheetView>("getImportSheet", "What is known or guessed of a sheet with a row a pupil", 404);
        imports.MapPut("/{id:guid}/sheets/{no:int}", MapAsync).Changes<SheetBody, SheetView>(
            "mapImportSheet", "Say what the parts of a sheet are; remembered for sheets of the same headings", StatusCodes.Status200OK);
        imports.MapPost("/{id:guid}/write", WriteAsync).Changes<EmptyBody, ImportWritten>(
            "writeImport", "Write the files and sheets that are in order, each whole or not at all", StatusCodes.Status200OK).ForTokens(OtherSystem.Import);
    }

    private static async ValueTask<object?> CheckAccessAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = Caller.Of(context.HttpContext);
        return ImportAccess.MayImport(caller.Who) ? await next(context) : caller.Refuse(Refusals.NotAllowed);
    }

    private static async Task<IResult> GiveAsync(HttpContext http, Uploads uploads, OnceOnly once, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        var (given, wrong) = await FilesAsync(http);
        if (wrong is not null)
            return caller.Refuse(wrong);
        var files = given.Where(f => f.Length > 0).Select(f => new SchoolFile(f.FileName, f.OpenReadStream)).ToList();
        var (request, problem) = ChangeRequest.Of(http, [.. files.SelectMany(f => new[] { System.Text.Encoding.UTF8.GetBytes(f.Name), f.ReadAll() })]);
        if (request is null)
            return problem!;
        if (files.Count == 0)
            return caller.Refuse(ImportRefusals.NoFile);
        var upload = await uploads.PackAsync(caller.Who.Staff, files, cancel);
        var seen = await uploads.LookAsync(upload, cancel);
        if (!ImportAccess.MayImport(caller.Who, [.. seen.Files.Select(f => f.File), .. seen.Sheets.Select(s => s.Name)]))
            return caller.Refuse(Refusals.NotAllowed);
        return await once.RunAsync(http, request, _ => GivenAnswer.Of(StatusCodes.Status201Created, ImportView.Of(upload, seen, caller, whole: false)), async alongside =>
        {
            await uploads.KeepAsync(upload, alongside, cancel);
            return null;
        });
    }

    private static async Task<(IEnumerable<IFormFile> Files, Refusal? Wrong)> FilesAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return ([], null);
        try
        {
            return await UploadForm.ReadAsync(http) is { } form ? (form.Files, null) : ([], ImportRefusals.TooLarge);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return ([], ApiRefusals.BadRequest);
        }
    }

    private static async Task<IResult> GetAsync(Guid id, HttpContext http, CareRuntime runtime, Uploads uploads, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (await FindAsync(id, caller, runtime, cancel) is not { } upload)
            return caller.Refuse(ImportRefusals.NoSuchImport);
        var report = upload.ImportedAt is null ? await uploads.LookAsync(upload, cancel) : new ImportReport([], [], [], false);
        return ApiJson.Answer(ImportView.Of(upload, report, caller, whole: true));
    }

    private static async Task<IResult> LeaveAsync(Guid id, Uploads uploads, CancellationToken cancel)
    {
        await uploads.LeaveAsync(id, cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> SheetAsync(Guid id, int no, HttpContext http, CareRuntime runtime, Uploads uploads, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        return await FindAsync(id, caller, runtime, cancel) is { ImportedAt: null } upload && await uploads.SheetAsync(upload, no, null, cancel) is { } sheet
            ? ApiJson.Answer(SheetView.Of(sheet, sheet.IsConfirmed, caller)) : caller.Refuse(ImportRefusals.NoSuchImport);
    }

    private static async Task<IResult> MapAsync(Guid id, int no, HttpContext http, CareRuntime runtime, Uploads uploads, OnceOnly once, CancellationToken cancel)
    {
        var (request, body, problem) = await ChangeRequest.ReadAsync<SheetBody>(http, cancel);
        if (request is null)
            return problem!;
        var caller = request.Caller;
        var sheet = await FindAsync(id, caller, runtime, cancel) is { ImportedAt: null } upload ? await uploads.SheetAsync(upload, no, body.Mapping, cancel) : null;
        return await once.RunAsync(http, request, _ => GivenAnswer.Of(StatusCodes.Status200OK, SheetView.Of(sheet!, true, caller)), async alongside =>
        {
            if (sheet is null)
                return caller.Refuse(ImportRefusals.NoSuchImport);
            if (sheet.Gaps.Count > 0)
                return caller.Refuse(ImportRefusals.Gaps(sheet.Gaps));
            await uploads.MapAsync(id, sheet, caller.Who.Staff, alongside, cancel);
            return null;
        });
    }

    private static async Task<IResult> WriteAsync(Guid id, HttpContext http, CareRuntime runtime, Uploads uploads, OnceOnly once, CancellationToken cancel)
    {
        var (request, _, problem) = await ChangeRequest.ReadAsync<EmptyBody>(http, cancel);
        if (request is null)
            return problem!;
        return await once.RunAsync(http, request, db => Written(db.Uploads.Local.Single()), async alongside =>
        {
            if (await FindAsync(id, request.Caller, runtime, cancel) is not { } upload)
                return request.Caller.Refuse(ImportRefusals.NoSuchImport);
            if (upload.ImportedAt is not null)
                return request.Caller.Refuse(ImportRefusals.Written);
            await uploads.ImportAsync(upload, CancellationToken.None, alongside); // whoever asked may have gone: what was begun is finished and on record
            return null;
        });
    }

    private static GivenAnswer Written(Upload upload) =>
        GivenAnswer.Of(StatusCodes.Status200OK, new ImportWritten(upload.Id, upload.Added, upload.Changed, upload.Refused));

    private static async Task<Upload?> FindAsync(Guid id, Caller caller, CareRuntime runtime, CancellationToken cancel)
    {
        using var db = runtime.Open();
        return await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancel) is { } upload && ImportAccess.MayOpen(caller.Who, upload.By) ? upload : null;
    }
}
