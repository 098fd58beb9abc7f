namespace CaseFlow.Web.Import.WideSheets;

/// <summary>Finds out whether a file is a sheet with a row a pupil, and where its header is.</summary>
internal static class SheetRecognition
{
    /// <summary>A school week; fewer numbers in a row are something else.</summary>
    private const int FewestDays = 5;

    /// <summary>The sheet; null where the file is none.</summary>
    public static WideSheet? Of(SchoolFile file)
    {
        var bytes = file.ReadAll();
        var head = Grid.Rows(bytes, Grid.Head);
        for (var i = 0; i < head.Count; i++)
        {
            if (!Array.Exists(head[i].Cells, IsPerson))
                continue;
            // Merged cells: subjects or days may stand a row below or above the word 姓名.
            if (Kind(head[i].Cells) is { } kind)
                return Sheet(kind, head[i].Cells, i, i + 1);
            if (i + 1 < head.Count && !IsFilledUnderPerson(head, i) && Merged(head[i].Cells, head[i + 1].Cells) is var below && Kind(below) is { } kindBelow)
                return Sheet(kindBelow, below, i, i + 2);
            if (i > 0 && Merged(head[i - 1].Cells, head[i].Cells) is var above && Kind(above) is { } kindAbove)
                return Sheet(kindAbove, above, i - 1, i + 1);
        }

        return null;

        WideSheet Sheet(SheetKind kind, string[] header, int titles, int skip)
        {
            var rows = Grid.Rows(bytes, int.MaxValue)[skip..];
            var columns = Enumerable.Range(0, rows.Select(r => r.Cells.Length).Append(header.Length).Max())
                .Select(i => (Index: i, Header: i < header.Length ? header[i] : ""))
                .Where(c => c.Header.Length > 0 || rows.Exists(r => r[c.Index].Length > 0))
                .Select(c => new SheetColumn(c.Index, c.Header, kind == SheetKind.Register ? DayHeader.Of(c.Header) : null));
            return new(file.Title, kind, [.. columns], rows, [.. head.Take(titles).SelectMany(r => r.Cells).Where(c => c.Length > 0), .. file.Title.Split(": ").Reverse()]);
        }
    }

    private static bool IsPerson(string header) => HeaderWords.UseOf(header) is ColumnUse.Name or ColumnUse.StudentNo;

    private static SheetKind? Kind(string[] header)
    {
        if (header.Count(h => DayHeader.Of(h) is not null) >= FewestDays)
            return SheetKind.Register;
        return Array.Exists(header, h => HeaderWords.SubjectOf(h) is not null) ? SheetKind.Grades : null;
    }

    private static bool IsFilledUnderPerson(List<GridRow> head, int row) =>
        Enumerable.Range(0, head[row].Cells.Length).Any(i => IsPerson(head[row][i]) && head[row + 1][i].Length > 0);

    /// <summary>The lower row where it says something, otherwise the upper.</summary>
    private static string[] Merged(string[] upper, string[] lower) =>
        [.. Enumerable.Range(0, Math.Max(upper.Length, lower.Length)).Select(i => i < lower.Length && lower[i].Length > 0 ? lower[i] : i < upper.Length ? upper[i] : "")];
}
