using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetRow = DocumentFormat.OpenXml.Spreadsheet.Row;

namespace CaseFlow.Web.Import;

/// <summary>An Excel workbook as files of an import: each sheet that is shown, row by row and line by line; one that is called as a file is that file.</summary>
internal static class Workbook
{
    private const string Extension = ".xlsx";

    /// <summary>In characters of one sheet; the files of the largest schools have a tenth of it.</summary>
    private const long MostCharacters = 400_000_000;

    /// <summary>Cells that Excel shows as a day have one of these built-in formats, or one of their own with a year, a month or a day in it.</summary>
    private static readonly HashSet<uint> DayFormats = [14, 15, 16, 17, 22, 27, 30, 31, 36, 50, 57, 58];

    /// <summary>The first day of Excel's count. It has a 29 February 1900, so that this is a day early for all that comes after it.</summary>
    private static readonly DateTime DayZero = new(1899, 12, 30);

    /// <summary>What an import reads of a file: itself, or the sheets of a workbook.</summary>
    /// <exception cref="IOException">It cannot be read, is no workbook, or one that is broken or protected by a password.</exception>
    public static IReadOnlyList<SchoolFile> Files(SchoolFile file)
    {
        if (!file.Name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            return [file];
        try
        {
            using var bytes = new MemoryStream(file.ReadAll());
            using var document = SpreadsheetDocument.Open(bytes, false, new OpenSettings { MaxCharactersInPart = MostCharacters });
            return Sheets(document, file.Name[..^Extension.Length]);
        }
        catch (Exception e) when (e is FileFormatException or InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FormatException or ArgumentException)
        {
            throw new IOException(e.Message, e);
        }
    }

    private static List<SchoolFile> Sheets(SpreadsheetDocument document, string name)
    {
        var book = document.WorkbookPart ?? throw new InvalidDataException("no sheets");
        var sheets = book.Workbook.Descendants<Sheet>().Where(s => s.State?.Value is null || s.State.Value == SheetStateValues.Visible).ToList();
        var reader = new Cells(book);
        var files = new List<SchoolFile>();
        foreach (var sheet in sheets)
        {
            if (book.GetPartById(sheet.Id!.Value!) is not WorksheetPart part)
                continue; // a sheet that is a chart

            // A workbook of one sheet is called as its file, whatever Excel called the sheet.
            var known = FileFormats.Named(sheet.Name!.Value!) ?? (sheets.Count == 1 ? FileFormats.Named(name) : null);
            var (title, text) = ($"{name}{Extension}: {sheet.Name.Value}", reader.TextOf(part));
            files.Add(new SchoolFile(known?.File ?? title, () => new MemoryStream(Encoding.UTF8.GetBytes(text))) { Title = title });
        }

        return files;
    }

    private sealed class Cells(WorkbookPart book)
    {
        private readonly string[] shared =
            [.. book.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(TextOf) ?? []];

        private readonly bool[] isDay = DaysIn(book.WorkbookStylesPart?.Stylesheet);

        /// <summary>The sheet as CSV: its tenth row is the tenth line.</summary>
        public string TextOf(WorksheetPart sheet)
        {
            var (text, line) = (new StringBuilder(), 1u);
            using var reader = OpenXmlReader.Create(sheet);
            while (reader.Read())
            {
                if (reader.ElementType != typeof(SheetRow) || !reader.IsStartElement || reader.LoadCurrentElement() is not SheetRow row)
                    continue;
                for (var number = row.RowIndex?.Value ?? line; line < number; line++)
                    text.Append('\n');
                Append(text, row);
                text.Append('\n');
                line++;
            }

            return text.ToString();
        }

        private void Append(StringBuilder text, SheetRow row)
        {
            var next = 0;
            foreach (var cell in row.Elements<Cell>())
            {
                for (var column = ColumnOf(cell) ?? next; next < column; next++)
                    text.Append(',');
                text.Append('"').Append(ValueOf(cell).Replace("\"", "\"\"", StringComparison.Ordinal).ReplaceLineEndings(" ")).Append("\",");
                next++;
            }
        }

        private string ValueOf(Cell cell)
        {
            var value = cell.CellValue?.Text ?? "";
            var type = cell.DataType?.Value;
            if (type == CellValues.SharedString)
                return shared[int.Parse(value, CultureInfo.InvariantCulture)];
            if (type == CellValues.InlineString)
                return cell.InlineString is { } inline ? TextOf(inline) : "";
            if (type is { } other && other != CellValues.Number || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return value;
            var style = cell.StyleIndex?.Value ?? 0;
            return style < isDay.Length && isDay[style]
                ? DayZero.AddDays(Math.Floor(number)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : number.ToString("0.##########", CultureInfo.InvariantCulture); // a telephone number in full, and 0.1 as it was typed
        }

        private static string TextOf(OpenXmlElement item) => string.Concat(item.Descendants<Text>().Where(t => t.Parent is not PhoneticRun).Select(t => t.Text));

        /// <summary>0 for A, 26 for AA.</summary>
        private static int? ColumnOf(Cell cell)
        {
            var letters = cell.CellReference?.Value?.TakeWhile(char.IsAsciiLetter).ToList();
            return letters is { Count: > 0 } ? letters.Aggregate(0, (no, letter) => (no * 26) + char.ToUpperInvariant(letter) - 'A' + 1) - 1 : null;
        }

        private static bool[] DaysIn(Stylesheet? styles)
        {
            var own = styles?.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode?.Value ?? "") ?? [];
            return [.. styles?.CellFormats?.Elements<CellFormat>().Select(f => IsDay(f.NumberFormatId?.Value ?? 0)) ?? []];

            bool IsDay(uint id) => DayFormats.Contains(id) || (own.TryGetValue(id, out var code) && (code.Contains('y', StringComparison.OrdinalIgnoreCase) || code.Contains('年', StringComparison.Ordinal)));
        }
    }
}
