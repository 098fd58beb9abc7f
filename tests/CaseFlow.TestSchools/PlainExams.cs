namespace CaseFlow.TestSchools;

/// <summary>The exams of the current school year as they are known on D.</summary>
/// <remarks>
/// "Exams: only rows dated within the current school year and on or before D count. An exam is its name within the
/// school year; its date is the latest of those rows; exams of equal date are ordered by name."
/// </remarks>
internal sealed class PlainExams
{
    private readonly School school;
    private readonly List<ExamRow> rows;
    private readonly ILookup<string, ExamRow> rowsOfStudent;

    public PlainExams(School school, PlainDay today)
    {
        this.school = school;
        rows = [.. school.Exams.Where(row => today.YearStart is { } start && row.Date >= start && row.Date <= today.Day)];
        rowsOfStudent = rows.ToLookup(row => row.Student);
    }

    /// <summary>The names of the exams that the child has a row for, the last one first.</summary>
    public IReadOnlyList<string> LatestFirst(Pupil pupil) =>
    [
        .. rowsOfStudent[pupil.Number]
            .Select(row => row.Exam)
            .Distinct()
            .OrderByDescending(DateOf)
            .ThenByDescending(exam => exam, StringComparer.Ordinal),
    ];

    /// <summary>The date of the exam: its latest row in the whole school.</summary>
    public DateOnly DateOf(string exam) => rows.Where(row => row.Exam == exam).Max(row => row.Date);

    /// <summary>The rows of the subjects that the child sat: `total` "is no subject".</summary>
    public IReadOnlyList<ExamRow> SubjectRows(Pupil pupil, string exam) =>
        [.. rowsOfStudent[pupil.Number].Where(row => row.Exam == exam && row.Subject != "total")];

    /// <summary>The rank percentile in tenths; none where the child has neither a rank on file nor a result.</summary>
    public int? PercentileTenths(Pupil pupil, string exam) =>
        Place(pupil, exam) is { } place ? PercentileTenths(place.Rank, place.GroupSize) : null;

    /// <summary>
    /// "100 x (group size - rank) / (group size - 1), and 100 in a group of one, rounded to one decimal, halves away
    /// from zero".
    /// </summary>
    public static int PercentileTenths(int rank, int groupSize) =>
        groupSize == 1 ? 1000 : RoundedHalfUp(1000 * (groupSize - rank), groupSize - 1);

    /// <summary>
    /// "Where a row with subject `total` gives rank and group size, those are taken instead; [...] ranks on other rows
    /// or a `total` without rank are not used."
    /// </summary>
    private (int Rank, int GroupSize)? Place(Pupil pupil, string exam)
    {
        var total = rowsOfStudent[pupil.Number].SingleOrDefault(row => row.Exam == exam && row.Subject == "total");
        return total is { Rank: { } rank, GroupSize: { } size } ? (rank, size) : ComputedPlace(pupil, exam);
    }

    /// <summary>
    /// "its rank is its place by result among the children of its class (the class on file) who sat the exam, ties
    /// sharing the best place."
    /// </summary>
    private (int Rank, int GroupSize)? ComputedPlace(Pupil pupil, string exam)
    {
        if (Result(pupil, exam) is not { } own)
            return null;
        var group = school.Pupils
            .Where(other => other.Class == pupil.Class)
            .Select(other => Result(other, exam))
            .OfType<Fraction>()
            .ToList();
        return (1 + group.Count(other => other.IsAbove(own)), group.Count);
    }

    /// <summary>
    /// "The result of a child is the mean of score / full score over the subjects it sat, as an exact fraction".
    /// </summary>
    private Fraction? Result(Pupil pupil, string exam)
    {
        var sat = SubjectRows(pupil, exam);
        return sat.Count == 0 ? null : Fraction.Mean([.. sat.Select(row => Fraction.Of(row.Score, row.FullScore))]);
    }

    /// <summary>Neither number is negative, so half up is half away from zero.</summary>
    private static int RoundedHalfUp(int numerator, int denominator) =>
        ((2 * numerator) + denominator) / (2 * denominator);
}
