using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Signals;

/// <summary>Makes the facts of a child on a day from what is on record. Pure.</summary>
public static class FactsOfChild
{
    /// <param name="schoolRecordsContacts">Whether the school has any contact between parent and child on record by then.</param>
    public static ChildFacts Make(ChildOnRecord record, ScreeningDay day, ClassExams exams, bool schoolRecordsContacts) => new(
        Pupil(record, day.Day),
        Attendance(record.Marks, day),
        exams.Of(record, day.Day),
        Observations(record.Observations, day.Day),
        Guardian(record.Child, day),
        Contact(record, day, schoolRecordsContacts),
        day.TermFacts);

    private static PupilFacts Pupil(ChildOnRecord record, DateOnly day)
    {
        var child = record.Child;
        return new PupilFacts(
            record.Grade ?? "",
            child.Sex == Sex.Male ? "M" : "F",
            child.Boarding,
            child.LeftBehind != LeftBehind.None,
            child.LeftBehind == LeftBehind.Both,
            child.LeftBehind is LeftBehind.Mother or LeftBehind.Both,
            child.LeftBehind is LeftBehind.Father or LeftBehind.Both,
            child.Categories,
            child.BirthDate is { } born ? AgeOn(born, day) : null);
    }

    private static long AgeOn(DateOnly born, DateOnly day) => day.Year - born.Year - (day < born.AddYears(day.Year - born.Year) ? 1 : 0);

    private static AttendanceFacts Attendance(IReadOnlyList<MarkOnRecord> marks, ScreeningDay day)
    {
        var facts = new List<MarkFact>(marks.Count);
        foreach (var mark in InOrder(marks, m => m.Date))
        {
            if (day.SchoolDaysAgo(mark.Date) is { } ago)
            {
                facts.Add(new MarkFact(CodeOf(mark.Mark), ago, day.IsInTerm(mark.Date))
                {
                    Date = mark.Date,
                    Mark = mark.Mark,
                    RecordedNo = mark.RecordedNo,
                });
            }
        }

        var streak = 0;
        while (streak < facts.Count && facts[^(streak + 1)] is { Mark: Mark.Absent } last && last.SchoolDaysAgo == streak)
            streak++;
        return new AttendanceFacts(facts, day.TermDays, streak);
    }

    private static string CodeOf(Mark mark) => mark switch
    {
        Mark.Absent => "absent",
        Mark.Excused => "excused",
        Mark.Late => "late",
        _ => "early",
    };

    private static List<ObservationFact> Observations(IReadOnlyList<ObservationOnRecord> observations, DateOnly day)
    {
        var facts = new List<ObservationFact>(observations.Count);
        var inOrder = observations.OrderBy(o => o.Date).ThenBy(o => o.RecordedNo).ThenBy(o => o.Kind, StringComparer.Ordinal).ThenBy(o => o.Severity);
        foreach (var seen in observations.Count < 2 ? observations : (IEnumerable<ObservationOnRecord>)inOrder)
        {
            if (seen.Date > day)
                continue;
            var group = ObservationKinds.GroupOf(seen.Kind);
            facts.Add(new ObservationFact(
                seen.Kind, group, seen.Severity, day.DayNumber - seen.Date.DayNumber, !facts.Exists(f => f.Date == seen.Date && f.Group == group))
            {
                Date = seen.Date,
                RecordedNo = seen.RecordedNo,
            });
        }

        return facts;
    }

    /// <summary>Databases mostly give rows in the order of their keys: sorted is what is not.</summary>
    private static IEnumerable<T> InOrder<T>(IReadOnlyList<T> rows, Func<T, DateOnly> date)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (date(rows[i - 1]) > date(rows[i]))
                return rows.OrderBy(date);
        }

        return rows;
    }

    private static GuardianFacts Guardian(Child child, ScreeningDay day)
    {
        long? age = child is { HasGuardian: true, GuardianBirthYear: { } born } ? day.Day.Year - born : null;
        var dossier = new DossierFact
        {
            Since = child.EnrolledOn ?? day.Term?.YearStart ?? day.Day,
            HasGuardian = child.HasGuardian,
            GuardianBirthYear = child.GuardianBirthYear,
            IsOfNoGuardian = child.Categories.Contains(Categories.NoGuardian),
        };
        return new GuardianFacts(child.HasGuardian, child.GuardianRelation ?? "", age, [dossier]);
    }

    private static ContactFacts Contact(ChildOnRecord record, ScreeningDay day, bool schoolRecordsContacts)
    {
        var from = record.LastParentContact ?? Later(record.Child.EnrolledOn, day.Term?.YearStart);
        return from is { } since && since <= day.Day
            ? new ContactFacts(schoolRecordsContacts, true, day.Day.DayNumber - since.DayNumber,
                [new LapseFact { Since = since, EverSpoke = record.LastParentContact is not null }])
            : new ContactFacts(schoolRecordsContacts, false, 0, []);
    }

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b ?? a : a;
}
