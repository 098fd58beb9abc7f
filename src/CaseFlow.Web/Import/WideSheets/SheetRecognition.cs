namespace CaseFlow.Web.Import.WideSheets;

/// <summary>The header of a sheet.</summary>
/// <param name="Cells">What heads each column.</param>
/// <param name="First">The uppermost row of it; titles stand above.</param>
/// <param name="Next">The row below it.</param>
internal sealed record SheetHead(string[] Cells, int First, int Next);

/// <summary>Finds out whether a file is a sheet with a row a pupil, and where its header is.</summary>
internal static class SheetRecognition
{
    /// <summary>A school week; fewer days in a row are something else.</summary>
    private const int FewestDays = 5;

    /// <summary>No register has such a number as a mark: <c>1上</c> and <c>1下</c> may be terms as well, and <c>9月1日</c> a test.</summary>
    private const decimal LeastScore = 10;

    /// <summary>The sheet; null where the file is none.</summary>
    public static WideSheet? Of(SchoolFile file)
    {
        var bytes = file.ReadAll();
        var rows = Grid.Rows(bytes, Grid.Head);
        var persons = Enumerable.Range(0, rows.Count).Where(i => Array.Exists(rows[i].Cells, HeaderWords.IsPerson));
        return persons.SelectMany(i => Heads(rows, i)).SelectMany(h => Kinds(h.Cells), Sheet).FirstOrDefault(s => s.Kind == SheetKind.Grades || !IsOfScores(s));

        WideSheet Sheet(SheetHead head, SheetKind kind)
        {
            var below = Grid.Rows(bytes, int.MaxValue)[head.Next..];
            var columns = Enumerable.Range(0, below.Select(r => r.Cells.Length).Append(head.Cells.Length).Max())
                .Select(i => (Index: i, Header: i < head.Cells.Length ? head.Cells[i] : ""))
                .Where(c => c.Header.Length > 0 || below.Exists(r => r[c.Index].Length > 0))
                .Select(c => new SheetColumn(c.Index, c.Header, kind == SheetKind.Register ? DayHeader.Of(c.Header) : null));
            return new(file.Title, kind, [.. columns], below, [.. rows.Take(head.First).SelectMany(r => r.Cells).Where(c => c.Length > 0), .. file.Title.Split(": ").Reverse()]);
        }
    }

    /// <summary>What may be the header around a row that heads names or numbers, the likeliest first.</summary>
    private static IEnumerable<SheetHead> Heads(List<GridRow> rows, int person)
    {
        foreach (var register in RegisterHead.Around(rows, person).Where(h => Kinds(h.Cells).Contains(SheetKind.Register)))
            yield return register;
        yield return new(rows[person].Cells, person, person + 1);
        // Merged cells: subjects or days may stand a row below or above the word 姓名.
        if (person + 1 < rows.Count && !IsFilledUnderPerson(rows, person))
            yield return new(Merged(rows[person].Cells, rows[person + 1].Cells), person, person + 2);
        if (person > 0)
            yield return new(Merged(rows[person - 1].Cells, rows[person].Cells), person - 1, person + 1);
    }

    private static IEnumerable<SheetKind> Kinds(string[] header)
    {
        var days = header.Select(DayHeader.Of).OfType<DayHeader>().ToLookup(d => d.Part is null);
        if (days[true].Count() + days[false].DistinctBy(d => d with { Part = null }).Count() >= FewestDays)
            yield return SheetKind.Register;
        if (Array.Exists(header, h => HeaderWords.SubjectOf(h) is not null))
            yield return SheetKind.Grades;
    }

    /// <summary>Whether what looks like days heads scores: subjects stand under it, or numbers in most cells that say something.</summary>
    private static bool IsOfScores(WideSheet sheet)
    {
        if (sheet.Days.Any(d => HeaderWords.SubjectOf(sheet.Rows.Count > 0 ? sheet.Rows[0][d.Index] : "") is not null))
            return true;
        var persons = sheet.Columns.Where(c => HeaderWords.IsPerson(c.Header)).ToList();
        var filled = sheet.Rows.Where(r => persons.Exists(p => r[p.Index].Length > 0) && !persons.Exists(p => HeaderWords.IsSummary(r[p.Index])))
            .SelectMany(_ => sheet.Days, (r, d) => r[d.Index]).Where(c => c.Length > 0).ToList();
        return filled.Count(c => CellText.Score(c) is { Wrong: null, Number: >= LeastScore }) * 2 > filled.Count;
    }

    private static bool IsFilledUnderPerson(List<GridRow> rows, int person) =>
        Enumerable.Range(0, rows[person].Cells.Length).Any(i => HeaderWords.IsPerson(rows[person][i]) && rows[person + 1][i].Length > 0);

    /// <summary>The lower row where it says something, otherwise the upper.</summary>
    private static string[] Merged(string[] upper, string[] lower) =>
        [.. Enumerable.Range(0, Math.Max(upper.Length, lower.Length)).Select(i => i < lower.Length && lower[i].Length > 0 ? lower[i] : i < upper.Length ? upper[i] : "")];
}
