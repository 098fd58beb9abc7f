using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Import;

/// <summary>Encodings, separators, headers and dates: what is read alike, and what is refused with a way out.</summary>
public sealed class FileFormTests
{
    private const string Marks = "学号,日期,考勤\nS001,2026-03-02,旷课\n";

    static FileFormTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Understood() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Marks) },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Marks)] },
        { "GB18030", Encoding.GetEncoding("GB18030").GetBytes(Marks) },
        { "GBK", Encoding.GetEncoding("GBK").GetBytes(Marks) },
    };

    public static TheoryData<string, byte[], string> NotUnderstood() => new()
    {
        { "UTF-16 with a mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Marks)], "UTF-16 (little-endian)" },
        { "UTF-16", Encoding.Unicode.GetBytes(Marks), "UTF-16 (little-endian)" },
        { "UTF-16 the other way with a mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Marks)], "UTF-16 (big-endian)" },
        { "UTF-16 the other way", Encoding.BigEndianUnicode.GetBytes(Marks), "UTF-16 (big-endian)" },
        { "UTF-32", [.. Encoding.UTF32.Preamble, .. Encoding.UTF32.GetBytes(Marks)], "UTF-32" },
        { "neither", [.. Encoding.UTF8.GetBytes(Marks), 0xFF, 0xFF, 0x0A], "neither UTF-8 nor GB18030" },
        { "UTF-8 by its mark, and broken", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Marks), 0xC4], "neither UTF-8 nor GB18030" },
        { "a workbook", "PK\u0003\u0004 and so on"u8.ToArray(), "Excel workbook" },
    };

    [Theory]
    [MemberData(nameof(Understood))]
    public async Task An_encoding_that_schools_use_is_understood(string name, byte[] bytes)
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = await school.ImportBytes(null, ("attendance.csv", bytes));
        report.Ok.ShouldBeTrue(name);
        report.Files[0].Added.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(NotUnderstood))]
    public async Task Another_encoding_is_refused_with_its_name_and_the_way_out(string name, byte[] bytes, string looksLike)
    {
        using var school = await new ImportedSchool().WithStudents();
        var problem = (await school.ImportBytes(null, ("attendance.csv", bytes))).AllProblems.ShouldHaveSingleItem(name);
        problem.Line.ShouldBe(0);
        problem.Reason.En.ShouldContain(looksLike);
        problem.Reason.En.ShouldContain("save it");
        problem.Reason.Zh.ShouldContain("另存为");
    }

    [Theory]
    [InlineData("学号,日期,考勤\nS001,2026-03-02,旷课\n")]
    [InlineData("学号\t日期\t考勤\nS001\t2026-03-02\t旷课\n")]
    [InlineData("学号;日期;考勤\r\nS001;2026-03-02;旷课\r\n")]
    [InlineData("学号，日期，考勤\nS001，2026-03-02，旷课\n")]
    [InlineData("\"学号\",\"日期\",\"考勤\"\n\"S001\",\"2026-03-02\",\"旷课\"")]
    [InlineData("\n\n Student No , DATE,Mark*\n\n  S001 ,　2026-03-02, ABSENT\n,,\n")]
    [InlineData("student_no,date,mark,\nS001,2026-03-02,absent,\n")]
    [InlineData("mark,date,student_no\nabsent,2026/3/2,S001\n")]
    [InlineData("student_no,date,mark\nS001,２０２６年３月２日,Absent\n")]
    [InlineData("student_no,date,mark\nｓ００１,2026年03月02日,缺席\n")]
    public async Task Separators_quotes_headers_blanks_and_dates_in_their_usual_forms(string text)
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = await school.Import(("ATTENDANCE.CSV", text));
        report.AllProblems.ShouldBeEmpty();
        (report.Files[0].File, report.Files[0].Rows).ShouldBe(("attendance.csv", 1));
        var mark = await school.New().AttendanceMarks.SingleAsync();
        (mark.Date, mark.Mark).ShouldBe((new DateOnly(2026, 3, 2), Engine.Signals.Mark.Absent));
    }

    [Fact]
    public async Task A_full_width_comma_in_quotes_or_in_a_file_with_commas_separates_nothing()
    {
        using var school = await new ImportedSchool().WithStudents();
        await school.Import(("observations.csv", "学号，日期，类型，程度，备注\nS001，2026-03-02，哭泣，1，\"哭了，又笑了, 没事\"\n"));
        await school.Import(("observations.csv", "学号,日期,类型,程度,备注\nS002,2026-03-02,哭泣,1,哭了，又笑了\n"));
        (await school.New().Observations.OrderBy(o => o.ChildId).Select(o => o.Note).ToListAsync()).ShouldBe(["哭了，又笑了, 没事", "哭了，又笑了"]);
    }

    [Fact]
    public async Task Lines_are_those_of_an_editor_whatever_quoted_line_breaks_and_blank_lines_come_before()
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = await school.Import(("observations.csv",
            "student_no,date,kind,severity,note\r\nS001,2026-03-02,crying,1,\"one\r\ntwo\r\n\r\nfour\"\r\n\r\nS001,2026-03-02,crying,9,\r\nS001,2026-03-02,crying,\"\r\n9\",\r\n"));
        report.AllProblems.Select(p => p.Line).ShouldBe([7, 8]);
    }

    [Fact]
    public async Task A_note_may_have_line_breaks_and_they_are_the_same_on_every_system()
    {
        using var school = await new ImportedSchool().WithStudents();
        const string File = "student_no,date,kind,severity,note\nS001,2026-03-02,crying,1,\"one\ntwo\"\n";
        await school.Import(("observations.csv", File));
        (await school.Import(("observations.csv", File.ReplaceLineEndings("\r\n")))).Files[0].Unchanged.ShouldBe(1);
        (await school.New().Observations.SingleAsync()).Note.ShouldBe("one\ntwo");
    }

    [Fact]
    public async Task A_quotation_mark_inside_a_cell_is_text_and_one_never_closed_is_a_problem()
    {
        using var school = await new ImportedSchool().WithStudents();
        const string Header = "student_no,date,kind,severity,note\n";
        (await school.Import(("observations.csv", Header + "S001,2026-03-02,crying,1,说\"想家\"\n"))).Ok.ShouldBeTrue();
        var report = await school.Import(("observations.csv", Header + "S001,2026-03-02,crying,1,x\nS001,2026-03-02,crying,1,\"never closed\nS001,2026-03-03,crying,1,y\n"));
        var problem = report.AllProblems.ShouldHaveSingleItem();
        problem.Line.ShouldBe(3);
        problem.Reason.En.ShouldStartWith("a quotation mark is out of place or never closed");
    }

    [Theory]
    [InlineData("student_no,date,mrak\nS001,2026-03-02,late\n", "mrak", "there is no such column; did you mean 'mark'? The columns are: student_no (学号), date (日期), mark (考勤)")]
    [InlineData("student_no,date,mark,weather\nS001,2026-03-02,late,rain\n", "weather", "there is no such column The columns are: student_no (学号), date (日期), mark (考勤)")]
    [InlineData("student_no,date,mark,日期\nS001,2026-03-02,late,2026-03-02\n", "日期", "the column date (日期) is there twice, before as 'date'")]
    [InlineData("student_no,date\nS001,2026-03-02\n", "mark", "the required column mark (考勤) is missing")]
    [InlineData("S001,2026-03-02,late\nS002,2026-03-02,late\n", null, "the first line is no header row; the columns are: student_no (学号), date (日期), mark (考勤)")]
    public async Task A_header_that_is_wrong_is_told_with_the_columns_there_are(string text, string? column, string reason)
    {
        using var school = await new ImportedSchool().WithStudents();
        var problem = (await school.Import(("attendance.csv", text))).AllProblems.First();
        (problem.Line, problem.Column).ShouldBe((1, column));
        problem.Reason.En.ShouldBe(reason.Replace("such column The", "such column. The", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_problem_names_the_column_as_the_file_does()
    {
        using var school = await new ImportedSchool().WithStudents();
        (await school.Import(("attendance.csv", "学号,日期,出勤\nS001,2026-03-02,在\n"))).AllProblems.ShouldHaveSingleItem().Column.ShouldBe("出勤");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF,,,\n")]
    public async Task An_empty_file_is_a_problem(string text)
    {
        using var school = await new ImportedSchool().WithStudents();
        (await school.Import(("attendance.csv", text))).AllProblems.ShouldHaveSingleItem().Reason.En.ShouldStartWith("the file is empty");
    }

    [Fact]
    public async Task A_header_alone_is_a_file_without_rows()
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = await school.Import(("attendance.csv", "student_no,date,mark"));
        (report.Ok, report.Files[0].Rows).ShouldBe((true, 0));
    }

    [Fact]
    public async Task A_row_with_a_cell_too_many_is_a_problem_and_one_too_short_has_empty_cells()
    {
        using var school = await new ImportedSchool().WithStudents();
        var problem = (await school.Import(("attendance.csv", "student_no,date,mark\nS001,2026-03-02,late,very\n"))).AllProblems.ShouldHaveSingleItem();
        (problem.Line, problem.Value).ShouldBe((2, "very"));
        problem.Reason.En.ShouldStartWith("the row has 4 cells and the header 3 columns");
        (await school.Import(("contacts.csv", "student_no,date,between,by,minutes\nS001,2026-03-02,亲子\n"))).Ok.ShouldBeTrue();
    }
}
