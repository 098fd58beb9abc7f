using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Signals;

/// <summary>What is on record of one child, as far as a screening needs it.</summary>
/// <param name="Grade">The grade of the child's class.</param>
/// <param name="Marks">Current marks since the start of the school year.</param>
/// <param name="Observations">Observations of the last <see cref="ChildFacts.ObservationDays"/> days.</param>
/// <param name="LastParentContact">The last contact between parent and child on or before the day, however long ago.</param>
public sealed record ChildOnRecord(
    Child Child,
    string? Grade,
    IReadOnlyList<AttendanceMark> Marks,
    IReadOnlyList<Observation> Observations,
    DateOnly? LastParentContact);

/// <summary>Makes the facts of a child on a day from what is on record. Pure.</summary>
public static class FactsOfChild
{
    /// <param name="schoolRecordsContacts">Whether the school has any contact between parent and child on record by then.</param>
    public static ChildFacts Make(ChildOnRecord record, ScreeningDay day, ClassExams exams, bool schoolRecordsContacts) => new(
        Pupil(record, day.Day),
        Attendance(record.Marks, day),
        exams.Of(record.Child.Id, day.Day),
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

    private static AttendanceFacts Attendance(IReadOnlyList<AttendanceMark> marks, ScreeningDay day)
    {
        var facts = new List<MarkFact>(marks.Count);
        foreach (var mark in marks.OrderBy(m => m.Date))
        {
            if (mark.Mark is { } kind && day.SchoolDaysAgo(mark.Date) is { } ago)
            {
                facts.Add(new MarkFact(CodeOf(kind), ago, day.IsInTerm(mark.Date))
                {
                    Date = mark.Date,
                    Mark = kind,
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

    private static List<ObservationFact> Observations(IReadOnlyList<Observation> observations, DateOnly day)
    {
        var seen = new HashSet<(DateOnly, string)>();
        return [.. observations
            .Where(o => o.Date <= day)
            .OrderBy(o => o.Date).ThenBy(o => o.RecordedNo).ThenBy(o => o.Kind, StringComparer.Ordinal).ThenBy(o => o.Severity)
            .Select(o => new ObservationFact(
                o.Kind,
                ObservationKinds.GroupOf(o.Kind),
                o.Severity,
                day.DayNumber - o.Date.DayNumber,
                seen.Add((o.Date, ObservationKinds.GroupOf(o.Kind)))) { Date = o.Date, RecordedNo = o.RecordedNo })];
    }

    private static GuardianFacts Guardian(Child child, ScreeningDay day)
    {
        long? age = child is { HasGuardian: true, GuardianBirthYear: { } born } ? day.Day.Year - born : null;
        var words = (child.HasGuardian, age) switch
        {
            (true, not null) => new Words(
                $"档案：监护人生于 {child.GuardianBirthYear} 年", $"dossier: guardian born in {child.GuardianBirthYear}"),
            (true, null) => new Words("档案：有监护人", "dossier: a guardian is on file"),
            _ => new Words("档案：没有监护人", "dossier: no guardian on file"),
        };
        if (child.Categories.Contains(Categories.NoGuardian))
            words = new Words("档案：类别“监护人缺失”", "dossier: category 'no guardian'");
        var since = child.EnrolledOn ?? day.Term?.YearStart ?? day.Day;
        return new GuardianFacts(child.HasGuardian, child.GuardianRelation ?? "", age, [new DossierFact { Since = since, Says = words }]);
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
