using System.Text;
using CaseFlow.Web.Import;
using CaseFlow.Web.Import.WideSheets;

namespace CaseFlow.Web.Tests.Import.WideSheets;

/// <summary>Sheets as schools make them, and what is recognised in them.</summary>
public sealed class SheetRecognitionTests
{
    private static readonly SheetFacts Facts = new(["三(1)班", "三(2)班", "三(12)班"], [new("第一学期期中考试", new(2026, 11, 5))], new(2026, 11, 28));

    [Fact]
    public void A_grade_sheet_with_titles_sequence_total_ranks_and_summary_rows()
    {
        var sheet = Sheet("三2班期中.csv", """
            三年级2班 2026年秋季期中成绩表,,,,,,,,
            班主任：甲老师,,,,,,,,
            序号,姓　名,语文（100）,名次,数学,名次,英语成绩,总分,名次
            ,满分,100,,100,,50,250,
            1,张 三,９５,1,88.5,2,40,223.5,1
            2,李四,缺考,,60,3,-,60,2
            ,,,,,,,,
            ,平均分,95,,74.25,,40,,
            """);

        var guess = SheetGuess.Of(sheet, Facts, null, []);

        sheet.Kind.ShouldBe(SheetKind.Grades);
        guess.Columns.Select(c => c.Use).ShouldBe(
        [
            ColumnUse.None, ColumnUse.Name, ColumnUse.Subject, ColumnUse.None, ColumnUse.Subject, ColumnUse.None, ColumnUse.Subject, ColumnUse.Total, ColumnUse.Rank,
        ]);
        guess.Columns.Where(c => c.Use == ColumnUse.Subject).Select(c => (c.Subject, c.FullScore)).ShouldBe([("语文", 100), ("数学", 100), ("英语", 50)]);
        (guess.Class, guess.Exam, guess.Date).ShouldBe(("三(2)班", "第一学期期中考试", new(2026, 11, 5)));
        sheet.Pupils(guess).Select(p => p[1]).ShouldBe(["张 三", "李四"]);
    }

    [Fact]
    public void A_grade_sheet_of_the_whole_year_with_numbers_and_a_column_of_classes()
    {
        var sheet = Sheet("第三次月考.csv", "班级;学号;姓名;语文(满分120分);数学;体育与健康;总分;班级名次\n三(1)班;S001;甲一;118;119;A;237;1\n");
        var guess = SheetGuess.Of(sheet, Facts, null, []);

        guess.Columns.Select(c => c.Use).ShouldBe(
            [ColumnUse.Class, ColumnUse.StudentNo, ColumnUse.Name, ColumnUse.Subject, ColumnUse.Subject, ColumnUse.None, ColumnUse.Total, ColumnUse.Rank]);
        guess.Columns.Where(c => c.Use == ColumnUse.Subject).Select(c => c.FullScore).ShouldBe([120, 120]);
        (guess.Class, guess.Exam, guess.Date).ShouldBe((null, "第三次月考", null));
    }

    [Fact]
    public void Subjects_under_a_merged_heading()
    {
        var sheet = Sheet("x.csv", "姓名,学号,成绩,,,总分\n,,语文,数学,英语,\n甲一,S001,90,91,92,273\n");
        sheet.Columns.Select(c => c.Header).ShouldBe(["姓名", "学号", "语文", "数学", "英语", "总分"]);
        sheet.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void A_register_with_a_legend_days_weekdays_and_sums()
    {
        var sheet = Sheet("三年级（1）班 9月考勤.csv", """
            三年级（1）班学生考勤表,,,,,,,,,
            √出勤 ×缺课 ○请假 △迟到 ◇早退,,,,,,,,,
            序号,姓名,1,2,3,4,5,6,30,缺课合计
            ,星期,二,三,四,五,六,日,三,
            1,甲一,√,x,,○,,,△,1
            2,乙二,√,√,√,√,,,◇,0
            """);
        var guess = SheetGuess.Of(sheet, Facts, null, []);

        sheet.Kind.ShouldBe(SheetKind.Register);
        sheet.Days.Select(d => d.Day!.Day).ShouldBe([1, 2, 3, 4, 5, 6, 30]);
        (guess.Class, guess.Date).ShouldBe(("三(1)班", new(2026, 9, 1)));
        guess.Marks.ShouldBe(
            new Dictionary<string, MarkMeaning>
            {
                ["√"] = MarkMeaning.Present, ["X"] = MarkMeaning.Absent, ["○"] = MarkMeaning.Excused, ["△"] = MarkMeaning.Late, ["◇"] = MarkMeaning.Early,
            },
            ignoreOrder: true);
    }

    [Fact]
    public void A_register_with_days_above_the_names_and_dates_that_name_their_month()
    {
        var sheet = Sheet("x.csv", "日期,9月28日,9月29日,9月30日,10月8日,10月9日\n姓名,,,,,\n甲一,,迟到,,,旷课\n");
        var guess = SheetGuess.Of(sheet, Facts, null, []);

        sheet.Days.Select(d => d.Day!.In(guess.Date!.Value)).ShouldBe([new(2026, 9, 28), new(2026, 9, 29), new(2026, 9, 30), new(2026, 10, 8), new(2026, 10, 9)]);
        guess.Marks.ShouldBe(new Dictionary<string, MarkMeaning> { ["迟到"] = MarkMeaning.Late, ["旷课"] = MarkMeaning.Absent }, ignoreOrder: true);
    }

    [Theory]
    [InlineData("姓名,1上午,1下午,2上午,2下午,3上午,3下午,4上午,4下午,5上午,5下午\n", 1)]
    [InlineData("姓名,1日上午,1日下午,2日上午,2日下午,3日上午,3日下午,4日上午,4日下午,5日上午,5日下午\n", 1)]
    [InlineData("姓名,9月1日上午,9月1日下午,9月2日上午,9月2日下午,9月3日上午,9月3日下午,9月4日上午,9月4日下午,9月5日上午,9月5日下午\n", 1)]
    [InlineData("姓名,1上,1下,2上,2下,3上,3下,4上,4下,5上,5下\n", 1)]
    [InlineData("姓名,1AM,1PM,2AM,2PM,3AM,3PM,4AM,4PM,5AM,5PM\n", 1)]
    [InlineData("姓名,1（上）,1（下）,2（上）,2（下）,3（上）,3（下）,4（上）,4（下）,5（上）,5（下）\n", 1)]
    [InlineData("姓名,1,,2,,3,,4,,5,\n,上午,下午,上午,下午,上午,下午,上午,下午,上午,下午\n", 2)]
    [InlineData("姓名,1,1,2,2,3,3,4,4,5,5\n,上,下,上,下,上,下,上,下,上,下\n", 2)]
    [InlineData("日期,1,,2,,3,,4,,5,\n姓名,早,晚,早,晚,早,晚,早,晚,早,晚\n", 2)]
    [InlineData("姓名,考勤情况\n,1,,2,,3,,4,,5,\n,am,pm,am,pm,am,pm,am,pm,am,pm\n", 3)]
    [InlineData("姓名,1,,2,,3,,4,,5,\n星期,二,,三,,四,,五,,六,\n,上午,下午,上午,下午,上午,下午,上午,下午,上午,下午\n", 3)]
    [InlineData("日期,1,,2,,3,,4,,5,\n星期,星期二,,星期三,,星期四,,星期五,,星期六,\n姓名,上午,下午,上午,下午,上午,下午,上午,下午,上午,下午\n", 3)]
    [InlineData("日期,1,,2,,3,,4,,5,\n时段,上午,下午,上午,下午,上午,下午,上午,下午,上午,下午\n姓名,,,,,,,,,,\n", 3)]
    [InlineData("姓名,1,,2,,3,,4,,5,\n时段,上午,下午,上午,下午,上午,下午,上午,下午,上午,下午\n,周二,周二,周三,周三,周四,周四,周五,周五,周六,周六\n", 3)]
    public void Two_columns_a_day(string header, int rows)
    {
        var sheet = Sheet("9月.csv", "三年级1班考勤\n√出勤 ×缺课\n" + header + "甲一,√,×,,,,,,,,√\n");
        var guess = SheetGuess.Of(sheet, Facts, null, []);

        sheet.Kind.ShouldBe(SheetKind.Register);
        sheet.Columns.Select(c => c.Header).ShouldBe(["姓名"]);
        sheet.Days.Select(d => d.Day!.Day).ShouldBe([1, 1, 2, 2, 3, 3, 4, 4, 5, 5]);
        sheet.DaysIn(guess.Date!.Value).Select(d => (d.Date, d.Columns.Count)).ShouldBe(Enumerable.Range(1, 5).Select(d => ((DateOnly?)new DateOnly(2026, 9, d), 2)));
        sheet.HasPartsOfDays.ShouldBeTrue();
        sheet.Pupils(guess).Select(p => p.Line).ShouldBe([3 + rows]);
        (guess.Class, guess.Date).ShouldBe(("三(1)班", new(2026, 9, 1)));
        guess.Marks.ShouldBe(new Dictionary<string, MarkMeaning> { ["√"] = MarkMeaning.Present, ["×"] = MarkMeaning.Absent }, ignoreOrder: true);
    }

    [Fact]
    public void Three_columns_on_some_days_one_on_others_and_sums_behind_them()
    {
        var sheet = Sheet("9月.csv", """
            序号,姓名,1,,,2,3,,4,5,出勤天数,缺勤,
            ,,早,中,晚,,上午,下午,,上午,,上午,下午
            1,甲一,√,,×,△,,○,,,3,1,0
            """);

        sheet.Columns.Select(c => c.Header).ShouldBe(["序号", "姓名", "出勤天数", "上午", "下午"]);
        sheet.Days.Select(d => (d.Day!.Day, d.Day.Part)).ShouldBe([(1, "早"), (1, "中"), (1, "晚"), (2, null), (3, "上午"), (3, "下午"), (4, null), (5, "上午")]);
        sheet.DaysIn(new(2026, 9, 1)).Select(d => d.Columns.Count).ShouldBe([3, 1, 2, 1, 1]);
        sheet.Days[1].Title.ShouldBe("1 中 (D)");
    }

    [Fact]
    public void Weekdays_between_the_days_and_the_names()
    {
        var sheet = Sheet("9月.csv", "日期,1,2,3,4,5,\n姓名,二,三,四,五,六,缺勤\n甲一,√,×,,,,1\n");
        sheet.Days.Select(d => d.Day!.Day).ShouldBe([1, 2, 3, 4, 5]);
        sheet.Columns.Select(c => c.Header).ShouldBe(["姓名", "缺勤"]);
        sheet.Rows.Count.ShouldBe(1);
    }

    [Fact]
    public void Columns_of_one_day_without_a_part_or_of_the_same_part_each_stand_for_themselves()
    {
        var sheet = Sheet("9月.csv", "姓名,1,1,2上午,2上午,3,3下午,4,5\n甲一,√\n");
        sheet.DaysIn(new(2026, 9, 1)).ShouldAllBe(d => d.Columns.Count == 1);
        sheet.HasPartsOfDays.ShouldBeFalse();
    }

    [Theory]
    [InlineData("姓名,1上,1下,2上,2下,3上,3下,4上,4下,5上,5下\n甲一,90,88,91,85,,,,,,\n乙二,79,80,A,,,,,,,\n", null)]
    [InlineData("姓名,1上,1下,2上,2下,3上,3下,4上,4下,5上,5下,语文\n甲一,90,88,91,85,,,,,,,77\n", SheetKind.Grades)]
    [InlineData("姓名,1,,2,,3,,4,,5,\n,上,下,上,下,上,下,上,下,上,下\n甲一,90,88,91,85,,,,,,\n", null)]
    [InlineData("姓名,9月1日,,9月8日,,9月15日,,9月22日,,9月29日,\n,语文,数学,语文,数学,语文,数学,语文,数学,语文,数学\n甲一,90,88\n", SheetKind.Grades)]
    [InlineData("姓名,语文,,数学,,英语,\n,上,下,上,下,上,下\n甲一,90,88,77,66,55,44\n", SheetKind.Grades)]
    [InlineData("姓名,上午,下午,上午,下午,上午,下午\n甲一,√,√,√,√,√,√\n", null)]
    [InlineData("姓名,1上午,1下午,2上午,2下午,3上午,3下午\n甲一,√,√,√,√,√,√\n", null)]
    public void Scores_of_terms_and_weeks_are_no_register(string text, SheetKind? kind) => (SheetRecognition.Of(File("x.csv", text))?.Kind).ShouldBe(kind);

    [Fact]
    public void A_mark_that_is_called_as_a_part_of_a_day_makes_no_header()
    {
        var sheet = Sheet("9月.csv", "姓名,1,2,3,4,5\n甲一,,上,,下,上\n");
        sheet.Days.ShouldAllBe(d => d.Day!.Part == null);
        sheet.Rows.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("出勤：√ 旷课：× 病假：○ 事假：● 迟到：△", "√ Present × Absent ○ Excused ● Excused △ Late")]
    [InlineData("图例：√=出勤，×=旷课，☆=早退", "√ Present × Absent ☆ Early")]
    [InlineData("√出勤×缺课○请假", "√ Present × Absent ○ Excused")]
    [InlineData("病假3天", "")]
    public void Legends(string text, string expected) => string.Join(' ', MarkWords.Legend(text).Select(l => $"{l.Mark} {l.Meaning}")).ShouldBe(expected);

    [Theory]
    [InlineData("2026年秋季学期9月考勤表", 2026, 9)]
    [InlineData("2025年12月", 2025, 12)]
    [InlineData("2026-2027学年 2026-10", 2026, 10)]
    [InlineData("十二月考勤", 2025, 12)]
    [InlineData("十月", 2026, 10)]
    public void Months(string title, int year, int month) => SheetTitle.Month([title], Facts.Today).ShouldBe(new DateOnly(year, month, 1));

    [Theory]
    [InlineData("三年级12班成绩", "三(12)班")]
    [InlineData("三（二）班", "三(2)班")]
    [InlineData("四年级2班", null)]
    [InlineData("13（2）班", null)]
    public void Classes(string title, string? room) => SheetTitle.Class([title], Facts.Classes).ShouldBe(room);

    [Fact]
    public void Sheets_of_the_next_month_have_the_same_shape_and_other_sheets_another()
    {
        static string Register(int days) => "学号,姓名," + string.Join(',', Enumerable.Range(1, days)) + "\nS001,甲一\n";

        Sheet("9月.csv", Register(30)).Shape.ShouldBe(Sheet("10月.csv", Register(31)).Shape);
        Sheet("9月.csv", Register(30)).Shape.ShouldBe(Sheet("11月.csv", "学号,姓名,1,,2,,3,4,5\n,,上午,下午,上午,下午,,,\nS001,甲一\n").Shape);
        Sheet("9月.csv", Register(30)).Shape.ShouldBe(Sheet("12月.csv", "学号,姓名,1上午,1下午,1晚,2,3,4,5\nS001,甲一\n").Shape);
        Sheet("a.csv", "姓名,语文(100),数学\n甲一,1,2\n").Shape.ShouldBe(Sheet("b.csv", "姓 名,语文（120）,数学\n甲一,1,2\n").Shape);
        Sheet("a.csv", "姓名,语文,数学\n甲一,1,2\n").Shape.ShouldNotBe(Sheet("b.csv", "姓名,语文,英语\n甲一,1,2\n").Shape);
    }

    [Theory]
    [InlineData("student_no,exam,date,subject,score,full_score\nS001,期中,2026-11-05,语文,90,100\n")]
    [InlineData("学号,日期,考勤\nS001,2026-03-02,迟到\n")]
    [InlineData("学号,姓名,性别,电话\nS001,甲一,女,1\n")]
    [InlineData("这一页不是数据\n")]
    [InlineData("")]
    public void What_is_no_such_sheet(string text) => SheetRecognition.Of(File("x.csv", text)).ShouldBeNull();

    [Fact]
    public void A_mark_without_a_meaning_and_what_a_title_does_not_say_are_gaps()
    {
        var sheet = Sheet("x.csv", "姓名,1,2,3,4,5\n甲一,√,?,,,\n");
        var guess = SheetGuess.Of(sheet, Facts, null, []);

        guess.Marks.Keys.ShouldBe(["√"]);
        using var school = new ImportedSchool();
        var gaps = SheetChecks.Of(sheet, guess, Facts.Classes, new Lengths(school.Db.Model)).Select(g => g.En).ToList();
        gaps.ShouldBe([SheetReasons.NoClass.En, SheetReasons.NoMonth.En, SheetReasons.UnknownMarks("?").En]);
    }

    private static WideSheet Sheet(string name, string text) => SheetRecognition.Of(File(name, text)).ShouldNotBeNull();

    private static SchoolFile File(string name, string text) => new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
