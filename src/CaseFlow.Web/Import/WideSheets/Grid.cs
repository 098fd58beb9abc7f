using CsvHelper;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>A row of cells and the line on which it stands.</summary>
internal sealed record GridRow(int Line, string[] Cells)
{
    /// <summary>What a cell says; empty where the row is shorter.</summary>
    public string this[int column] => column < Cells.Length ? Cells[column] : "";
}

/// <summary>A sheet as cells, before anybody knows where its header is.</summary>
internal static class Grid
{
    /// <summary>How many rows may stand above the header, and the header itself.</summary>
    public const int Head = 20;

    /// <summary>The rows that are not blank, at most so many; none where the bytes are no text.</summary>
    public static List<GridRow> Rows(byte[] bytes, int most)
    {
        var rows = new List<GridRow>();
        if (FileText.Of(bytes, out _) is not { } text)
            return rows;
        using var reader = CsvReader.Create(Separator.Ascii(text, SeparatorOf(text), out var ascii), new CsvReaderOptions
        {
            Separator = ascii, HasHeader = false, TrackLineNumbers = true, OnMalformedRecord = _ => { },
        });
        while (rows.Count < most && reader.Read())
        {
            var cells = Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i).Trim().Trim('\uFEFF', '\u200B')).ToArray();
            if (!Array.TrueForAll(cells, c => c.Length == 0))
                rows.Add(new((int)reader.LineNumber, cells));
        }

        return rows;
    }

    /// <summary>The separator that stands in the first lines most often: titles above the header have none.</summary>
    private static char SeparatorOf(FileText text)
    {
        using var reader = text.Open();
        var head = string.Concat(Enumerable.Range(0, Head).Select(_ => reader.ReadLine()));
        return Separator.Candidates.MaxBy(c => head.Count(x => x == c));
    }
}
