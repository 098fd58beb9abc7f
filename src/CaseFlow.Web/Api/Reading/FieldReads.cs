using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;
using CaseFlow.Web.Pages.Tasks;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Reading;

/// <summary>Somebody to reach.</summary>
/// <param name="Role">Guardian, father, mother or address, in the language asked for.</param>
public sealed record FieldPerson(string Role, string Name, string? Phone);

/// <summary>A task that somebody takes along, with the contact card of its child.</summary>
/// <param name="Meeting">Whether it asks whether somebody was met.</param>
/// <param name="Headings">Whether it has the five headings of the record card.</param>
public sealed record FieldTask(
    Guid Child, int No, string Kind, string Title, string Name, string ClassName, DateOnly DueOn, string DueWords, bool Meeting, bool Headings,
    IReadOnlyList<FieldPerson> People);

/// <summary>What a phone takes along.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Today">The day at the school.</param>
/// <param name="KeepDays">After how many days without contact a phone forgets it.</param>
public sealed record FieldPacket(Guid Person, DateOnly Today, int KeepDays, IReadOnlyList<FieldTask> Tasks);

/// <summary>The tasks of the week and their contact cards, for a phone that will have no signal.</summary>
internal static class FieldReads
{
    /// <summary>Tasks that are late, or due within that many days.</summary>
    private const int Days = 7;

    /// <summary>More than anybody does in a week; what a lost phone holds has a bound.</summary>
    private const int Most = 60;

    /// <summary>What a phone says of it in the log of who read what.</summary>
    private const string Reading = "phone";

    private static readonly TaskKind[] WithOwnForm =
        [TaskKind.Triage, TaskKind.Assessment, TaskKind.Plan, TaskKind.Review, TaskKind.Intervention, TaskKind.Continuation];

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/me/field", PacketAsync).Reads<FieldPacket>(
            "fieldPacket", "Your tasks of the week with their contact cards, for a phone that will have no signal").WithTags("tasks");

    private static async Task<IResult> PacketAsync(HttpContext http, CareRuntime runtime, CancellationToken cancel)
    {
        var caller = Caller.Of(http);
        using var db = runtime.Open();
        var today = (await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel)).Time.DayOf(runtime.Now);
        var (me, until) = (caller.Who.Staff, today.AddDays(Days));
        var tasks = await db.Tasks.AsNoTracking()
            .Where(t => t.AssigneeId == me && t.State == TaskState.Open && t.DueOn <= until && !WithOwnForm.Contains(t.Kind))
            .Join(db.Children.AsNoTracking().VisibleTo(db, caller.Who), t => t.ChildId, c => c.Id, (task, child) => new { task, child })
            .OrderBy(t => t.task.DueOn).ThenBy(t => t.child.StudentNo).ThenBy(t => t.task.No).Take(Most).ToListAsync(cancel);
        var classes = await db.Classes.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, cancel);
        await LogAsync(db, runtime, me, [.. tasks.Select(t => t.child.Id).Distinct()], cancel);
        return ApiJson.Answer(new FieldPacket(
            me.Value, today, Days, [.. tasks.Select(t => TaskOf(caller, t.task, t.child, classes.GetValueOrDefault(t.child.ClassId, "")))]));
    }

    /// <summary>Every card that goes to a phone was read; once in twelve hours a child, or the log would be of nothing else.</summary>
    private static async Task LogAsync(CaseFlowDb db, CareRuntime runtime, StaffId me, List<ChildId> children, CancellationToken cancel)
    {
        var since = runtime.Now.AddHours(-12);
        var logged = await db.ReadingsOfFiles.AsNoTracking()
            .Where(r => r.StaffId == me && r.What == Reading && children.Contains(r.ChildId) && r.At > since).Select(r => r.ChildId).ToListAsync(cancel);
        db.ReadingsOfFiles.AddRange(children.Except(logged).Select(child => new ReadingOfFile
        {
            Id = runtime.NewId(),
            SchoolId = db.SchoolId,
            StaffId = me,
            ChildId = child,
            At = runtime.Now,
            What = Reading,
        }));
        await db.SaveChangesAsync(cancel);
    }

    private static FieldTask TaskOf(Caller caller, TaskRow task, Child child, string className) => new(
        child.Id.Value, task.No.Value, ApiJson.Code(task.Kind), caller.Say(new Words(task.TitleZh, task.TitleEn)), child.Name, className, task.DueOn,
        caller.Say(TaskWords.DueOn).Replace("{0}", Say.Iso(task.DueOn), StringComparison.Ordinal), TaskForms.IsMeeting(task.Kind),
        TaskForms.HasHeadings(task.Kind), [.. PeopleOf(caller, child)]);

    private static IEnumerable<FieldPerson> PeopleOf(Caller caller, Child child)
    {
        if (child.GuardianName is { Length: > 0 } guardian)
            yield return new(caller.Say(ChildWords.Guardian), $"{guardian} {child.GuardianRelation}".Trim(), child.GuardianPhone);
        if (child.FatherName is { Length: > 0 } father)
            yield return new(caller.Say(ChildWords.Father), $"{father} {child.FatherWorkplace}".Trim(), child.FatherPhone);
        if (child.MotherName is { Length: > 0 } mother)
            yield return new(caller.Say(ChildWords.Mother), $"{mother} {child.MotherWorkplace}".Trim(), child.MotherPhone);
        if (child.Address is { Length: > 0 } address)
            yield return new(caller.Say(ChildWords.Address), address, null);
    }
}
