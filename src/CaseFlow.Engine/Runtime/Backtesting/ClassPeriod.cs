using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>The signals of a class over a whole period, read once; gives the facts of any day of it as a screening of that day would.</summary>
/// <remarks>A few queries a class however long the period is; memory is bounded by what one class has on record from its school year on.</remarks>
internal sealed class ClassPeriod
{
    private readonly ClassRoom room;
    private readonly PeriodOfSchool period;
    private readonly List<ChildInPeriod> children;
    private (IReadOnlyList<ExamDate> Dated, ClassExams Exams)? made;

    private ClassPeriod(ClassRoom room, PeriodOfSchool period, List<ChildInPeriod> children)
    {
        this.room = room;
        this.period = period;
        this.children = children;
    }

    /// <param name="period">What is the same for all classes.</param>
    public static async Task<ClassPeriod> LoadAsync(CaseFlowDb db, PeriodOfSchool period, ClassRoom room, CancellationToken cancel)
    {
        var (first, last, from) = (period.FirstYearStart, period.Last, period.First.AddDays(-(ChildFacts.ObservationDays - 1)));
        var members = db.Children.Where(c => c.ClassId == room.Id);
        var children = await members.AsNoTracking().ToListAsync(cancel);
        var marks = (await members.Join(db.AttendanceMarks.AsNoTracking(), c => c.Id, m => m.ChildId, (_, m) => m)
            .Where(m => m.IsCurrent && m.Date >= first && m.Date <= last).ToListAsync(cancel)).ToLookup(m => m.ChildId);
        var observations = (await members.Join(db.Observations.AsNoTracking(), c => c.Id, o => o.ChildId, (_, o) => o)
            .Where(o => o.Date >= from && o.Date <= last && o.WithdrawnNo == null).ToListAsync(cancel)).ToLookup(o => o.ChildId);
        var contacts = (await members.Join(db.Contacts.AsNoTracking(), c => c.Id, x => x.ChildId, (_, x) => x)
            .Where(x => x.Between == ContactBetween.ParentChild && x.Date <= last && x.WithdrawnNo == null).Select(x => new { x.ChildId, x.Date }).Distinct()
            .ToListAsync(cancel)).ToLookup(x => x.ChildId, x => x.Date);
        var results = (await members.Join(db.ExamResults.AsNoTracking(), c => c.Id, r => r.ChildId, (_, r) => r)
            .Where(r => r.IsCurrent && r.Date >= first && r.Date <= last).OrderBy(r => r.Date).ToListAsync(cancel)).ToLookup(r => r.ChildId);
        return new ClassPeriod(
            room, period,
            [.. children.OrderBy(c => c.StudentNo, StringComparer.Ordinal).Select(c => new ChildInPeriod(
                c,
                [.. marks[c.Id].Where(m => m.Mark is not null).Select(m => new MarkOnRecord(m.Date, m.Mark!.Value, m.RecordedNo))],
                [.. observations[c.Id].Select(o => new ObservationOnRecord(o.Date, o.Kind, o.Severity, o.RecordedNo))],
                [.. results[c.Id].Select(r => new ResultOnRecord(
                    r.Exam, r.Subject, r.Date, (long)(r.Score * 100), (long)(r.FullScore * 100), r.Rank, r.GroupSize, r.RecordedNo))],
                [.. contacts[c.Id].Order()]))]);
    }

    /// <summary>The facts of the children of the class on a day, all registers closed; those who have left are not there.</summary>
    public IEnumerable<ChildWithFacts> On(DayOfPeriod day)
    {
        var onRecord = children.ConvertAll(c => c.On(day, room.Grade));
        var exams = ExamsOn(day, onRecord);
        foreach (var child in onRecord.Where(c => !c.Child.HasLeftBy(day.Screening.Day)))
            yield return new ChildWithFacts(child.Child, FactsOfChild.Make(child, day.Screening, exams, day.SchoolRecordsContacts));
    }

    /// <summary>Made anew only where the school has rows that it had not the day before.</summary>
    private ClassExams ExamsOn(DayOfPeriod day, List<ChildOnRecord> onRecord)
    {
        var dated = period.ExamsOn(day);
        if (made is not { } known || !ReferenceEquals(known.Dated, dated))
        {
            var sat = onRecord.SelectMany(c => c.Results).Select(r => r.Exam).ToHashSet();
            made = known = (dated, new ClassExams(dated.Where(e => sat.Contains(e.Exam)), onRecord));
        }

        return known.Exams;
    }

    private sealed record ChildInPeriod(
        Child Child, IReadOnlyList<MarkOnRecord> Marks, IReadOnlyList<ObservationOnRecord> Observations, IReadOnlyList<ResultOnRecord> Results,
        IReadOnlyList<DateOnly> Contacts)
    {
        public ChildOnRecord On(DayOfPeriod day, string? grade)
        {
            var (today, since) = (day.Screening.Day, day.Screening.Day.AddDays(-(ChildFacts.ObservationDays - 1)));
            return new ChildOnRecord(
                Child, grade,
                [.. Marks.Where(m => m.Date >= day.YearStart && m.Date <= today)],
                [.. Observations.Where(o => o.Date >= since && o.Date <= today)],
                [.. Results.Where(r => r.Date >= day.YearStart && r.Date <= today)],
                Contacts.Where(d => d <= today).Select(d => (DateOnly?)d).LastOrDefault());
        }
    }
}

/// <summary>A school day of the period, made once for all classes.</summary>
/// <param name="YearStart">From where on marks and exams count.</param>
internal sealed record DayOfPeriod(ScreeningDay Screening, DateOnly YearStart, bool SchoolRecordsContacts);

/// <summary>What the days of a period have in common for all classes.</summary>
internal sealed class PeriodOfSchool
{
    private readonly Dictionary<DayOfPeriod, IReadOnlyList<ExamDate>> examsOn;

    private PeriodOfSchool(List<DayOfPeriod> days, List<(string Exam, DateOnly Date)> exams)
    {
        Days = days;
        examsOn = ByDay(days, exams);
    }

    public IReadOnlyList<DayOfPeriod> Days { get; }

    public DateOnly First => Days[0].Screening.Day;

    public DateOnly Last => Days[^1].Screening.Day;

    public DateOnly FirstYearStart => Days.Min(d => d.YearStart);

    /// <param name="days">School days in order, at least one.</param>
    public static async Task<PeriodOfSchool> LoadAsync(CaseFlowDb db, SchoolOnFile school, IReadOnlyList<DateOnly> days, CancellationToken cancel)
    {
        var firstContact = await db.Contacts.Where(c => c.Between == ContactBetween.ParentChild && c.WithdrawnNo == null).MinAsync(c => (DateOnly?)c.Date, cancel);
        var calendar = school.Time.Calendar;
        var made = days.Select(d => new DayOfPeriod(
            new ScreeningDay(calendar, d, registerClosed: true), calendar.TermOn(d)?.YearStart ?? d.AddDays(1), firstContact <= d)).ToList();
        var (first, last) = (made.Min(d => d.YearStart), days[^1]);
        var exams = await db.ExamResults.Where(r => r.IsCurrent && r.Date >= first && r.Date <= last)
            .Select(r => new { r.Exam, r.Date }).Distinct().ToListAsync(cancel);
        return new PeriodOfSchool(made, exams.ConvertAll(e => (e.Exam, e.Date)));
    }

    /// <summary>The exams of the school year up to a day, each with its latest date by then; the same list as long as no row has come.</summary>
    public IReadOnlyList<ExamDate> ExamsOn(DayOfPeriod day) => examsOn[day];

    private static Dictionary<DayOfPeriod, IReadOnlyList<ExamDate>> ByDay(List<DayOfPeriod> days, List<(string Exam, DateOnly Date)> exams)
    {
        var byDay = new Dictionary<DayOfPeriod, IReadOnlyList<ExamDate>>();
        var before = (Rows: -1, YearStart: DateOnly.MinValue);
        IReadOnlyList<ExamDate> dated = [];
        foreach (var day in days)
        {
            var rows = exams.FindAll(e => e.Date >= day.YearStart && e.Date <= day.Screening.Day);
            if ((rows.Count, day.YearStart) != before)
                dated = [.. rows.GroupBy(e => e.Exam).Select(g => new ExamDate(g.Key, g.Max(e => e.Date)))];
            before = (rows.Count, day.YearStart);
            byDay.Add(day, dated);
        }

        return byDay;
    }
}
