using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Visits;

namespace CaseFlow.Web.Api.Reading;

/// <summary>The visit behind the code of its paper; say that it was done under <c>/tasks/{child}/{no}/complete</c>.</summary>
public sealed record VisitByCode(string Code, Guid Child, string ChildName, TaskView Task);

/// <summary>Visits that were done with paper.</summary>
internal static class VisitReads
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/visits/{code}", ByCodeAsync).Reads<VisitByCode>(
            "visitByCode", "The home visit whose sheet has that code, where you may enter it", 404, 409, 422).WithTags("tasks");

    private static async Task<IResult> ByCodeAsync(string code, HttpContext http, CareRuntime runtime, FilesOfChildren files, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        using var db = runtime.Open();
        var (visit, refusal) = await PaperVisits.FindAsync(db, runtime, caller.Who, code, cancel);
        if (visit is null)
            return caller.Refuse(refusal!);
        return await files.OpenAsync(caller, visit.Child.Id.Value, "task", cancel) is { } file
            ? ApiJson.Answer(new VisitByCode(visit.Code, file.Child.Id.Value, file.Child.Name, TaskView.Of(file, file.State.Tasks[visit.No])))
            : caller.Refuse(ApiRefusals.NoSuchChild);
    }
}
