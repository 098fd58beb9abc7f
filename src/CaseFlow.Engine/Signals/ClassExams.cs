namespace CaseFlow.Engine.Signals;

/// <summary>An exam of the current school year: its name, and the latest date of its rows in the whole school.</summary>
public sealed record ExamDate(string Exam, DateOnly Date);

/// <summary>The place of a child in an exam.</summary>
/// <param name="Rank">1 is the best.</param>
/// <param name="Percentile">100 for the best of the group, 0 for the last; one decimal.</param>
public sealed record ExamPlace(string Exam, DateOnly Date, long Rank, long GroupSize, decimal Percentile);

/// <summary>The exams of one class: which a child sat, and its place among the children of the class.</summary>
/// <remarks>
/// Source: domain, <i>Exactly</i>. Results are exact fractions; ties share the best place; a <c>total</c> row with rank and
/// group size goes before the computed place.
/// </remarks>
public sealed class ClassExams
{
    private readonly List<ExamDate> inOrder;
    private readonly Dictionary<string, int> placeInOrder = [];
    private readonly IReadOnlyCollection<ChildOnRecord> children;
    private readonly List<ExamFraction>?[] fields;

    /// <param name="exams">The exams that children of the class sat, each once.</param>
    /// <param name="children">All children of the class, those who have left included: they sat with the others.</param>
    public ClassExams(IEnumerable<ExamDate> exams, IReadOnlyCollection<ChildOnRecord> children)
    {
        inOrder = [.. exams.OrderBy(e => e.Date).ThenBy(e => e.Exam, StringComparer.Ordinal)];
        for (var i = 0; i < inOrder.Count; i++)
            placeInOrder.Add(inOrder[i].Exam, i);
        this.children = children;
        fields = new List<ExamFraction>?[inOrder.Count];
    }

    /// <summary>The facts of a child of the class about its last two exams.</summary>
    public ExamFacts Of(ChildOnRecord child, DateOnly day)
    {
        var (last, before) = LastTwo(child);
        if (last < 0)
            return ExamFacts.None;
        var rows = RowsOf(child, last);
        var results = rows.Where(r => !r.IsTotal).OrderBy(r => r.Subject, StringComparer.Ordinal)
            .Select(r => new ResultFact(r.Subject, r.Score, r.FullScore) { Exam = r.Exam, Date = r.Date, RecordedNo = r.RecordedNo }).ToList();
        var now = PlaceIn(last, rows);
        var then = before < 0 ? null : PlaceIn(before, RowsOf(child, before));
        var age = day.DayNumber - inOrder[last].Date.DayNumber;
        if (now is null || then is null)
            return new ExamFacts(true, age, results, false, 0, now?.Percentile ?? "", then?.Percentile ?? "", []);
        return new ExamFacts(true, age, results, true, then.PercentileTenths - now.PercentileTenths, now.Percentile, then.Percentile, [then, now]);
    }

    /// <summary>The places of a child in all these exams, oldest first; an exam in which it has no place is not there.</summary>
    public IReadOnlyList<ExamPlace> PlacesOf(ChildOnRecord child) =>
        [.. Enumerable.Range(0, inOrder.Count).Select(exam => PlaceIn(exam, RowsOf(child, exam))).OfType<PlaceFact>()
            .Select(p => new ExamPlace(p.Exam, p.Date, p.Rank, p.GroupSize, p.PercentileTenths / 10m))];

    /// <summary>100 x (group size - rank) / (group size - 1) in tenths, halves away from zero; 1000 in a group of one.</summary>
    public static long PercentileTenths(long rank, long groupSize) =>
        groupSize <= 1 ? 1000 : ((2000 * (groupSize - rank)) + (groupSize - 1)) / (2 * (groupSize - 1));

    /// <summary>The places in order of the last exam that the child has a row of and of the one before; -1 for none.</summary>
    private (int Last, int Before) LastTwo(ChildOnRecord child)
    {
        var (last, before) = (-1, -1);
        foreach (var result in child.Results)
        {
            var at = placeInOrder[result.Exam];
            if (at > last)
                (last, before) = (at, last);
            else if (at < last && at > before)
                before = at;
        }

        return (last, before);
    }

    private List<ResultOnRecord> RowsOf(ChildOnRecord child, int exam)
    {
        var rows = new List<ResultOnRecord>();
        foreach (var result in child.Results)
        {
            if (result.Exam == inOrder[exam].Exam)
                rows.Add(result);
        }

        return rows;
    }

    private PlaceFact? PlaceIn(int exam, List<ResultOnRecord> own)
    {
        foreach (var total in own)
        {
            if (total is { IsTotal: true, Rank: { } rank, GroupSize: { } size })
                return Place(rank, size, total.RecordedNo);
        }

        if (ExamFraction.MeanOf(own) is not { } result)
            return null;
        var field = fields[exam] ??= FieldOf(exam);
        return Place(1 + BetterThan(result, field), field.Count, own.Max(r => r.RecordedNo));

        PlaceFact Place(long rank, long size, long recordedNo) =>
            new(inOrder[exam].Exam, rank, size, PercentileTenths(rank, size)) { Date = inOrder[exam].Date, RecordedNo = recordedNo };
    }

    /// <summary>What the children of the class reached, best first.</summary>
    private List<ExamFraction> FieldOf(int exam)
    {
        var field = new List<ExamFraction>(children.Count);
        foreach (var child in children)
        {
            if (ExamFraction.MeanOf(RowsOf(child, exam)) is { } result)
                field.Add(result);
        }

        field.Sort((a, b) => b.CompareTo(a));
        return field;
    }

    /// <summary>How many of the field, best first, are better than <paramref name="result"/>.</summary>
    private static int BetterThan(ExamFraction result, List<ExamFraction> field)
    {
        var (from, to) = (0, field.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            if (field[middle].CompareTo(result) > 0)
                from = middle + 1;
            else
                to = middle;
        }

        return from;
    }
}
