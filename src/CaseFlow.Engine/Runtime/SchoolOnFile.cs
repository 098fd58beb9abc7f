using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What decisions need to know of the school: its calendar, classes and staff, and how much each counselor carries.</summary>
public sealed class SchoolOnFile
{
    private readonly SchoolSetUp setUp;
    private readonly Dictionary<StaffId, int> load;

    private SchoolOnFile(School school, SchoolSetUp setUp, Dictionary<StaffId, int> load)
    {
        School = school;
        this.setUp = setUp;
        this.load = load;
    }

    public School School { get; }

    public SchoolTime Time => setUp.Time;

    public IReadOnlyCollection<ClassRoom> Classes => setUp.Classes.Values;

    /// <summary>The school with the loads of its counselors.</summary>
    public static async Task<SchoolOnFile> LoadAsync(CaseFlowDb db, TimeZoneInfo zone, CancellationToken cancel = default)
    {
        var school = await db.Schools.AsNoTracking().SingleAsync(cancel);
        var load = await db.Cases.Where(c => c.IsOpen).GroupBy(c => c.OwnerId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return new SchoolOnFile(school, await SchoolSetUp.ReadAsync(db, school, zone, cancel), load);
    }

    /// <summary>The school for decisions that open no case: every counselor counts as free, and what seldom changes may come from memory.</summary>
    public static async Task<SchoolOnFile> WithoutLoadsAsync(CareRuntime runtime, CaseFlowDb db, CancellationToken cancel = default) =>
        await WithoutLoadsAsync(runtime, db, await db.Schools.AsNoTracking().SingleAsync(cancel), cancel);

    /// <param name="school">Its row, read just now.</param>
    internal static async Task<SchoolOnFile> WithoutLoadsAsync(CareRuntime runtime, CaseFlowDb db, School school, CancellationToken cancel) =>
        new(school, await runtime.Schools.OfAsync(db, school, runtime.Zone, cancel), []);

    /// <summary>Everybody of the school by id, those as well who have handed over.</summary>
    public IReadOnlyDictionary<StaffId, StaffMember> Staff => setUp.Staff;

    /// <summary>The names of all systems that call or called with a token.</summary>
    public IReadOnlyDictionary<StaffId, string> Systems => setUp.Systems;

    public ClassRoom? ClassOf(Child child) => setUp.Classes.GetValueOrDefault(child.ClassId);

    /// <summary>Those at work, by staff number; who has handed over is not among them.</summary>
    public IReadOnlyList<StaffMember> AtWork => setUp.AtWork;

    /// <summary>Who there is for a child at <paramref name="now"/>.</summary>
    public Staffing StaffingFor(Child child, DateTimeOffset now) => new(
        setUp.Counselors.Count == 0 ? null : setUp.Counselors.MinBy(s => load.GetValueOrDefault(s)),
        setUp.HeadTeacher,
        setUp.Administrator,
        setUp.InPlaceOf(ClassOf(child)?.ClassTeacherId),
        setUp.InPlaceOf(child.HelperId),
        DelegateAt(now));

    /// <summary>Keeps the loads true while many decisions are made in one go.</summary>
    public void Count(ChildState before, ChildState after)
    {
        if (before.OpenCase?.Owner is { } was)
            load[was] = load.GetValueOrDefault(was) - 1;
        if (after.OpenCase?.Owner is { } now)
            load[now] = load.GetValueOrDefault(now) + 1;
    }

    /// <summary>Who decides on the head teacher's behalf at <paramref name="now"/>.</summary>
    public StaffId? DelegateAt(DateTimeOffset now) => setUp.HeadTeacher is { } head
        ? setUp.Delegations.FirstOrDefault(d => d.HeadTeacherId == head && d.Holds(now) && AtWork.Any(s => s.Id == d.DelegateId))?.DelegateId
        : null;
}
