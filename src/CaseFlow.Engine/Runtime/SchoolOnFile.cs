using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What decisions need to know of the school: its calendar, classes and staff, and how much each counselor carries.</summary>
public sealed class SchoolOnFile
{
    private readonly Dictionary<ClassId, ClassRoom> classes;
    private readonly List<StaffId> counselors;
    private readonly StaffId? headTeacher;
    private readonly StaffId? administrator;
    private readonly Dictionary<StaffId, int> load;
    private readonly List<Delegation> delegations;
    private readonly Dictionary<StaffId, StaffId> successors;

    private SchoolOnFile(School school, SchoolTime time, List<ClassRoom> classes, List<StaffMember> staff, Dictionary<StaffId, int> load, List<Delegation> delegations)
    {
        School = school;
        Time = time;
        this.classes = classes.ToDictionary(c => c.Id);
        var inOrder = staff.Where(s => s.HandedOverTo is null).OrderBy(s => s.StaffNo, StringComparer.Ordinal).ToList();
        counselors = [.. inOrder.Where(s => s.Has(Roles.Counselor)).Select(s => s.Id)];
        headTeacher = inOrder.Find(s => s.Has(Roles.HeadTeacher))?.Id;
        administrator = inOrder.Find(s => s.Has(Roles.Administrator))?.Id;
        AtWork = inOrder;
        this.load = load;
        this.delegations = delegations;
        successors = staff.Where(s => s.HandedOverTo is not null).ToDictionary(s => s.Id, s => s.HandedOverTo!.Value);
    }

    public School School { get; }

    public SchoolTime Time { get; }

    public IReadOnlyCollection<ClassRoom> Classes => classes.Values;

    public static async Task<SchoolOnFile> LoadAsync(CaseFlowDb db, TimeZoneInfo zone, CancellationToken cancel = default)
    {
        var school = await db.Schools.AsNoTracking().SingleAsync(cancel);
        var days = await db.CalendarDates.AsNoTracking().Select(d => new CalendarDay(d.Date, d.Kind, d.Term)).ToListAsync(cancel);
        var classes = await db.Classes.AsNoTracking().ToListAsync(cancel);
        var staff = await db.Staff.AsNoTracking().ToListAsync(cancel);
        var load = await db.Cases.Where(c => c.IsOpen).GroupBy(c => c.OwnerId).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var delegations = await db.Delegations.AsNoTracking().ToListAsync(cancel);
        return new SchoolOnFile(school, new SchoolTime(new SchoolCalendar(days), zone), classes, staff, load, delegations);
    }

    public ClassRoom? ClassOf(Child child) => classes.GetValueOrDefault(child.ClassId);

    /// <summary>Those at work, by staff number; who has handed over is not among them.</summary>
    public IReadOnlyList<StaffMember> AtWork { get; }

    /// <summary>Who there is for a child at <paramref name="now"/>.</summary>
    public Staffing StaffingFor(Child child, DateTimeOffset now) => new(
        counselors.Count == 0 ? null : counselors.MinBy(s => load.GetValueOrDefault(s)),
        headTeacher,
        administrator,
        InPlaceOf(ClassOf(child)?.ClassTeacherId),
        InPlaceOf(child.HelperId),
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
    public StaffId? DelegateAt(DateTimeOffset now) => headTeacher is { } head
        ? delegations.Find(d => d.HeadTeacherId == head && d.Holds(now) && AtWork.Any(s => s.Id == d.DelegateId))?.DelegateId
        : null;

    /// <summary>The person, or whoever has taken over from this person.</summary>
    private StaffId? InPlaceOf(StaffId? person)
    {
        for (var steps = successors.Count; person is { } known && steps >= 0 && successors.TryGetValue(known, out var next); steps--)
            person = next;
        return person;
    }
}
