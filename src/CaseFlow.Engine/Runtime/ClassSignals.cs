using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>A child of a class and its facts.</summary>
public readonly record struct ChildWithFacts(Child Child, ChildFacts Facts);

/// <summary>Reads what a screening needs, some classes at a time, so that memory is bounded by these whatever the size of the school.</summary>
/// <remarks>
/// Rows are reached through the children, who are of the school: so are their rows. They are not filtered by the school once
/// more, since a database without statistics might then take an index of the whole school for the narrower one.
/// </remarks>
public sealed class ClassSignals(CaseFlowDb db, SchoolOnFile school, DateOnly day)
{
    private readonly Dictionary<string, ExamDate> exams = [];
    private readonly StoredColumns columns = StoredColumns.Of(db);
    private ScreeningDay? open;
    private ScreeningDay? closed;
    private bool? schoolRecordsContacts;

    private DateOnly YearStart => school.Time.Calendar.TermOn(day)?.YearStart ?? day.AddDays(1);

    /// <summary>The facts of the children of a class, in the order of their student numbers; those who have left are not there.</summary>
    public async Task<IReadOnlyList<ChildWithFacts>> OfClassAsync(ClassRoom room, bool registerClosed, CancellationToken cancel) =>
        (await OfClassesAsync([room], _ => registerClosed, cancel))[room.Id];

    /// <summary>As <see cref="OfClassAsync"/>, of several classes in one reading.</summary>
    public async Task<IReadOnlyDictionary<ClassId, IReadOnlyList<ChildWithFacts>>> OfClassesAsync(
        IReadOnlyList<ClassRoom> rooms, Func<ClassRoom, bool> registerClosed, CancellationToken cancel)
    {
        var signals = new SignalsOfChildren(db, columns, rooms, day);
        await signals.ReadAsync(YearStart, cancel);
        await DateAsync(signals.Exams, cancel);
        var records = schoolRecordsContacts ??= await db.Contacts.AnyAsync(c => c.Between == ContactBetween.ParentChild && c.Date <= day, cancel);
        return rooms.ToDictionary(r => r.Id, r => FactsOf(signals.Of(r), registerClosed(r), records));
    }

    /// <summary>The places of a child of the class in the exams of the school year up to the day, oldest first.</summary>
    public async Task<IReadOnlyList<ExamPlace>> PlacesOfAsync(ClassRoom room, ChildId child, CancellationToken cancel)
    {
        var signals = new SignalsOfChildren(db, columns, [room], day);
        await signals.ReadResultsOnlyAsync(YearStart, cancel);
        await DateAsync(signals.Exams, cancel);
        var children = signals.Of(room);
        var own = children.SingleOrDefault(c => c.Child.Id == child);
        return own is null ? [] : ExamsOf(children).PlacesOf(own);
    }

    /// <summary>Whether the register of the class is closed for the day of screening.</summary>
    public async Task<bool> IsRegisterClosedAsync(ClassRoom room, DateTimeOffset now, CancellationToken cancel) =>
        (await ClosedRegistersAsync([room], now, cancel)).Contains(room.Id);

    /// <summary>Those of the classes whose register is closed for the day of screening.</summary>
    public async Task<IReadOnlySet<ClassId>> ClosedRegistersAsync(IReadOnlyList<ClassRoom> rooms, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = rooms.Select(r => r.Id).ToList();
        return school.Time.DayOf(now) > day
            ? ids.ToHashSet()
            : await db.ClosedRegisters.Where(r => ids.Contains(r.ClassId) && r.Date == day && r.ClosedAt <= now).Select(r => r.ClassId).ToHashSetAsync(cancel);
    }

    private IReadOnlyList<ChildWithFacts> FactsOf(IReadOnlyCollection<ChildOnRecord> children, bool registerClosed, bool records)
    {
        var classExams = ExamsOf(children);
        var screening = registerClosed
            ? closed ??= new ScreeningDay(school.Time.Calendar, day, true)
            : open ??= new ScreeningDay(school.Time.Calendar, day, false);
        return [.. children.Where(c => !c.Child.HasLeftBy(day)).OrderBy(c => c.Child.StudentNo, StringComparer.Ordinal)
            .Select(c => new ChildWithFacts(c.Child, FactsOfChild.Make(c, screening, classExams, records)))];
    }

    private ClassExams ExamsOf(IReadOnlyCollection<ChildOnRecord> children) =>
        new(children.SelectMany(c => c.Results).Select(r => r.Exam).Distinct().Select(e => exams[e]), children);

    /// <summary>The date of an exam is that of its latest row in the whole school, which other classes may have.</summary>
    private async Task DateAsync(IEnumerable<string> sat, CancellationToken cancel)
    {
        // 'Current' is compared with a value: SQLite finds nothing by an index whose column merely stands there as a condition.
        var (from, current) = (YearStart, true);
        foreach (var exam in sat.Where(e => !exams.ContainsKey(e)).ToList())
        {
            var latest = await db.ExamResults.Where(r => r.Exam == exam && r.IsCurrent == current && r.Date >= from && r.Date <= day).MaxAsync(r => (DateOnly?)r.Date, cancel);
            exams.Add(exam, new ExamDate(exam, latest ?? day));
        }
    }
}
