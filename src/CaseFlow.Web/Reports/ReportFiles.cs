using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Access;
using Microsoft.AspNetCore.Authorization;

namespace CaseFlow.Web.Reports;

/// <summary>Reports as files.</summary>
public static class ReportFiles
{
    public static void Map(IEndpointRouteBuilder site) =>
        site.MapGet("/term/report.docx", TermAsync).RequireAuthorization(new AuthorizeAttribute { Roles = TermAccess.Readers }).ExcludeFromDescription();

    private static async Task<IResult> TermAsync(CareRuntime runtime, string? term, CancellationToken cancel)
    {
        using var db = runtime.Open();
        if (await TermReport.MakeAsync(runtime, db, term, forOffice: false, cancel) is not { } report)
            return Results.NotFound();
        var document = new MemoryStream();
        TermDocument.Write(report, document);
        document.Position = 0;
        return Results.File(document, TermDocument.MediaType, $"term-{report.Term.Name}.docx");
    }
}
