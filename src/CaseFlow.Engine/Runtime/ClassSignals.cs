using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Reads what a screening needs, class by class, so that memory is bounded by a class whatever the size of the school.</summary>
public sealed class ClassSignals(CaseFlowDb db, SchoolOnFile school, DateOnly day)
{
    private List<ExamDate>? exams;
    private bool? schoolRecordsContacts;

    private DateOnly YearStart => school.Time.Calendar.TermOn(day)?.YearStart ?? day.AddDays(1);

    /// <summary>The facts of the children of a class, in the order of their student numbers; those who have left are not there.</summary>
    public async Task<IReadOnlyList<(Child Child, ChildFacts Facts)>> OfClassAsync(ClassRoom room, bool registerClosed, CancellationToken cancel)
    {
        var children = await db.Children.AsNoTracking().Where(c => c.ClassId == room.Id).ToListAsync(cancel);
        var from = YearStart;
        var marks = (await InClass(db.AttendanceMarks, room.Id, m => m.ChildId)
            .Where(m => m.IsCurrent && m.Date >= from && m.Date <= day).ToListAsync(cancel)).ToLookup(m => m.ChildId);
        var since = day.AddDays(-(ChildFacts.ObservationDays - 1));
        var observations = (await InClass(db.Observations, room.Id, o => o.ChildId)
            .Where(o => o.Date >= since && o.Date <= day).ToListAsync(cancel)).ToLookup(o => o.ChildId);
        var contacts = await InClass(db.Contacts, room.Id, c => c.ChildId)
            .Where(c => c.Between == ContactBetween.ParentChild && c.Date <= day)
            .GroupBy(c => c.ChildId).Select(g => new { g.Key, Last = g.Max(c => c.Date) }).ToDictionaryAsync(c => c.Key, c => c.Last, cancel);
        var results = await InClass(db.ExamResults, room.Id, r => r.ChildId)
            .Where(r => r.IsCurrent && r.Date >= from && r.Date <= day).ToListAsync(cancel);
        var classExams = new ClassExams(await ExamsAsync(from, cancel), results);
        var screening = new ScreeningDay(school.Time.Calendar, day, registerClosed);
        var records = await SchoolRecordsContactsAsync(cancel);
        return [.. children.Where(c => !c.HasLeftBy(day)).OrderBy(c => c.StudentNo, StringComparer.Ordinal).Select(c =>
        {
            var record = new ChildOnRecord(
                c, room.Grade, [.. marks[c.Id]], [.. observations[c.Id]], contacts.TryGetValue(c.Id, out var last) ? last : null);
            return (c, FactsOfChild.Make(record, screening, classExams, records));
        })];
    }

    /// <summary>Whether the register of the class is closed for the day of screening.</summary>
    public async Task<bool> IsRegisterClosedAsync(ClassRoom room, DateTimeOffset now, CancellationToken cancel) =>
        school.Time.DayOf(now) > day
        || await db.ClosedRegisters.AnyAsync(r => r.ClassId == room.Id && r.Date == day && r.ClosedAt <= now, cancel);

    private IQueryable<T> InClass<T>(DbSet<T> rows, ClassId room, System.Linq.Expressions.Expression<Func<T, ChildId>> child)
        where T : class =>
        db.Children.Where(c => c.ClassId == room).Join(rows.AsNoTracking(), c => c.Id, child, (_, row) => row);

    private async Task<List<ExamDate>> ExamsAsync(DateOnly from, CancellationToken cancel) =>
        exams ??= (await db.ExamResults.Where(r => r.IsCurrent && r.Date >= from && r.Date <= day)
            .GroupBy(r => r.Exam).Select(g => new { g.Key, Last = g.Max(r => r.Date) }).ToListAsync(cancel))
            .ConvertAll(e => new ExamDate(e.Key, e.Last));

    private async Task<bool> SchoolRecordsContactsAsync(CancellationToken cancel) =>
        schoolRecordsContacts ??= await db.Contacts.AnyAsync(c => c.Between == ContactBetween.ParentChild && c.Date <= day, cancel);
}
