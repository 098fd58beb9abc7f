using System.Text;

namespace CaseFlow.Web.Import;

/// <summary>Finds the character that separates the cells of a file, from its header row.</summary>
internal static class Separator
{
    /// <summary>A character that no text has in it.</summary>
    private const char UnitSeparator = '\u001F';

    /// <summary>The characters that separate cells in files of schools.</summary>
    public static readonly char[] Candidates = [',', '\t', ';', '，', '；'];

    /// <summary>The separator that finds the most columns of <paramref name="format"/> in the header, then the most cells.</summary>
    public static char Of(string header, FileFormat format) =>
        Candidates.MaxBy(c => Split(header, c) is var cells ? (cells.Count(x => format.Of(x) is not null), cells.Count) : default);

    /// <summary>The first line that is not blank, line breaks in quotes included; null where there is none.</summary>
    public static string? HeaderLine(TextReader text)
    {
        var line = new StringBuilder();
        var quoted = false;
        for (var c = text.Read(); c >= 0 && line.Length < 1 << 16; c = text.Read())
        {
            quoted ^= c == '"';
            if (quoted || c is not ('\r' or '\n'))
                line.Append((char)c);
            else if (!IsBlank(line.ToString()))
                break;
            else
                line.Clear();
        }

        return IsBlank(line.ToString()) ? null : line.ToString();
    }

    /// <summary>A reader of the text in which an ASCII character separates the cells, as the parser needs it.</summary>
    public static TextReader Ascii(FileText text, char separator, out char ascii)
    {
        ascii = separator;
        if (char.IsAscii(separator))
            return text.Open();
        ascii = UnitSeparator;
        using var reader = text.Open();
        var chars = reader.ReadToEnd().ToCharArray();
        var quoted = false;
        for (var i = 0; i < chars.Length; i++)
        {
            quoted ^= chars[i] == '"';
            if (chars[i] == separator && !quoted)
                chars[i] = UnitSeparator;
        }

        return new StringReader(new string(chars));
    }

    private static bool IsBlank(string line) => line.All(c => char.IsWhiteSpace(c) || c is '\uFEFF' || Candidates.Contains(c));

    private static List<string> Split(string header, char separator)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        var quoted = false;
        foreach (var c in header)
        {
            quoted ^= c == '"';
            if (c == separator && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c != '"')
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
