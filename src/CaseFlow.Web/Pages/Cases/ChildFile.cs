using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Cases;

/// <summary>A child's stream with all that a page about it needs.</summary>
/// <param name="Journal">Oldest first.</param>
public sealed record ChildFile(
    Child Child, ChildState State, SchoolOnFile School, StaffNames Names, CarePolicy Policy, IReadOnlyList<Happened> Journal, SignedIn Who, DateTimeOffset Now)
{
    /// <summary>The workflow that a case runs on.</summary>
    public WorkflowDefinition WorkflowOf(CaseNo no) => Policy.WorkflowOf(State.Cases[no]);

    /// <summary>What a command of this person would do now, and why not where it is refused. Nothing is recorded.</summary>
    public Decision Try(ChildCommand command) => ChildDecisions.Decide(State, command, Circumstances);

    private Circumstances Circumstances => new(Now, School.Time, Policy, School.StaffingFor(Child, Now), Who.Actor, School.School.RecordedNo);

    public DateOnly Today => School.Time.DayOf(Now);

    public string ClassName => School.ClassOf(Child)?.Name ?? "";

    public bool MayReadConfidential => CareAccess.MayReadConfidential(Who, State);

    /// <summary>The level of the open case; 1 where flags only are active, 0 where nothing is.</summary>
    public int Level => State.OpenCase?.Level ?? (State.ActiveFlags.Any() ? 1 : 0);

    public bool May(ChildCommand command) => CareAccess.May(Who, command, State);

    /// <summary>Whether the inside of the case (assessment, plan, questions to the head teacher) is for this person.</summary>
    /// <remarks>Source: domain, 'Privacy': class teachers and helpers see the child and their own tasks.</remarks>
    public bool LeadsTheCase => May(new AssessCase(default, ""));

    /// <summary>To whom something about this child can be given.</summary>
    public IEnumerable<(string Value, string Words)> Choices => Names.ChoicesNear(new[]
    {
        Child.HelperId, School.ClassOf(Child)?.ClassTeacherId, State.OpenCase?.Owner, Who.Staff,
    }.Concat(State.Tasks.Values.Select(t => (StaffId?)t.Assignee)).OfType<StaffId>().ToHashSet());

    public string When(DateTimeOffset at) => Say.When(at, School.Time.Zone);

    public bool IsLate(CareTask task) => task.IsPending && task.Due.IsLate(Now);

    public string TaskAddress(CareTask task) => string.Create(CultureInfo.InvariantCulture, $"/tasks/{Child.Id.Value}/{task.No.Value}");

    public string CaseAddress(CaseNo no) => string.Create(CultureInfo.InvariantCulture, $"/cases/{Child.Id.Value}/{no.Value}");

    public string EscalationAddress(Escalation escalation) =>
        string.Create(CultureInfo.InvariantCulture, $"/escalations/{Child.Id.Value}/{escalation.No.Value}");

    public bool IsClosable(CareCase care) => Positions.IsClosable(care, Policy.WorkflowOf(care).Closure, Today);

    /// <summary>The file of a child; null where there is none or it is not for this person.</summary>
    public static async Task<ChildFile?> LoadAsync(CaseFlowDb db, CareRuntime runtime, SignedIn who, ChildId id)
    {
        if (!await CareAccess.MaySeeAsync(db, who, id) || await runtime.Children.LoadAsync(db, id) is not { } loaded)
            return null;
        var rows = await db.Journal.AsNoTracking().Where(j => j.ChildId == id).OrderBy(j => j.Version).ToListAsync();
        var school = await SchoolOnFile.WithoutLoadsAsync(runtime, db);
        return new ChildFile(
            loaded.Child, loaded.State, school, StaffNames.Of(school), await runtime.PolicyForAsync(loaded.State),
            [.. rows.Select(JournalRows.Read)], who, runtime.Now);
    }

    /// <summary>The files of several children for a list that does not tell their histories: each comes without its journal.</summary>
    /// <returns>Those that there are and that are for this person.</returns>
    public static async Task<Dictionary<ChildId, ChildFile>> LoadSomeAsync(CaseFlowDb db, CareRuntime runtime, SignedIn who, IReadOnlyCollection<ChildId> ids)
    {
        var visible = await db.Children.VisibleTo(db, who).Where(c => ids.Contains(c.Id)).Select(c => c.Id).ToListAsync();
        var school = await SchoolOnFile.WithoutLoadsAsync(runtime, db);
        var names = StaffNames.Of(school);
        var files = new Dictionary<ChildId, ChildFile>();
        foreach (var id in visible)
        {
            if (await runtime.Children.LoadAsync(db, id) is { } loaded)
                files[id] = new ChildFile(loaded.Child, loaded.State, school, names, await runtime.PolicyForAsync(loaded.State), [], who, runtime.Now);
        }

        return files;
    }
}
