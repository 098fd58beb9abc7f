using System.Globalization;
using System.Text;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Import;
using CaseFlow.Web.Import.WideSheets;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Import.WideSheets;

/// <summary>Sheets with a row a pupil, imported: the same signals as files of the contract would give.</summary>
public sealed class SheetImportTests : IDisposable
{
    private const string Students = "student_no,name,sex,class\nS001,甲一,F,三(1)班\nS002,乙二,M,三(1)班\nS003,甲一,M,三(2)班\nS004,丙三,M,三(2)班\nS005,丙三,F,三(2)班\n";
    private const string Grades = "三年级1班期中考试 2026年2月27日,,,,\n姓名,语文,数学,总分,名次\n甲 一,90,缺考,90,2\n乙二,80,70,150,1\n";
    private const string Register = "姓名,1,2,3,4,5\n甲一,√,×,○,,△\n乙二,,,,,\n";

    private readonly ImportedSchool school = new();

    public void Dispose() => school.Dispose();

    [Fact]
    public async Task A_sheet_is_not_read_before_somebody_said_what_it_is_and_then_it_is()
    {
        await school.Import(("students.csv", Students));
        var waiting = await school.Import(("期中.csv", Grades));
        waiting.Files.ShouldBeEmpty();
        waiting.Sheets.ShouldHaveSingleItem().Ready.ShouldBeFalse();

        var report = await ConfirmedAsync(("期中.csv", Grades));

        report.AllProblems.ShouldBeEmpty();
        var file = report.Files.ShouldHaveSingleItem();
        (file.File, file.Added).ShouldBe(("期中.csv", 5));
        (await ResultsAsync()).ShouldBe(
        [
            "S001 期中考试 2026-02-27 total 90/200 2/2", "S001 期中考试 2026-02-27 语文 90/100 /",
            "S002 期中考试 2026-02-27 total 150/200 1/2", "S002 期中考试 2026-02-27 数学 70/100 /", "S002 期中考试 2026-02-27 语文 80/100 /",
        ]);
        (await ConfirmedAsync(("期中.csv", Grades))).Files.ShouldHaveSingleItem().Unchanged.ShouldBe(5);
    }

    [Fact]
    public async Task A_register_gives_the_marks_and_presence_is_no_mark()
    {
        await school.Import(("students.csv", Students));
        var report = await ConfirmedAsync(("三(1)班2026年2月.csv", Register));

        report.AllProblems.ShouldBeEmpty();
        using var db = school.New();
        (await db.AttendanceMarks.OrderBy(m => m.Date).Select(m => new { m.Date, m.Mark }).ToListAsync()).Select(m => (m.Date.Day, m.Mark))
            .ShouldBe([(2, Mark.Absent), (3, Mark.Excused), (5, Mark.Late)]);
    }

    [Fact]
    public async Task Pupils_who_are_new_in_the_students_file_of_the_same_upload_are_found()
    {
        var report = await ConfirmedAsync(("students.csv", Students), ("期中.csv", Grades));
        report.AllProblems.ShouldBeEmpty();
        report.Files.Select(f => f.Added).ShouldBe([5, 5]);
    }

    [Fact]
    public async Task A_sheet_whose_pupils_only_a_refused_file_brings_is_refused_with_it()
    {
        var report = await ConfirmedAsync(("students.csv", Students + "S006,丁四,?,三(1)班\n"), ("期中.csv", Grades));
        report.Files.Select(f => (f.Refused, f.Problems.Count)).ShouldBe([(true, 1), (true, 1)]);
        report.Files[1].Problems[0].Reason.ShouldBe(FileReasons.NeedsFirst("students.csv"));
    }

    [Fact]
    public async Task Problems_stand_at_the_row_and_column_of_the_sheet()
    {
        await school.Import(("students.csv", Students));
        const string sheet = "三年级2班期中考试 2026年2月27日,,,,\n\n学号,姓名,语文(100),数学,总分\n,丙三,90,80,170\n,无人,90,80,170\nS003,丁四,90,80,170\nS999,,1,1,2\nS003,甲一,101,80,181\nS004,丙三,90,优,90\nS005,丙三,90,80,171\n";

        var problems = (await ConfirmedAsync(("期中.csv", sheet))).AllProblems.Select(p => (p.Line, p.Column, p.Value, p.Reason.En)).ToList();

        problems.ShouldBe(
        [
            (4, "姓名 (B)", "丙三", SheetReasons.TwoOfOneName("S004, S005").En),
            (5, "姓名 (B)", "无人", SheetReasons.NoSuchPupil("三(2)班").En),
            (6, "学号 (A)", "S003", SheetReasons.OtherName("甲一").En),
            (7, "学号 (A)", "S999", CellReasons.UnknownStudent.En),
            (8, "语文(100) (C)", "101", CellReasons.ScoreAboveFull("100").En),
            (9, "数学 (D)", "优", CellReasons.NoNumber.En),
            (10, "总分 (E)", "171", SheetReasons.OtherTotal("170").En),
        ]);
        (await ResultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_sheets_that_differ_on_a_result_are_a_problem_and_the_same_result_counts_once()
    {
        await school.Import(("students.csv", Students));
        var report = await ConfirmedAsync(("a期中.csv", Grades), ("b期中.csv", Grades.Replace("90,缺考,90", "91,缺考,91", StringComparison.Ordinal)));

        report.Files[0].Added.ShouldBe(5);
        report.Files[1].Refused.ShouldBeTrue();
        report.Files[1].Problems.Select(p => (p.Line, p.Reason.En)).Distinct().ShouldHaveSingleItem().ShouldBe((3, SheetReasons.InAnother("a期中.csv", 3).En));
    }

    [Fact]
    public async Task Sheets_of_a_workbook_each_of_a_class_are_asked_about_once_and_the_next_of_the_shape_not_at_all()
    {
        await school.Import(("students.csv", Students));
        var february = WorkbookTests.Book(
            ("三(1)班", [["2026年2月考勤"], ["姓名", 1d, 2d, 3d, 4d, 5d], ["甲一", "◆", null, null, null, null]]),
            ("说明", [["这一页不是数据"]]),
            ("三(2)班", [["2026年2月考勤"], ["姓名", 1d, 2d, 3d, 4d, 5d, 6d], ["甲一", null, "×", null, null, null, null]]));
        var waiting = await ReadingsAsync(("考勤.xlsx", february));
        waiting.Select(s => (s.Sheet.Name, s.Mapping.Class, s.Gaps.Count)).ShouldBe([("考勤.xlsx: 三(1)班", "三(1)班", 1), ("考勤.xlsx: 三(2)班", "三(2)班", 0)]);

        await RememberAsync(waiting[0] with { Mapping = waiting[0].Mapping with { Marks = new Dictionary<string, MarkMeaning> { ["◆"] = MarkMeaning.Early, ["×"] = MarkMeaning.Absent } } });
        var report = await school.ImportBytes(null, ("考勤.xlsx", february));

        report.Sheets.ShouldAllBe(s => s.Ready);
        report.Ignored.ShouldBe(["考勤.xlsx: 说明"]);
        report.Files.Select(f => (f.Refused, f.Added)).ShouldBe([(false, 1), (false, 1)]);
    }

    [Fact]
    public async Task The_most_serious_mark_of_a_day_counts_and_an_empty_cell_is_present()
    {
        await school.Import(("students.csv", Students));
        const string sheet = "三(1)班2026年2月\n姓名,2,,3,,4,,5,,6,,9,10,\n,上午,下午,上午,下午,上午,下午,上午,下午,上午,下午,,上午,晚自习\n"
            + "甲一,×,△,△,×,○,×,▽,△,√,▽,○,,\n乙二,○,△,,△,√,√,,,○,○,△,√,×\n";

        var report = await ConfirmedAsync(("二月.csv", sheet));

        report.AllProblems.ShouldBeEmpty();
        (await MarksAsync()).ShouldBe(
        [
            "S001 2 Absent", "S001 3 Absent", "S001 4 Absent", "S001 5 Late", "S001 6 Early", "S001 9 Excused",
            "S002 2 Excused", "S002 3 Late", "S002 6 Excused", "S002 9 Late", "S002 10 Absent",
        ]);
        (await ConfirmedAsync(("二月.csv", sheet))).Files.ShouldHaveSingleItem().Unchanged.ShouldBe(11);
    }

    [Fact]
    public async Task A_workbook_with_merged_days_weekdays_and_sums_of_each_class()
    {
        await school.Import(("students.csv", Students));
        var none = new WorkbookTests.Empty();
        var days = Enumerable.Range(1, 5).ToList();
        object?[] Over(Func<int, object> left, Func<int, object?> right) => [.. days.SelectMany(d => new[] { left(d), right(d) })];
        var book = WorkbookTests.Book(("三(1)班",
        [
            ["三年级1班学生考勤登记表（2026年2月）"],
            ["√出勤 ■缺课 ○请假 △迟到"],
            ["序号", "姓名", .. Over(d => (double)d, _ => none), "出勤天数", "缺勤"],
            [none, none, .. Over(d => "日一二三四"[d - 1].ToString(), _ => none), none, none],
            [none, none, .. Over(_ => "上午", _ => "下午"), none, none],
            [1d, "甲 一", null, null, "■", "△", "√", "○", null, null, null, "△", 3d, 1d],
            [2d, "乙二", .. Enumerable.Repeat("√", 10), 5d, 0d],
            [],
            ["班主任："],
        ], ["A1:N1", "A2:N2", "A3:A5", "B3:B5", "C3:D3", "E3:F3", "G3:H3", "I3:J3", "K3:L3", "C4:D4", "E4:F4", "G4:H4", "I4:J4", "K4:L4", "M3:M5", "N3:N5"]));

        var reading = (await ReadingsAsync(("考勤.xlsx", book))).ShouldHaveSingleItem();
        reading.Gaps.ShouldBeEmpty();
        reading.Sheet.Columns.Select(c => c.Header).ShouldBe(["序号", "姓名", "出勤天数", "缺勤"]);
        var report = await school.ImportBytes(new ImportOptions { Sheets = new Dictionary<int, SheetMapping> { [1] = reading.Mapping } }, ("考勤.xlsx", book));

        report.AllProblems.ShouldBeEmpty();
        (await MarksAsync()).ShouldBe(["S001 2 Absent", "S001 3 Excused", "S001 5 Late"]);
    }

    [Fact]
    public async Task Problems_of_a_day_with_several_columns_name_the_column_and_two_columns_without_a_part_stay_a_problem()
    {
        await school.Import(("students.csv", Students));
        const string sheet = "三(1)班2026年2月\n学号,1,1,28上午,28下午,30上午,30下午,2,3,4\nS001,×,△,×,,△,×,,,\n";

        (await ConfirmedAsync(("二月.csv", sheet))).AllProblems.Select(p => (p.Line, p.Column, p.Value, p.Reason.En)).ShouldBe(
        [
            (3, "学号 (A)", "S001", CellReasons.SameKeyTwice(3).En),
            (3, "30上午 (F)", "△", CellReasons.ImpossibleDate.En), (3, "30下午 (G)", "×", CellReasons.ImpossibleDate.En),
        ], ignoreOrder: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Rows_made_into_a_wide_sheet_come_back_as_the_same_rows(int seed)
    {
        var random = new Random(seed);
        var pupils = Enumerable.Range(1, 30).Select(i => (No: $"P{i:00}", Name: $"学生{(char)('甲' + i)}")).ToList();
        await school.Import(("students.csv", "student_no,name,sex,class\n" + string.Concat(pupils.Select(p => $"{p.No},{p.Name},F,五(3)班\n"))));
        string[] subjects = ["语文", "数学", "英语", "科学"];
        var scores = pupils.ToDictionary(p => p.No, _ => subjects.Select(_ => random.Next(8) == 0 ? null : (decimal?)random.Next(0, 201) / 2).ToList());
        var marks = pupils.ToDictionary(p => p.No, _ => Enumerable.Range(1, 28).Select(_ => random.Next(6) == 0 ? (Mark?)random.Next(4) : null).ToList());

        var grades = new StringBuilder("五年级3班期中考试 2026年2月27日\n姓名," + string.Join(',', subjects) + "\n");
        var register = new StringBuilder("五（三）班 2026年2月\n序号,学号," + string.Join(',', Enumerable.Range(1, 28)) + "\n");
        foreach (var (no, name) in pupils)
        {
            grades.Append(CultureInfo.InvariantCulture, $"{name},{string.Join(',', scores[no].Select(s => s?.ToString(CultureInfo.InvariantCulture) ?? "缺考"))}\n");
            register.Append(CultureInfo.InvariantCulture, $"1,{no},{string.Join(',', marks[no].Select(m => m is { } mark ? "×○△▽"[(int)mark].ToString() : "√"))}\n");
        }

        (await ConfirmedAsync(("成绩.csv", grades.ToString()), ("考勤.csv", register.ToString()))).AllProblems.ShouldBeEmpty();

        var before = school.Everything();
        var exams = string.Concat(scores.SelectMany(p => p.Value, (p, s) => (p.Key, s)).Select((x, i) => (x.Key, x.s, Subject: subjects[i % 4])).Where(x => x.s is not null)
            .Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.Key},期中考试,2026-02-27,{x.Subject},{x.s},100\n")));
        var days = string.Concat(marks.SelectMany(p => p.Value.Select((m, i) => (p.Key, Day: i + 1, m))).Where(x => x.m is not null)
            .Select(x => string.Create(CultureInfo.InvariantCulture, $"{x.Key},2026-02-{x.Day:00},{x.m.ToString()!.ToLowerInvariant()}\n")));
        var again = await school.Import(("exams.csv", "student_no,exam,date,subject,score,full_score\n" + exams), ("attendance.csv", "student_no,date,mark\n" + days));
        again.Files.Select(f => (f.Added, f.Changed, f.Unchanged)).ShouldBe([(0, 0, days.Count(c => c == '\n')), (0, 0, exams.Count(c => c == '\n'))]);
        school.Everything().ShouldBe(before);
    }

    private async Task<IReadOnlyList<SheetReading>> ReadingsAsync(params (string Name, byte[] Bytes)[] files) =>
        await school.Importer().Sheets([.. files.Select(f => new SchoolFile(f.Name, () => new MemoryStream(f.Bytes)))], new ImportOptions());

    /// <summary>An import in which somebody agrees to what was guessed of each sheet.</summary>
    private async Task<ImportReport> ConfirmedAsync(params (string Name, string Text)[] files)
    {
        var bytes = files.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text))).ToArray();
        var readings = await ReadingsAsync(bytes);
        readings.SelectMany(r => r.Gaps).ShouldBeEmpty();
        return await school.ImportBytes(new ImportOptions { Sheets = readings.ToDictionary(r => r.No, r => r.Mapping) }, bytes);
    }

    private async Task<List<string>> MarksAsync()
    {
        using var db = school.New();
        var numbers = await db.Children.ToDictionaryAsync(c => c.Id, c => c.StudentNo);
        return [.. (await db.AttendanceMarks.Where(m => m.IsCurrent).ToListAsync()).OrderBy(m => numbers[m.ChildId], StringComparer.Ordinal).ThenBy(m => m.Date)
            .Select(m => $"{numbers[m.ChildId]} {m.Date.Day} {m.Mark}")];
    }

    private async Task RememberAsync(SheetReading sheet)
    {
        using var db = school.New();
        db.Add(new Engine.Storage.RememberedSheet { SchoolId = db.SchoolId, Shape = sheet.Sheet.Shape, Mapping = sheet.Mapping.ToRemember().Write() });
        await db.SaveChangesAsync();
    }

    private async Task<List<string>> ResultsAsync()
    {
        using var db = school.New();
        var numbers = await db.Children.ToDictionaryAsync(c => c.Id, c => c.StudentNo);
        return (await db.ExamResults.Where(e => e.IsCurrent).ToListAsync())
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{numbers[e.ChildId]} {e.Exam} {e.Date:yyyy-MM-dd} {e.Subject} {e.Score:0.##}/{e.FullScore:0.##} {e.Rank}/{e.GroupSize}"))
            .Order(StringComparer.Ordinal).ToList();
    }
}
