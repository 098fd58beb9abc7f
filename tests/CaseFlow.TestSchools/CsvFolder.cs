using System.Globalization;
using System.Text;

namespace CaseFlow.TestSchools;

/// <summary>Writes tables into a folder in one style.</summary>
internal sealed class CsvFolder(string folder, CsvStyle style)
{
    public string? Date(DateOnly? date) => date?.ToString(
        style.Dates switch
        {
            DateStyle.Slashes => "yyyy/M/d",
            DateStyle.Chinese => "yyyy'年'M'月'd'日'",
            _ => "yyyy-MM-dd",
        },
        CultureInfo.InvariantCulture);

    public string? Coded(string? value) =>
        value is null || !style.ChineseValues ? value : ChineseNames.ValueOf(value);

    /// <summary>Several coded values in one cell.</summary>
    public string? Several(IEnumerable<string> values) =>
        string.Join(style.ChineseValues ? "；" : "; ", values.Select(Coded));

    public void Write(string file, IEnumerable<string?[]> rows)
    {
        var headers = ChineseNames.HeadersOf(file);
        var text = new StringBuilder();
        AppendRow(text, style.ChineseHeaders ? headers.Values : headers.Keys);
        foreach (var row in rows)
        {
            if (row.Length != headers.Count)
                throw new InvalidOperationException($"{file}: {row.Length} cells under {headers.Count} headers");
            AppendRow(text, row);
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, file + ".csv"), text.ToString(), style.Encoding);
    }

    private void AppendRow(StringBuilder text, IEnumerable<string?> cells) =>
        text.AppendJoin(style.Separator, cells.Select(cell => Quoted(cell ?? ""))).Append('\n');

    private string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny([style.Separator, '"', '\n', '\r']) < 0
            ? cell
            : '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
