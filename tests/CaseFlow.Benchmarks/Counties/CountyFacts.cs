using CaseFlow.Engine.Signals;

namespace CaseFlow.Benchmarks.Counties;

/// <summary>The facts of the children of a class, made in memory without a database.</summary>
internal static class CountyFacts
{
    private static readonly IReadOnlyList<ExamDate> Exams = [.. CountyCalendar.Exams.Select(e => new ExamDate(e.Name, e.Date))];

    public static IEnumerable<ChildFacts> Of(CountyClass room, ScreeningDay day)
    {
        var earliest = day.Day.AddDays(1 - ChildFacts.ObservationDays);
        var children = room.Children.Select(c => OnRecord(c, room.Room.Grade, earliest)).ToList();
        var exams = new ClassExams(Exams, children);
        return children.Select(c => FactsOfChild.Make(c, day, exams, schoolRecordsContacts: true));
    }

    private static ChildOnRecord OnRecord(CountyChild child, string? grade, DateOnly earliest) => new(
        child.Child,
        grade,
        [.. child.Marks.Select(m => new MarkOnRecord(m.Date, m.Mark!.Value, m.RecordedNo))],
        [.. child.Observations.Where(o => o.Date >= earliest).Select(o => new ObservationOnRecord(o.Date, o.Kind, o.Severity, o.RecordedNo))],
        [.. child.Results.Select(r => new ResultOnRecord(r.Exam, r.Subject, r.Date, (long)(r.Score * 100), (long)(r.FullScore * 100), r.Rank, r.GroupSize, r.RecordedNo))],
        child.Contacts.Where(x => x.Between == ContactBetween.ParentChild).Max(x => (DateOnly?)x.Date));
}
