using System.Data.Common;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>The rows of the children of some classes, as far as a screening of a day needs them.</summary>
internal sealed class SignalsOfChildren(CaseFlowDb db, StoredColumns columns, IReadOnlyList<ClassRoom> rooms, DateOnly day)
{
    private readonly Dictionary<ChildId, Rows> rowsOf = [];
    private readonly List<ClassId> ids = [.. rooms.Select(r => r.Id)];

    /// <summary>The names of the exams that any of them sat.</summary>
    public HashSet<string> Exams { get; } = [];

    private IQueryable<Child> Children =>
        db.Children.IgnoreQueryFilters([CaseFlowDb.OfTheSchool]).AsNoTracking().Where(c => c.SchoolId == db.SchoolId && ids.Contains(c.ClassId));

    /// <summary>The children of a class, those who have left included.</summary>
    public IReadOnlyCollection<ChildOnRecord> Of(ClassRoom room) => [.. rowsOf.Values.Where(r => r.Child.ClassId == room.Id)
        .Select(r => new ChildOnRecord(r.Child, room.Grade, r.Marks, r.Observations, r.Results, r.LastParentContact))];

    /// <param name="yearStart">The start of the school year: earlier marks and results do not count.</param>
    public async Task ReadAsync(DateOnly yearStart, CancellationToken cancel)
    {
        await ReadResultsOnlyAsync(yearStart, cancel);
        await ReadMarksAsync(yearStart, cancel);
        await ReadObservationsAsync(cancel);
    }

    /// <summary>The children with their exam results, and nothing else of them.</summary>
    public async Task ReadResultsOnlyAsync(DateOnly yearStart, CancellationToken cancel)
    {
        var children = Children.Select(c => new
        {
            Child = new Child
            {
                Id = c.Id,
                SchoolId = c.SchoolId,
                ClassId = c.ClassId,
                StudentNo = c.StudentNo,
                Name = "",
                Sex = c.Sex,
                BirthDate = c.BirthDate,
                Boarding = c.Boarding,
                LeftBehind = c.LeftBehind,
                GuardianName = c.GuardianName,
                GuardianRelation = c.GuardianRelation,
                GuardianBirthYear = c.GuardianBirthYear,
                Categories = c.Categories,
                EnrolledOn = c.EnrolledOn,
                LeftOn = c.LeftOn,
            },
            // What was withdrawn does not count; the filter of the model is off here.
            Last = db.Contacts.Where(x => x.ChildId == c.Id && x.Between == ContactBetween.ParentChild && x.Date <= day && x.WithdrawnNo == null)
                .OrderByDescending(x => x.Date).Select(x => (DateOnly?)x.Date).FirstOrDefault(),
        });
        await foreach (var child in children.AsAsyncEnumerable().WithCancellation(cancel))
            rowsOf.Add(child.Child.Id, new Rows(child.Child, child.Last));
        await ReadResultsAsync(yearStart, cancel);
    }

    private Task ReadMarksAsync(DateOnly from, CancellationToken cancel)
    {
        var marks = Children.Join(db.AttendanceMarks, c => c.Id, m => m.ChildId, (_, m) => m)
            .Where(m => m.IsCurrent && m.Mark != null && m.Date >= from && m.Date <= day)
            .Select(m => new { m.ChildId, m.Date, m.Mark, m.RecordedNo });
        return StoredColumns.ReadAsync(
            db,
            marks,
            r => Of(r)?.Marks.Add(new MarkOnRecord(columns.Date(r, 1), Enum.Parse<Mark>(r.GetString(2)), r.GetInt64(3))),
            cancel);
    }

    private Task ReadObservationsAsync(CancellationToken cancel)
    {
        var since = day.AddDays(-(ChildFacts.ObservationDays - 1));
        var observations = Children.Join(db.Observations, c => c.Id, o => o.ChildId, (_, o) => o)
            .Where(o => o.Date >= since && o.Date <= day && o.WithdrawnNo == null)
            .Select(o => new { o.ChildId, o.Date, o.Kind, o.Severity, o.RecordedNo });
        return StoredColumns.ReadAsync(
            db,
            observations,
            r => Of(r)?.Observations.Add(new ObservationOnRecord(columns.Date(r, 1), r.GetString(2), r.GetInt32(3), r.GetInt64(4))),
            cancel);
    }

    private Task ReadResultsAsync(DateOnly from, CancellationToken cancel)
    {
        var results = Children.Join(db.ExamResults, c => c.Id, r => r.ChildId, (_, r) => r)
            .Where(r => r.IsCurrent && r.Date >= from && r.Date <= day)
            .Select(r => new { r.ChildId, r.Exam, r.Subject, r.Date, r.Score, r.FullScore, r.Rank, r.GroupSize, r.RecordedNo });
        return StoredColumns.ReadAsync(
            db,
            results,
            r =>
            {
                var exam = Known(r.GetString(1));
                Of(r)?.Results.Add(new ResultOnRecord(
                    exam, r.GetString(2), columns.Date(r, 3), columns.Hundredths(r, 4), columns.Hundredths(r, 5),
                    StoredColumns.MaybeInt(r, 6), StoredColumns.MaybeInt(r, 7), r.GetInt64(8)));
            },
            cancel);
    }

    /// <summary>The child that a row is of; null where it came to the class only just now: then it is for the next screening.</summary>
    private Rows? Of(DbDataReader row) => rowsOf.GetValueOrDefault(columns.Child(row, 0));

    /// <summary>One string an exam, whatever the number of its rows.</summary>
    private string Known(string exam)
    {
        if (Exams.TryGetValue(exam, out var known))
            return known;
        Exams.Add(exam);
        return exam;
    }

    private sealed record Rows(Child Child, DateOnly? LastParentContact)
    {
        public List<MarkOnRecord> Marks { get; } = [];

        public List<ObservationOnRecord> Observations { get; } = [];

        public List<ResultOnRecord> Results { get; } = [];
    }
}
