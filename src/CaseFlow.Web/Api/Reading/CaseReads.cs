using System.ComponentModel;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Pages.Today;
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
    private static readonly Engine.Words NoSuchStage = new("没有这个阶段", "there is no such stage");
    private static readonly Engine.Words WrongLevel = new("须为 2、3 或 4", "2, 3 or 4");
    private static readonly Engine.Words NoSuchWorkflow = new("没有这个版本的流程", "there is no such version of the workflow");

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
        HttpContext http, CareRuntime runtime, bool? open, [Description("me")] string? owner,
        [Description("The id of a stage, of the workflow in force or an earlier one")] string? stage,
        [Description("2, 3 or 4")] int? level,
        [Description("The version of the workflow that the cases run on")] string? workflow,
        int? page, int? size, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        var filter = new CaseFilter(owner is null ? null : caller.Who.Staff, stage, level, workflow, open);
        var policy = await runtime.Workflows.CompleteAsync(runtime, runtime.Policy(), cancel);
        if (Wrong(caller, filter, owner, [policy.Workflow, .. policy.Earlier.Values]) is { Count: > 0 } errors)
            return caller.Refuse(ApiRefusals.QueryInvalid, errors);
        if (Paging.Read(caller, page, size, out var wrong) is not { } paging)
            return wrong;
        using var db = runtime.Open();
        var people = await People.LoadAsync(db, cancel);
        var rows = db.Children.AsNoTracking().VisibleTo(db, caller.Who)
            .Join(filter.Of(db.Cases.AsNoTracking()), c => c.Id, k => k.ChildId, (c, k) => new { Child = c, Case = k })
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

    private static Dictionary<string, string[]> Wrong(Caller caller, CaseFilter filter, string? owner, IReadOnlyCollection<WorkflowDefinition> workflows)
    {
        var errors = new Dictionary<string, string[]>();
        if (owner is not null and not Mine)
            errors["owner"] = [caller.Say(OnlyMine)];
        if (filter.Stage is { } stage && !workflows.Any(w => w.Stages.Any(s => s.Id == stage)))
            errors["stage"] = [caller.Say(NoSuchStage)];
        if (filter.Level is not (null or (>= 2 and <= 4)))
            errors["level"] = [caller.Say(WrongLevel)];
        if (filter.Workflow is { } version && !workflows.Any(w => w.Version == version))
            errors["workflow"] = [caller.Say(NoSuchWorkflow)];
        return errors;
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
