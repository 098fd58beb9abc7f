using System.ComponentModel;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Pages.Today;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A task in a list.</summary>
/// <param name="Case">Null for a task outside a case.</param>
public sealed record TaskLine(
    Guid Child, string StudentNo, string ChildName, int No, int? Case, string Step, string Kind, string State, string Title, Person Assignee,
    DateOnly DueOn, DateTimeOffset DueAt, bool Late, DateOnly? DoneOn);

/// <summary>An escalation in a list.</summary>
public sealed record EscalationLine(
    Guid Child, string StudentNo, string ChildName, int No, int Case, string Status, bool Emergency, IReadOnlyList<string> Rules,
    DateTimeOffset RequestedAt, DateOnly DueOn, DateTimeOffset DueAt, DateTimeOffset? DecidedAt, int Reminders);

/// <summary>A task of the caller's day.</summary>
/// <param name="Minutes">How long it takes, roughly, ways included.</param>
/// <param name="Fits">Whether it fits into the hours; what does not stands below the line.</param>
/// <param name="Because">Why the child is in care.</param>
public sealed record DayLine(
    Guid Child, string StudentNo, string ChildName, int No, int? Case, string Title, int Level, DateOnly DueOn, bool Late, int Minutes, bool Fits,
    IReadOnlyList<string> Because);

/// <summary>What waits: tasks and escalations.</summary>
internal static class WorkReads
{
    private const int MostOfDay = 200;

    private static readonly Engine.Words WrongHours = new($"须为 0 到 {FittedDay.MostHours} 的整数", $"a whole number from 0 to {FittedDay.MostHours}");
    private static readonly Engine.Words UnknownCode = new("没有这种状态", "there is no such state");

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/tasks", TasksAsync).Reads<Page<TaskLine>>(
            "listTasks", "Tasks about children that you may see, nearest first; open ones without a wish", 400).WithTags("tasks");
        api.MapGet("/me/day", DayAsync).Reads<IReadOnlyList<DayLine>>(
            "myDay", "Your tasks that are late or due today, most urgent first, fitted to the hours that you have", 400).WithTags("tasks");
        api.MapGet("/escalations", EscalationsAsync).Reads<Page<EscalationLine>>(
            "listEscalations", "Escalations about children that you may see, nearest first", 400).WithTags("escalations");
    }

    private static async Task<IResult> DayAsync(
        HttpContext http, CareRuntime runtime, [Description("0 to 12; 4 without a wish")] int? hours, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (hours is < 0 or > FittedDay.MostHours)
            return caller.Refuse(ApiRefusals.QueryInvalid, new Dictionary<string, string[]> { ["hours"] = [caller.Say(WrongHours)] });
        using var db = runtime.Open();
        var lists = await CaseLists.OpenAsync(db, runtime, caller.Who);
        var day = FittedDay.Of(await lists.DueAsync(caller.Who.Staff, lists.Today, MostOfDay), hours ?? FittedDay.UsualHours);
        return ApiJson.Answer(day.Fits.Select(t => (Task: t, Fits: true)).Concat(day.Beyond.Select(t => (Task: t, Fits: false)))
            .Select(t => new DayLine(
                t.Task.Child.Id.Value, t.Task.Child.StudentNo, t.Task.Child.Name, t.Task.Task.No.Value, t.Task.Task.CaseNo == 0 ? null : t.Task.Task.CaseNo,
                caller.Say(t.Task.Title), t.Task.Level, t.Task.Task.DueOn, t.Task.Late, FittedDay.MinutesFor(t.Task.Task.Kind), t.Fits,
                [.. t.Task.Because.Select(caller.Say)])).ToList());
    }

    private static async Task<IResult> TasksAsync(
        HttpContext http, CareRuntime runtime, bool? mine,
        [Description("scheduled, open, done or withdrawn")] string? state, int? page, int? size, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!IsCode<TaskState>(state, out var wanted))
            return Wrong(caller, nameof(state));
        if (Paging.Read(caller, page, size, out var wrong) is not { } paging)
            return wrong;
        using var db = runtime.Open();
        var staff = caller.Who.Staff;
        var only = wanted ?? TaskState.Open;
        var people = await People.LoadAsync(db, cancel);
        var rows = db.Children.AsNoTracking().VisibleTo(db, caller.Who)
            .Join(db.Tasks.AsNoTracking(), c => c.Id, t => t.ChildId, (c, t) => new { Child = c, Task = t })
            .Where(r => r.Task.State == only && (mine != true || r.Task.AssigneeId == staff))
            .OrderBy(r => r.Task.DueAt).ThenBy(r => r.Child.StudentNo).ThenBy(r => r.Task.No);
        return ApiJson.Answer(await paging.OfAsync(rows, r => LineOf(caller, people, r.Child, r.Task), cancel));
    }

    private static TaskLine LineOf(Caller caller, People people, Engine.Children.Child child, TaskRow task) => new(
        child.Id.Value, child.StudentNo, child.Name, task.No.Value, task.CaseNo == 0 ? null : task.CaseNo, task.Step, ApiJson.Code(task.Kind),
        ApiJson.Code(task.State), caller.Say(new Engine.Words(task.TitleZh, task.TitleEn)), people.Of(task.AssigneeId), task.DueOn, task.DueAt,
        task.BecameLate is not null, task.DoneOn);

    private static async Task<IResult> EscalationsAsync(
        HttpContext http, CareRuntime runtime,
        [Description("pending, returned, approved or rejected")] string? status, int? page, int? size, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        if (!IsCode<EscalationStatus>(status, out var wanted))
            return Wrong(caller, nameof(status));
        if (Paging.Read(caller, page, size, out var wrong) is not { } paging)
            return wrong;
        using var db = runtime.Open();
        var rows = db.Children.AsNoTracking().VisibleTo(db, caller.Who)
            .Join(db.Escalations.AsNoTracking(), c => c.Id, e => e.ChildId, (c, e) => new { Child = c, Escalation = e })
            .Where(r => wanted == null || r.Escalation.Status == wanted)
            .OrderByDescending(r => r.Escalation.Emergency).ThenBy(r => r.Escalation.DueAt)
            .ThenBy(r => r.Child.StudentNo).ThenBy(r => r.Escalation.No);
        return ApiJson.Answer(await paging.OfAsync(rows, r => LineOf(r.Child, r.Escalation), cancel));
    }

    private static EscalationLine LineOf(Engine.Children.Child child, EscalationRow e) => new(
        child.Id.Value, child.StudentNo, child.Name, e.No.Value, e.CaseNo.Value, ApiJson.Code(e.Status), e.Emergency, e.Rules.Split(' '),
        e.RequestedAt, e.DueOn, e.DueAt, e.DecidedAt, e.Reminders);

    private static bool IsCode<T>(string? code, out T? value)
        where T : struct, Enum
    {
        value = code is null ? null : Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => ApiJson.Code(v!.Value) == code);
        return code is null || value is not null;
    }

    private static IResult Wrong(Caller caller, string member) =>
        caller.Refuse(ApiRefusals.QueryInvalid, new Dictionary<string, string[]> { [member] = [caller.Say(UnknownCode)] });
}
