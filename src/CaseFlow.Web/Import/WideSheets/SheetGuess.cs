namespace CaseFlow.Web.Import.WideSheets;

/// <summary>An exam of which there are results.</summary>
internal sealed record KnownExam(string Name, DateOnly Date);

/// <summary>What a guess at a sheet can rest on.</summary>
/// <param name="Classes">The names of the classes that pupils can be in.</param>
/// <param name="Exams">The exams of the last weeks, latest first.</param>
/// <param name="Today">The day on which somebody looks at it.</param>
internal sealed record SheetFacts(IReadOnlyCollection<string> Classes, IReadOnlyList<KnownExam> Exams, DateOnly Today);

/// <summary>What a sheet most likely is, from its headers, titles and legend, and from what was said of one like it.</summary>
internal static class SheetGuess
{
    private const decimal UsualFullScore = 100;

    /// <param name="before">What was said of a sheet of the same shape.</param>
    /// <param name="beside">What was said of one of the same shape and exam that was given together with it.</param>
    public static SheetMapping Of(WideSheet sheet, SheetFacts facts, SheetMapping? before, IEnumerable<SheetMapping> beside)
    {
        var columns = before?.Columns.Count == sheet.Columns.Count ? before.Columns : Columns(sheet);
        columns = [.. columns.Select((c, i) => c.Use == ColumnUse.Subject ? c with { FullScore = FullScore(sheet, sheet.Columns[i], c.FullScore) } : c)];
        var mapping = new SheetMapping { Columns = columns, Class = SheetTitle.Class(sheet.Titles, facts.Classes) };
        return sheet.Kind == SheetKind.Grades
            ? Exam(mapping, sheet, facts, beside)
            : mapping with { Date = Month(sheet, facts), Marks = Marks(sheet, mapping, before) };
    }

    private static List<ColumnMapping> Columns(WideSheet sheet)
    {
        var columns = sheet.Columns.Select(c => Column(sheet.Kind, c.Header)).ToList();
        // Each subject may have a rank of its own: only the one behind the total is the pupil's.
        var ranks = Enumerable.Range(0, columns.Count).Where(i => columns[i].Use == ColumnUse.Rank).ToList();
        var total = columns.FindIndex(c => c.Use == ColumnUse.Total);
        var kept = ranks is [var only] ? only : ranks.FirstOrDefault(i => total >= 0 && i > total, -1);
        return [.. columns.Select((c, i) => c.Use == ColumnUse.Rank && i != kept ? new ColumnMapping(ColumnUse.None) : c)];
    }

    private static ColumnMapping Column(SheetKind kind, string header)
    {
        var use = HeaderWords.UseOf(header);
        if (kind == SheetKind.Register)
            return new(use is ColumnUse.StudentNo or ColumnUse.Name or ColumnUse.Class ? use : ColumnUse.None);
        return use == ColumnUse.None && HeaderWords.SubjectOf(header) is { } subject ? new(ColumnUse.Subject, subject) : new(use);
    }

    /// <summary>As the sheet says it, otherwise as it was last time, otherwise 100, or the next usual one above the best score.</summary>
    private static decimal FullScore(WideSheet sheet, SheetColumn column, decimal? before)
    {
        if (HeaderWords.FullScoreIn(column.Header) is { } inHeader)
            return inHeader;
        if (sheet.FullScores is { } row && CellText.Score(row[column.Index]) is { Wrong: null, Number: > 0 and var inRow })
            return inRow;
        if (before is { } known)
            return known;
        var best = sheet.Rows.Where(r => !r.Cells.Any(HeaderWords.IsSummary)).Select(r => CellText.Score(r[column.Index])).Where(s => s.Wrong is null).Select(s => s.Number).DefaultIfEmpty().Max();
        return best <= UsualFullScore ? UsualFullScore : best <= 120 ? 120 : 150;
    }

    private static SheetMapping Exam(SheetMapping mapping, WideSheet sheet, SheetFacts facts, IEnumerable<SheetMapping> beside)
    {
        var (said, day) = (SheetTitle.Exam(sheet.Titles), SheetTitle.Day(sheet.Titles));
        if (said is null)
            return mapping with { Date = day };
        if (beside.FirstOrDefault(b => b.Exam is not null && IsSame(b.Exam, said)) is { } other)
            return mapping with { Exam = other.Exam, Date = day ?? other.Date };
        var known = facts.Exams.FirstOrDefault(e => IsSame(e.Name, said));
        return mapping with { Exam = known?.Name ?? said, Date = day ?? known?.Date };
    }

    /// <summary>Whether two names are of the same exam of a few weeks: 期中 is 第一学期期中考试.</summary>
    private static bool IsSame(string a, string b) => SheetTitle.ExamKind(a) is { } kind ? kind == SheetTitle.ExamKind(b) : Folded.Key(a) == Folded.Key(b);

    private static DateOnly? Month(WideSheet sheet, SheetFacts facts)
    {
        if (sheet.Days.Select(c => c.Day!).FirstOrDefault(d => d is { Year: not null, Month: not null }) is { } whole)
            return new DateOnly(whole.Year!.Value, whole.Month!.Value, 1);
        var titled = SheetTitle.Month(sheet.Titles, facts.Today);
        return sheet.Days.Select(c => c.Day!.Month).FirstOrDefault(m => m is not null) is { } month
            ? new DateOnly(titled?.Year ?? (month > facts.Today.Month ? facts.Today.Year - 1 : facts.Today.Year), month, 1)
            : titled;
    }

    private static Dictionary<string, MarkMeaning> Marks(WideSheet sheet, SheetMapping mapping, SheetMapping? before)
    {
        var (legend, marks) = (sheet.Legend, new Dictionary<string, MarkMeaning>(before?.Marks ?? new Dictionary<string, MarkMeaning>()));
        foreach (var mark in sheet.Marks(mapping))
        {
            if (legend.TryGetValue(mark, out var said))
                marks[mark] = said;
            else if (!marks.ContainsKey(mark) && MarkWords.UsualOf(mark) is { } usual)
                marks[mark] = usual;
        }

        return marks;
    }
}
