using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A member of staff, named.</summary>
public sealed record Person(Guid Id, string Name);

/// <summary>Opens the file of a child, and writes down who read it.</summary>
internal sealed class FilesOfChildren(CareRuntime runtime)
{
    /// <param name="what">What is read of it, for the record of readings.</param>
    /// <returns>The file; null where there is none that the caller may see.</returns>
    public async Task<OpenFile?> OpenAsync(Caller caller, Guid child, string what, CancellationToken cancel)
    {
        using var db = runtime.Open();
        var id = new ChildId(child);
        if (!await CareAccess.MaySeeAsync(db, caller.Who, id, cancel) || await runtime.Children.LoadAsync(db, id, cancel) is not { } loaded)
            return null;
        var school = await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel);
        db.ReadingsOfFiles.Add(new ReadingOfFile
        {
            SchoolId = db.SchoolId,
            Id = runtime.NewId(),
            StaffId = caller.Who.Staff,
            ChildId = id,
            At = runtime.Now,
            What = what,
        });
        await db.SaveChangesAsync(cancel);
        var now = runtime.Now;
        var circumstances = new Circumstances(
            now, school.Time, await runtime.PolicyForAsync(loaded.State, cancel), school.StaffingFor(loaded.Child, now), caller.Who.Actor, school.School.RecordedNo);
        return new OpenFile(caller, loaded, school.ClassOf(loaded.Child)?.Name, circumstances, await People.LoadAsync(db, cancel));
    }
}

/// <summary>The names of the staff, and of the systems that call with a token.</summary>
internal sealed class People(Dictionary<StaffId, string> names)
{
    public static async Task<People> LoadAsync(CaseFlowDb db, CancellationToken cancel)
    {
        var names = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        foreach (var token in await db.ApiTokens.AsNoTracking().Select(t => new { t.Id, t.Name }).ToListAsync(cancel))
            names[token.Id] = token.Name;
        return new People(names);
    }

    public Person Of(StaffId staff) => new(staff.Value, names.GetValueOrDefault(staff, ""));

    /// <summary>Null for the system.</summary>
    public Person? Of(Actor? actor) => actor?.Staff is { } staff ? Of(staff) : null;
}

/// <summary>The file of a child in the hands of somebody: what may be read of it and done with it.</summary>
internal sealed record OpenFile(Caller Caller, LoadedChild Loaded, string? Class, Circumstances Circumstances, People People)
{
    public Child Child => Loaded.Child;

    public ChildState State => Loaded.State;

    public bool ReadsConfidential => CareAccess.MayReadConfidential(Caller.Who, State);

    /// <summary>Findings, reasons and answers around a case are for whoever may assess it, and for whoever wrote them.</summary>
    public bool ReadsWorkOf(Actor author) => author == Caller.Who.Actor || CareAccess.May(Caller.Who, new AssessCase(default, ""), State);

    /// <summary>A report of harm can be about somebody near: it is for those who answer for every child, and for whoever reported.</summary>
    public bool ReadsHarmReportOf(Actor author) => author == Caller.Who.Actor || CareAccess.SeesEveryChild(Caller.Who);

    /// <summary>What a command would do now; nothing is recorded.</summary>
    public Decision Try(ChildCommand command) => ChildDecisions.Decide(State, command, Circumstances);

    /// <summary>Whether the caller may give the command and it would not be refused as things stand.</summary>
    public bool CouldGive(ChildCommand command) =>
        CareAccess.May(Caller.Who, command, State) && !ChildDecisions.Decide(State, command, Circumstances).IsRefused;
}
