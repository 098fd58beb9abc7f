using System.Numerics;

namespace CaseFlow.Engine.Signals;

/// <summary>An exam of the current school year: its name, and the latest date of its rows in the whole school.</summary>
public sealed record ExamDate(string Exam, DateOnly Date);

/// <summary>The exams of one class: which a child sat, and its place among the children of the class.</summary>
/// <remarks>
/// Source: domain, <i>Exactly</i>. Results are exact fractions; ties share the best place; a <c>total</c> row with rank and
/// group size goes before the computed place.
/// </remarks>
public sealed class ClassExams
{
    private readonly List<ExamDate> inOrder;
    private readonly ILookup<(Children.ChildId, string), ExamResult> rows;
    private readonly Dictionary<string, List<Fraction>> fieldOf = [];
    private readonly ILookup<string, Children.ChildId> satBy;

    /// <param name="exams">The exams of the school in the current school year.</param>
    /// <param name="results">The current rows of the class's children within the school year, none after the day of screening.</param>
    public ClassExams(IEnumerable<ExamDate> exams, IReadOnlyCollection<ExamResult> results)
    {
        inOrder = [.. exams.OrderBy(e => e.Date).ThenBy(e => e.Exam, StringComparer.Ordinal)];
        rows = results.ToLookup(r => (r.ChildId, r.Exam));
        satBy = results.Select(r => (r.Exam, r.ChildId)).Distinct().ToLookup(x => x.Exam, x => x.ChildId);
    }

    /// <summary>The facts of a child about its last two exams.</summary>
    public ExamFacts Of(Children.ChildId child, DateOnly day)
    {
        var sat = inOrder.Where(e => rows.Contains((child, e.Exam))).TakeLast(2).ToList();
        if (sat.Count == 0)
            return ExamFacts.None;
        var last = sat[^1];
        var results = Subjects(child, last.Exam).OrderBy(r => r.Subject, StringComparer.Ordinal).Select(r => new ResultFact(
            r.Subject, (long)(r.Score * 100), (long)(r.FullScore * 100)) { Exam = r.Exam, Date = r.Date, RecordedNo = r.RecordedNo }).ToList();
        var now = PlaceOf(child, last);
        var before = sat.Count == 2 ? PlaceOf(child, sat[0]) : null;
        var age = day.DayNumber - last.Date.DayNumber;
        if (now is null || before is null)
            return new ExamFacts(true, age, results, false, 0, now?.Percentile ?? "", before?.Percentile ?? "", []);
        return new ExamFacts(
            true, age, results, true, before.PercentileTenths - now.PercentileTenths, now.Percentile, before.Percentile, [before, now]);
    }

    /// <summary>100 x (group size - rank) / (group size - 1) in tenths, halves away from zero; 1000 in a group of one.</summary>
    public static long PercentileTenths(long rank, long groupSize) =>
        groupSize <= 1 ? 1000 : ((2000 * (groupSize - rank)) + (groupSize - 1)) / (2 * (groupSize - 1));

    private PlaceFact? PlaceOf(Children.ChildId child, ExamDate exam)
    {
        var own = rows[(child, exam.Exam)];
        var recorded = own.Max(r => r.RecordedNo);
        if (own.FirstOrDefault(r => r is { Subject: ExamResult.Total, Rank: not null, GroupSize: not null }) is { } total)
            return Place(total.Rank!.Value, total.GroupSize!.Value, total.RecordedNo);
        if (ResultOf(child, exam.Exam) is not { } result)
            return null;
        var field = Field(exam.Exam);
        return Place(1 + field.Count(other => other.CompareTo(result) > 0), field.Count, recorded);

        PlaceFact Place(long rank, long size, long recordedNo) =>
            new(exam.Exam, rank, size, PercentileTenths(rank, size)) { Date = exam.Date, RecordedNo = recordedNo };
    }

    private List<Fraction> Field(string exam)
    {
        if (!fieldOf.TryGetValue(exam, out var field))
            fieldOf[exam] = field = [.. satBy[exam].Select(c => ResultOf(c, exam)).OfType<Fraction>()];
        return field;
    }

    private IEnumerable<ExamResult> Subjects(Children.ChildId child, string exam) =>
        rows[(child, exam)].Where(r => r.Subject != ExamResult.Total);

    private Fraction? ResultOf(Children.ChildId child, string exam)
    {
        Fraction? sum = null;
        var count = 0;
        foreach (var row in Subjects(child, exam))
        {
            var part = new Fraction(new BigInteger(row.Score * 100), new BigInteger(row.FullScore * 100));
            sum = sum is { } s ? s.Plus(part) : part;
            count++;
        }

        return sum is { } total ? new Fraction(total.Over, total.Under * count) : null;
    }

    /// <summary>An exact fraction with a denominator above zero.</summary>
    private readonly record struct Fraction(BigInteger Over, BigInteger Under)
    {
        public Fraction Plus(Fraction other) => Under == other.Under
            ? new Fraction(Over + other.Over, Under)
            : new Fraction((Over * other.Under) + (other.Over * Under), Under * other.Under);

        public int CompareTo(Fraction other) => (Over * other.Under).CompareTo(other.Over * Under);
    }
}
