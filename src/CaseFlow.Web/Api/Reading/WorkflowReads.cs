using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Pages.Cases;
using CaseFlow.Web.Pages.Workflow;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A version of the workflow that is in force or has open cases.</summary>
/// <param name="Differences">What changes for a case that is moved from it to the version in force.</param>
public sealed record WorkflowVersionView(string Version, bool InForce, int OpenCases, DateTimeOffset KeptAt, IReadOnlyList<string> Differences);

/// <summary>What moving a case to the workflow in force would change; nothing is recorded.</summary>
/// <param name="Refusal">Why it could not be moved; null where it could.</param>
public sealed record WorkflowMoveView(string From, string To, string? Refusal, IReadOnlyList<string> Changes);

/// <summary>The versions of the workflow.</summary>
internal static class WorkflowReads
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow/versions", VersionsAsync)
            .Reads<IReadOnlyList<WorkflowVersionView>>("listWorkflowVersions", "The version in force and those with open cases, with what differs").WithTags("workflow");
        api.MapGet("/cases/{child:guid}/{no:int}/move-to-workflow", PreviewAsync)
            .Reads<WorkflowMoveView>("previewMoveToWorkflow", "What moving the case to the workflow in force would change", 404).WithTags("cases");
    }

    private static async Task<IResult> VersionsAsync(HttpContext http, CareRuntime runtime, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!CareAccess.SeesEveryChild(caller.Who) && !caller.Who.Is(Roles.Administrator))
            return caller.Refuse(Refusals.NotAllowed);
        using var db = runtime.Open();
        var inForce = runtime.Policy().Workflow.Version;
        return ApiJson.Answer((await VersionInUse.AllAsync(db, runtime, cancel)).Select(v => new WorkflowVersionView(
            v.Workflow.Version, v.Workflow.Version == inForce, v.OpenCases, v.KeptAt, [.. v.Differences.Select(caller.Say)])).ToList());
    }

    private static async Task<IResult> PreviewAsync(HttpContext http, FilesOfChildren files, Guid child, int no, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (await files.OpenAsync(caller, child, "api: cases/{child}/{no}/move-to-workflow", cancel) is not { } file)
            return caller.Refuse(ApiRefusals.NoSuchChild);
        if (!file.State.Cases.TryGetValue(new CaseNo(no), out var care))
            return caller.Refuse(Refusals.NoSuchCase);
        var to = file.Circumstances.Policy.Workflow;
        var decision = file.Try(new MoveToWorkflow(care.No, to.Version, "?"));
        return ApiJson.Answer(new WorkflowMoveView(
            care.WorkflowVersion, to.Version, decision.Refusal is { } refusal ? caller.Say(refusal.Words) : null,
            WorkflowMove.Changes(file.State, decision, stage => StepWords.Stage(to, stage))));
    }
}
