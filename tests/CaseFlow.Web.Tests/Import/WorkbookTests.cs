using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Import;

/// <summary>Excel workbooks as files of an import.</summary>
public sealed class WorkbookTests
{
    private static readonly object?[][] Students = [["学号", "姓名", "性别", "班级", "出生日期", "监护人电话"], ["S001", "甲一", "F", "一班", new DateOnly(2015, 3, 9), 13800000001d], ["S002", "乙二", "M", "一班", null, null]];

    [Fact]
    public async Task Sheets_are_known_by_their_names_in_both_languages_and_days_and_telephones_come_as_they_are_shown()
    {
        using var school = new ImportedSchool();
        var report = await school.ImportBytes(null, ("本学期.xlsx", Book(
            ("学生", Students),
            ("attendance", [["student_no", "date", "mark"], ["S001", new DateOnly(2026, 3, 2), "late"]]),
            ("说明", [["这一页不是数据"]]))));

        report.Ok.ShouldBeTrue();
        report.Ignored.ShouldBe(["本学期.xlsx: 说明"]);
        report.Files.Select(f => (f.File, f.Added)).ShouldBe([("students.csv", 2), ("attendance.csv", 1)]);
        using var db = school.New();
        var child = await db.Children.SingleAsync(c => c.StudentNo == "S001");
        (child.BirthDate, child.GuardianPhone).ShouldBe((new DateOnly(2015, 3, 9), "13800000001"));
        (await db.AttendanceMarks.SingleAsync()).Date.ShouldBe(new DateOnly(2026, 3, 2));
    }

    [Fact]
    public async Task A_workbook_of_one_sheet_is_known_by_its_own_name_and_the_same_twice_changes_nothing()
    {
        using var school = new ImportedSchool();
        var book = ("students.xlsx", Book(("Sheet1", Students)));

        (await school.ImportBytes(null, book)).Ok.ShouldBeTrue();
        var again = (await school.ImportBytes(null, book)).Files.ShouldHaveSingleItem();

        (again.Added, again.Changed, again.Unchanged).ShouldBe((0, 0, 2));
    }

    [Fact]
    public async Task A_problem_stands_in_the_row_in_which_Excel_shows_it()
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = await school.ImportBytes(null, ("attendance.xlsx", Book(
            ("attendance", [["student_no", "date", "mark"], [], ["S001", "2026-03-02", "late"], [], ["S001", "2026-03-03", "nonsense"]]))));

        var problem = report.Files.ShouldHaveSingleItem().Problems.ShouldHaveSingleItem();
        (problem.Line, problem.Column, problem.Value).ShouldBe((5, "mark", "nonsense"));
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused_and_nothing_goes_in()
    {
        using var school = new ImportedSchool();
        var report = await school.ImportBytes(null, ("students.xlsx", "no workbook at all"u8.ToArray()));

        report.Ok.ShouldBeFalse();
        var problem = report.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Reason.En.StartsWith("the workbook cannot be read", StringComparison.Ordinal)).ShouldBe(("students.xlsx", true));
    }

    internal static byte[] Book(params (string Name, object?[][] Rows)[] sheets) => Book([.. sheets.Select(s => (s.Name, s.Rows, Array.Empty<string>()))]);

    /// <param name="sheets">The cells that are merged, such as <c>B2:C2</c>.</param>
    internal static byte[] Book(params (string Name, object?[][] Rows, string[] Merged)[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = "yyyy\"年\"m\"月\"" }),
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 170 }));
            var shared = book.AddNewPart<SharedStringTablePart>();
            shared.SharedStringTable = new SharedStringTable();
            foreach (var (name, rows, merged) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select((cells, i) => RowOf(cells, i + 1, shared.SharedStringTable)).OfType<Row>()));
                if (merged.Length > 0)
                    part.Worksheet.Append(new MergeCells(merged.Select(m => new MergeCell { Reference = m })));
                book.Workbook.Sheets!.Append(new Sheet { Name = name, SheetId = (uint)book.Workbook.Sheets.ChildElements.Count + 1, Id = book.GetIdOfPart(part) });
            }
        }

        return bytes.ToArray();
    }

    /// <summary>As Excel writes it: rows and cells with nothing in them are left out.</summary>
    private static Row? RowOf(object?[] cells, int no, SharedStringTable shared) => cells.Length == 0
        ? null
        : new Row(cells.Select((value, i) => CellOf(value, $"{(char)('A' + i)}{no}", shared)).OfType<Cell>()) { RowIndex = (uint)no };

    private static Cell? CellOf(object? value, string at, SharedStringTable shared)
    {
        switch (value)
        {
            case string text:
                shared.Append(new SharedStringItem(new Text(text)));
                return new Cell(new CellValue(shared.ChildElements.Count - 1)) { CellReference = at, DataType = CellValues.SharedString };
            case DateOnly day:
                return new Cell(new CellValue(day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture))) { CellReference = at, StyleIndex = 1 };
            case double number:
                return new Cell(new CellValue(number.ToString("E10", CultureInfo.InvariantCulture))) { CellReference = at };
            case Empty:
                return new Cell { CellReference = at };
            default:
                return null;
        }
    }

    /// <summary>A cell that has borders and nothing in it, as those behind the first of merged ones.</summary>
    internal sealed record Empty;
}
