using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Import;

/// <summary>A student whom rows may name.</summary>
/// <param name="NamedBy">The file of this run that brings the student; null for one on file.</param>
internal sealed record KnownStudent(ChildId Id, string No, string? NamedBy, DateOnly? EnrolledOn = null, DateOnly? LeftOn = null);

/// <summary>What a pupil is called and where, for sheets that give no numbers.</summary>
internal sealed record NamedStudent(string Name, ClassId? Class);

/// <summary>A member of staff whom rows may name.</summary>
internal sealed record KnownStaff(StaffId Id, string No, string Name, string? NamedBy);

/// <summary>A class that rows may name, and who is said to be its teacher.</summary>
internal sealed class KnownClass(ClassId id, string name, string? namedBy)
{
    public ClassId Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>The file of this run that brings the class; null for one on file, or one made because a row names it.</summary>
    public string? NamedBy { get; } = namedBy;

    /// <summary>Whether the database has it by now.</summary>
    public bool IsStored { get; set; }

    public StaffId? TeacherOnFile { get; init; }

    /// <summary>The teacher by classes.csv of this run.</summary>
    public KnownStaff? TeacherByClasses { get; set; }

    /// <summary>The teacher by staff.csv of this run, where classes.csv says nothing.</summary>
    public KnownStaff? TeacherByStaff { get; set; }
}

/// <summary>Who and what the rows of a run may name: what is on file, and what the files of the run bring.</summary>
internal sealed class SchoolRoll
{
    private Dictionary<ClassId, string>? classNames;
    private Dictionary<StaffId, string>? staffNos;
    private Dictionary<ChildId, string>? studentNos;
    private SchoolCalendar? calendar;

    public Dictionary<string, KnownStudent> Students { get; } = [];

    /// <summary>The names of students by number.</summary>
    public Dictionary<string, NamedStudent> Named { get; } = [];

    public Dictionary<string, KnownStaff> Staff { get; } = [];

    public Dictionary<string, KnownClass> Classes { get; } = [];

    /// <summary>The days of the calendar by date; rows of calendar.csv replace those on file.</summary>
    public Dictionary<DateOnly, CalendarDay> Days { get; } = [];

    /// <summary>The calendar, once calendar.csv was read.</summary>
    public SchoolCalendar Calendar => calendar ??= new SchoolCalendar(Days.Values);

    /// <summary>Files of this run that could not be read to the end: what they name is not all known.</summary>
    public HashSet<string> Incomplete { get; } = [];

    /// <summary>The files that are there in this run.</summary>
    public required IReadOnlySet<string> Given { get; init; }

    public required Lengths Lengths { get; init; }

    public required NewId NewId { get; init; }

    public static async Task<SchoolRoll> OnFile(CaseFlowDb db, NewId newId, IReadOnlySet<string> given, CancellationToken stop)
    {
        var roll = new SchoolRoll { Given = given, Lengths = new Lengths(db.Model), NewId = newId };
        await foreach (var c in db.Classes.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            roll.Classes.TryAdd(Folded.Key(c.Name), new(c.Id, c.Name, null) { IsStored = true, TeacherOnFile = c.ClassTeacherId });
        await foreach (var s in db.Staff.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            roll.Staff.TryAdd(Folded.Key(s.StaffNo), new(s.Id, s.StaffNo, s.Name, null));
        await foreach (var d in db.CalendarDates.AsNoTracking().AsAsyncEnumerable().WithCancellation(stop))
            roll.Days.Add(d.Date, new(d.Date, d.Kind, d.Term));
        var children = db.Children.AsNoTracking().OrderBy(c => c.Id).Select(c => new { c.Id, c.StudentNo, c.EnrolledOn, c.LeftOn, c.Name, c.ClassId });
        await foreach (var c in children.AsAsyncEnumerable().WithCancellation(stop))
        {
            if (roll.Students.TryAdd(Folded.Key(c.StudentNo), new(c.Id, c.StudentNo, null, c.EnrolledOn, c.LeftOn)))
                roll.Named.Add(Folded.Key(c.StudentNo), new(c.Name, c.ClassId));
        }

        return roll;
    }

    /// <summary>Those whom a cell may mean: by number, else by name.</summary>
    public IReadOnlyList<KnownStaff> StaffOf(string cell)
    {
        var key = Folded.Key(cell);
        return Staff.TryGetValue(key, out var byNumber) ? [byNumber] : [.. Staff.Values.Where(s => Folded.Key(s.Name) == key)];
    }

    /// <summary>The words for ids, once all files were read.</summary>
    public string? ClassName(ClassId id) => (classNames ??= Classes.Values.ToDictionary(c => c.Id, c => c.Name)).GetValueOrDefault(id);

    public string? StaffNo(StaffId? id) =>
        id is { } staff ? (staffNos ??= Staff.Values.ToDictionary(s => s.Id, s => s.No)).GetValueOrDefault(staff) : null;

    public string? StudentNo(ChildId? id) =>
        id is { } child ? (studentNos ??= Students.Values.ToDictionary(s => s.Id, s => s.No)).GetValueOrDefault(child) : null;
}
