using CaseFlow.Engine.Signals;

namespace CaseFlow.Benchmarks.Counties;

/// <summary>The facts of the children of a class, made in memory without a database.</summary>
internal static class CountyFacts
{
    private static readonly IReadOnlyList<ExamDate> Exams = [.. CountyCalendar.Exams.Select(e => new ExamDate(e.Name, e.Date))];

    public static IEnumerable<ChildFacts> Of(CountyClass room, ScreeningDay day)
    {
        var exams = new ClassExams(Exams, [.. room.Children.SelectMany(c => c.Results)]);
        var earliest = day.Day.AddDays(1 - ChildFacts.ObservationDays);
        return room.Children.Select(c => FactsOfChild.Make(
            new ChildOnRecord(
                c.Child,
                room.Room.Grade,
                c.Marks,
                c.Observations.FindAll(o => o.Date >= earliest),
                c.Contacts.Where(x => x.Between == ContactBetween.ParentChild).Max(x => (DateOnly?)x.Date)),
            day,
            exams,
            schoolRecordsContacts: true));
    }
}
