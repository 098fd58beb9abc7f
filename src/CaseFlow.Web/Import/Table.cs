using CaseFlow.Engine;
using CsvHelper;

namespace CaseFlow.Web.Import;

/// <summary>A file as a header and rows of cells.</summary>
internal sealed class Table
{
    private readonly FileText text;
    private readonly char separator;
    private readonly FileFormat format;
    private readonly ProblemList problems;
    private readonly Dictionary<string, (int Index, string Header)> columns = [];
    private string[] header = [];
    private int malformedLine;
    private bool lostRows;

    private Table(FileText text, char separator, FileFormat format, ProblemList problems) =>
        (this.text, this.separator, this.format, this.problems) = (text, separator, format, problems);

    /// <summary>Finds encoding and separator; null, and a problem, where the bytes are no table.</summary>
    public static Table? Of(byte[] bytes, FileFormat format, ProblemList problems)
    {
        if (FileText.Of(bytes, out var refused) is not { } text)
        {
            problems.Add(refused!);
            return null;
        }

        using var reader = text.Open();
        if (Separator.HeaderLine(reader) is { } line)
            return new Table(text, Separator.Of(line, format), format, problems);
        problems.Add(FileReasons.Empty);
        return null;
    }

    /// <summary>Whether every row was seen with the columns that it is known by; known once <see cref="Rows"/> has ended.</summary>
    public bool IsComplete => !lostRows && format.Columns.Where(c => c.Required).All(c => Has(c.Name));

    /// <summary>Whether the header has the column; known once <see cref="Rows"/> has given the first row or ended.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>The rows of data, one at a time: the same object with other cells, to be read before the next is asked for.</summary>
    public IEnumerable<Row> Rows()
    {
        using var reader = CsvReader.Create(Separator.Ascii(text, separator, out var ascii), Options(ascii));
        var row = new Row(columns, problems);
        while (reader.Read())
        {
            var (cells, line) = (Cells(reader), (int)reader.LineNumber);
            if (malformedLine == line)
                Lose(line, null, FileReasons.BadQuotes);
            else if (Array.TrueForAll(cells, c => c.Length == 0))
                continue;
            else if (header.Length == 0 && !ReadHeader(cells, line))
                yield break;
            else if (header != cells && Fits(cells, line))
                yield return row.Of(cells, line);
        }
    }

    private CsvReaderOptions Options(char ascii) => new()
    {
        Separator = ascii,
        HasHeader = false,
        TrimWhitespace = true,
        WhitespaceCharacters = ascii == '\t' ? " " : " \t",
        TrackLineNumbers = true,
        PoolStrings = true,
        OnMalformedRecord = Malformed,
    };

    /// <summary>A quotation mark in the middle of a cell is text: people write it. Where a quoted cell does not end, rows are lost.</summary>
    private void Malformed(CsvMalformedRecord record)
    {
        if (record.Reason != CsvMalformedReason.StrayQuote)
            malformedLine = (int)record.LineNumber;
    }

    private static string[] Cells(CsvReader reader)
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = reader.GetString(i).Trim().Trim('\uFEFF', '\u200B');
        return cells;
    }

    /// <summary>Finds the columns; false where the line is no header at all.</summary>
    private bool ReadHeader(string[] cells, int line)
    {
        header = cells;
        var known = string.Join(", ", format.Columns.Select(c => $"{c.Name} ({c.Aliases[0]})"));
        if (!cells.Any(c => format.Of(c) is not null))
        {
            problems.Add(line, null, null, FileReasons.NoHeader(known));
            return false;
        }

        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0)
                continue;
            if (format.Of(cells[i]) is not { } column)
                problems.Add(line, cells[i], null, FileReasons.UnknownColumn(format.Nearest(cells[i])?.Name, known));
            else if (!columns.TryAdd(column.Name, (i, cells[i])))
                problems.Add(line, cells[i], null, FileReasons.ColumnTwice(column, columns[column.Name].Header));
        }

        foreach (var column in format.Columns.Where(c => c.Required && !Has(c.Name)))
            problems.Add(line, column.Name, null, FileReasons.MissingColumn(column));
        return true;
    }

    /// <summary>Cells without a header are a separator too many, or a cell that needs quotes: what they say must not be lost.</summary>
    private bool Fits(string[] cells, int line)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length == 0 || (i < header.Length && header[i].Length > 0))
                continue;
            Lose(line, cells[i], FileReasons.MoreCells(cells.Length, header.Count(h => h.Length > 0)));
            return false;
        }

        return true;
    }

    private void Lose(int line, string? value, Words reason)
    {
        lostRows = true;
        problems.Add(line, null, value, reason);
    }
}
