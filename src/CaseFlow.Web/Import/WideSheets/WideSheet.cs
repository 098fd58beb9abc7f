using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>A column of a sheet.</summary>
/// <param name="Index">0 for the leftmost.</param>
/// <param name="Header">What stands above it; empty where nothing does.</param>
/// <param name="Day">The day that a register's column is of.</param>
internal sealed record SheetColumn(int Index, string Header, DayHeader? Day)
{
    /// <summary>As people find it: the header, and the letter that Excel gives it.</summary>
    public string Title => Header.Length > 0 ? $"{Header} ({Letter})" : Letter;

    private string Letter => (Index >= 26 ? $"{(char)('A' + (Index / 26) - 1)}" : "") + (char)('A' + (Index % 26));
}

/// <summary>A sheet with a row a pupil, as it was found in a file.</summary>
/// <param name="Name">The file, and the sheet where it is one of a workbook.</param>
/// <param name="Titles">The texts above the header and the names of sheet and file: they say which class, exam or month it is.</param>
internal sealed record WideSheet(string Name, SheetKind Kind, IReadOnlyList<SheetColumn> All, IReadOnlyList<GridRow> Rows, IReadOnlyList<string> Titles)
{
    /// <summary>The columns that are no days, from the left: those of a mapping.</summary>
    public IReadOnlyList<SheetColumn> Columns { get; } = [.. All.Where(c => c.Day is null)];

    public IReadOnlyList<SheetColumn> Days { get; } = [.. All.Where(c => c.Day is not null)];

    /// <summary>Whether a day has several columns, one for each part of it.</summary>
    public bool HasPartsOfDays => Days.GroupBy(c => c.Day! with { Part = null }).Any(AreParts);

    /// <summary>What sheets that are made alike have in common: the kind and the headers, but for days and full scores.</summary>
    public string Shape => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Kind}\n{string.Join('\n', Columns.Select(c => HeaderWords.Bare(c.Header)))}")));

    /// <summary>The row that gives the full score of each subject.</summary>
    public GridRow? FullScores => Rows.Take(2).FirstOrDefault(r => r.Cells.Any(HeaderWords.IsFullScores));

    /// <summary>The rows of pupils: those that name somebody.</summary>
    public IEnumerable<GridRow> Pupils(SheetMapping mapping)
    {
        var (name, no) = (Of(mapping, ColumnUse.Name), Of(mapping, ColumnUse.StudentNo));
        return Rows.Where(r => (Names(r, name) || Names(r, no)) && !r.Cells.Take(1 + Math.Max(name?.Index ?? 0, no?.Index ?? 0)).Any(HeaderWords.IsSummary));
    }

    /// <summary>The columns that give one mark together: the parts of a day; any other column of a day stands for itself.</summary>
    /// <returns>The date is null where the month has no such day.</returns>
    public IReadOnlyList<(DateOnly? Date, IReadOnlyList<SheetColumn> Columns)> DaysIn(DateOnly month) =>
    [
        .. Days.GroupBy(c => c.Day!.In(month)).SelectMany(
            d => d.Key is not null && AreParts(d) ? [[.. d]] : d.Select(c => new[] { c }), (d, columns) => (d.Key, (IReadOnlyList<SheetColumn>)columns)),
    ];

    /// <summary>The column that a mapping puts to a use.</summary>
    public SheetColumn? Of(SheetMapping mapping, ColumnUse use) => mapping.First(use) is { } i ? Columns[i] : null;

    /// <summary>The marks in the cells of pupils, each once.</summary>
    public IReadOnlyList<string> Marks(SheetMapping mapping) =>
        [.. Pupils(mapping).SelectMany(_ => Days, (r, c) => MarkWords.Key(r[c.Index])).Where(m => m.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>What the sheet itself says that its marks mean.</summary>
    public IReadOnlyDictionary<string, MarkMeaning> Legend => Titles.Concat(Rows.SelectMany(r => r.Cells.Where(c => c.Length > 1))).SelectMany(MarkWords.Legend)
        .GroupBy(x => x.Mark).ToDictionary(g => g.Key, g => g.First().Meaning);

    private static bool AreParts(IEnumerable<SheetColumn> columns) =>
        columns.Select(c => c.Day!.Part).ToList() is { Count: > 1 } parts && parts.TrueForAll(p => p is not null) && parts.Distinct().Count() == parts.Count;

    private static bool Names(GridRow row, SheetColumn? column) => column is not null && row[column.Index].Length > 0;
}
