using CaseFlow.Engine;

namespace CaseFlow.Web.Import;

/// <summary>A row of a file. What is asked of a cell that it does not hold is a problem on record, and null.</summary>
internal sealed class Row(IReadOnlyDictionary<string, (int Index, string Header)> columns, ProblemList problems)
{
    private string[] cells = [];

    /// <summary>The physical line on which the row starts.</summary>
    public int Line { get; private set; }

    /// <summary>Whether a cell of this row was found wrong.</summary>
    public bool IsBad { get; private set; }

    public Row Of(string[] row, int line)
    {
        (cells, Line, IsBad) = (row, line, false);
        return this;
    }

    public bool Has(string column) => columns.ContainsKey(column);

    /// <summary>What the cell says; empty where the row is shorter than the header or the file lacks the column.</summary>
    public string this[string column] => columns.TryGetValue(column, out var c) && c.Index < cells.Length ? cells[c.Index] : "";

    public void Refuse(string column, Words reason)
    {
        IsBad = true;
        problems.Add(Line, HeaderOf(column), this[column], reason);
    }

    public string HeaderOf(string column) => columns.TryGetValue(column, out var c) ? c.Header : column;

    /// <summary>A text, null where the cell is empty.</summary>
    public string? Text(string column, int most, bool lines = false)
    {
        var text = this[column];
        if (text.Length == 0)
            return null;
        if (lines)
            text = text.ReplaceLineEndings("\n");
        if (text.Any(c => IsForbidden(c, lines)))
            Refuse(column, CellReasons.ControlCharacter(text.First(c => IsForbidden(c, lines))));
        else if (text.Length > most)
            Refuse(column, CellReasons.TooLong(text.Length, most));
        return text;
    }

    private static bool IsForbidden(char c, bool lines) => char.IsControl(c) && !(lines && c is ('\n' or '\t'));

    /// <summary>A text that must be there. A column that is missing was told of in the header already.</summary>
    public string RequiredText(string column, int most)
    {
        if (IsFilled(column))
            return Text(column, most)!;
        return "";
    }

    public DateOnly? Date(string column)
    {
        if (this[column] is not { Length: > 0 } text)
            return null;
        var day = CellText.Date(text, out var wrong);
        if (wrong is not null)
            Refuse(column, wrong);
        return day;
    }

    public DateOnly RequiredDate(string column) => IsFilled(column) ? Date(column) ?? default : default;

    public T? Code<T>(string column, CodeTable<T> table)
        where T : struct
    {
        if (this[column] is not { Length: > 0 } text)
            return null;
        if (table.TryRead(text, out var value))
            return value;
        Refuse(column, CellReasons.NoCode(table.Known));
        return null;
    }

    public T RequiredCode<T>(string column, CodeTable<T> table)
        where T : struct => IsFilled(column) ? Code(column, table) ?? default : default;

    public string? Code(string column, CodeTable<string> table)
    {
        if (this[column] is not { Length: > 0 } text)
            return null;
        if (table.TryRead(text, out var value))
            return value;
        Refuse(column, CellReasons.NoCode(table.Known));
        return null;
    }

    public string RequiredCode(string column, CodeTable<string> table) => IsFilled(column) ? Code(column, table) ?? "" : "";

    /// <summary>Several codes, in the order of the table and each once, so that their order in the cell does not count.</summary>
    public List<string> Codes(string column, CodeTable<string> table)
    {
        HashSet<string> found = [];
        foreach (var word in this[column].Split([';', '；', '、', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (table.TryRead(word, out var value))
                found.Add(value);
            else
                Refuse(column, CellReasons.NoCode(table.Known));
        }

        return [.. table.Values.Select(v => v.Value).Where(found.Contains)];
    }

    public int? Whole(string column, int least, int most)
    {
        if (this[column] is not { Length: > 0 } text)
            return null;
        if (CellText.Whole(text) is not { } number)
            Refuse(column, CellReasons.NoWholeNumber);
        else if (number < least || number > most)
            Refuse(column, CellReasons.OutOfRange(least, most));
        else
            return (int)number;
        return null;
    }

    /// <summary>A number from zero up that fits a score's column; zero where a problem was found.</summary>
    public decimal RequiredScore(string column)
    {
        if (!IsFilled(column))
            return 0;
        var (number, wrong) = CellText.Score(this[column]);
        if (wrong is not null)
            Refuse(column, wrong);
        return number;
    }

    /// <summary>Whether a required cell says something; if not, that is a problem.</summary>
    public bool IsFilled(string column)
    {
        if (this[column].Length > 0)
            return true;
        if (Has(column))
            Refuse(column, CellReasons.Empty);
        return false;
    }
}
