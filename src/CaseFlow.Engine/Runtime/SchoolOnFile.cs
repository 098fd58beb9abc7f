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

    private SchoolOnFile(School school, SchoolTime time, List<ClassRoom> classes, List<StaffMember> staff, Dictionary<StaffId, int> load)
    {
        School = school;
        Time = time;
        this.classes = classes.ToDictionary(c => c.Id);
        var inOrder = staff.OrderBy(s => s.StaffNo, StringComparer.Ordinal).ToList();
        counselors = [.. inOrder.Where(s => s.Has(Roles.Counselor)).Select(s => s.Id)];
        headTeacher = inOrder.Find(s => s.Has(Roles.HeadTeacher))?.Id;
        administrator = inOrder.Find(s => s.Has(Roles.Administrator))?.Id;
        this.load = load;
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
        return new SchoolOnFile(school, new SchoolTime(new SchoolCalendar(days), zone), classes, staff, load);
    }

    public ClassRoom? ClassOf(Child child) => classes.GetValueOrDefault(child.ClassId);

    /// <summary>Who there is for a child now.</summary>
    public Staffing StaffingFor(Child child) => new(
        counselors.Count == 0 ? null : counselors.MinBy(s => load.GetValueOrDefault(s)),
        headTeacher,
        administrator,
        ClassOf(child)?.ClassTeacherId,
        child.HelperId);

    /// <summary>Keeps the loads true while many decisions are made in one go.</summary>
    public void Count(ChildState before, ChildState after)
    {
        if (before.OpenCase?.Owner is { } was)
            load[was] = load.GetValueOrDefault(was) - 1;
        if (after.OpenCase?.Owner is { } now)
            load[now] = load.GetValueOrDefault(now) + 1;
    }
}
