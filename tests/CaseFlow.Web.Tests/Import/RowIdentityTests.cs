using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Import;

/// <summary>How rows are known again: the same file twice changes nothing, another row changes or corrects what is on file.</summary>
public sealed class RowIdentityTests
{
    private const string ExamHeader = "student_no,exam,date,subject,score,full_score,rank,group_size\n";

    private static readonly (string, string)[] AllFiles =
    [
        ("calendar.csv", "日期,类型,学期,备注\n2026-03-02,上课,2025-2026-2,\n2026-03-07,上课,2025-2026-2,调休\n2026-03-08,放假,,\n"),
        ("classes.csv", "班级,年级,班主任\n一班,一年级,T1\n二班,二年级,乙老师\n"),
        ("staff.csv", "工号,姓名,角色,班级\nT1,甲老师,班主任；结对帮扶,一班\nT2,乙老师,班主任|科任教师,二班\nT3,丙老师,校长、管理员,\n"),
        ("students.csv", "学号,姓名,性别,出生日期,班级,住宿,留守,监护人,与监护人关系,监护人出生年份,监护人电话,类别,入学日期,帮扶人,伙伴\n"
            + "S1,甲,女,2016/5/1,一班,是,父母双方,奶奶,祖母,１９５５,123,单亲；家庭困难,2022-09-01,T1,S2\nS2,乙,男,,二班,否,,,,,,,,,\n"),
        ("attendance.csv", "学号,日期,考勤\nS1,2026-03-02,病假\nS2,2026-03-02,早退\n"),
        ("exams.csv", "学号,考试名称,日期,科目,成绩,满分,名次,总人数\nS1,期中,2026-03-02,语文,９０．５,100,,\nS1,期中,2026-03-02,总分,90.5,100,1,2\n"),
        ("observations.csv", "学号,日期,类型,程度,备注,观察人\nS1,2026-03-02,情绪低落,2,哭,甲\nS1,2026-03-02,情绪低落,2,哭,甲\n"),
        ("contacts.csv", "学号,日期,联系双方,方式,时长\nS1,2026-03-02,亲子,视频,12\nS1,2026-03-02,亲子,家访,\n"),
    ];

    [Fact]
    public async Task Every_file_goes_in_from_an_empty_database_and_the_second_time_changes_nothing()
    {
        using var school = new ImportedSchool();
        var first = await school.Import(AllFiles);
        first.AllProblems.ShouldBeEmpty();
        first.Files.ShouldAllBe(f => f.Added == f.Rows && f.Changed == 0 && f.Unchanged == 0 && f.Changes.Count == f.Added);
        first.Files.Select(f => f.File).ShouldBe(AllFiles.Select(f => f.Item1));
        var before = school.Everything();

        school.Now += TimeSpan.FromDays(1);
        var second = await school.Import(AllFiles);
        second.Files.ShouldAllBe(f => f.Unchanged == f.Rows && f.Added == 0 && f.Changed == 0 && f.Changes.Count == 0);
        school.Everything().ShouldBe(before);
    }

    [Fact]
    public async Task Every_file_alone_changes_nothing_the_second_time()
    {
        using var school = new ImportedSchool();
        await school.Import(AllFiles);
        var before = school.Everything();
        foreach (var file in AllFiles)
        {
            var report = (await school.Import(file)).Files.ShouldHaveSingleItem();
            (report.File, report.Unchanged, report.Refused).ShouldBe((file.Item1, report.Rows, false));
        }

        school.Everything().ShouldBe(before);
    }

    [Fact]
    public async Task What_the_rows_say_is_on_file()
    {
        using var school = new ImportedSchool();
        await school.Import(AllFiles);
        using var db = school.New();
        var staff = await db.Staff.ToDictionaryAsync(s => s.StaffNo);
        staff["T3"].Roles.ShouldBe([Roles.HeadTeacher, Roles.Administrator]);
        staff[Installation.FirstAdministrator].Roles.ShouldBe([Roles.Administrator]);
        var room = await db.Classes.SingleAsync(c => c.Name == "二班");
        (room.Grade, room.ClassTeacherId).ShouldBe(("二年级", staff["T2"].Id));
        var children = await db.Children.ToDictionaryAsync(c => c.StudentNo);
        var child = children["S1"];
        (child.Sex, child.Boarding, child.LeftBehind, child.GuardianBirthYear).ShouldBe((Sex.Female, true, LeftBehind.Both, 1955));
        child.Categories.ShouldBe(["poor", "single-parent"]);
        (child.HelperId, child.BuddyId).ShouldBe((staff["T1"].Id, children["S2"].Id));
        (await db.CalendarDates.SingleAsync(d => d.Note == "调休")).Kind.ShouldBe(DayKind.School);
        var total = await db.ExamResults.SingleAsync(e => e.Subject == ExamResult.Total);
        (total.SchoolYear, total.Score, total.Rank, total.GroupSize).ShouldBe(("2025-2026", 90.5m, 1, 2));
        (await db.Contacts.CountAsync(c => c.By == "visit" && c.Minutes == null)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_mark_is_a_correction_and_both_are_on_record()
    {
        using var school = await new ImportedSchool().WithStudents();
        await school.Import(("attendance.csv", "student_no,date,mark\nS001,2026-03-02,absent\n"));
        school.Now += TimeSpan.FromHours(1);
        var report = await school.Import(("attendance.csv", "student_no,date,mark\nS001,2026-03-02,excused\n"));
        (report.Files[0].Changed, report.Files[0].Changes[0].Words.En).ShouldBe((1, "corrected S001 2026-03-02: absent -> excused"));
        var marks = await school.New().AttendanceMarks.OrderBy(m => m.Revision).ToListAsync();
        marks.Select(m => (m.Revision, m.Mark, m.IsCurrent, m.RecordedNo)).ShouldBe([(1, Mark.Absent, false, 1L), (2, Mark.Excused, true, 2L)]);
        marks[1].RecordedAt.ShouldBe(school.Now);

        await school.Import(("attendance.csv", "student_no,date,mark\nS001,2026-03-02,absent\n"));
        (await school.New().AttendanceMarks.SingleAsync(m => m.IsCurrent)).Revision.ShouldBe(3);
    }

    [Fact]
    public async Task An_exam_is_its_name_within_the_school_year_and_a_corrected_result_keeps_the_earlier_one()
    {
        using var school = await new ImportedSchool().WithStudents();
        await school.Import(("exams.csv", ExamHeader + "S001,Midterm,2025-11-06,Math,80,100,3,40\nS001,Midterm,2024-11-06,Math,70,100,,\n"));
        var report = await school.Import(("exams.csv", ExamHeader + "S001,midterm,2025-11-07,math,85,100,3,40\n"));
        (report.Files[0].Added, report.Files[0].Changed).ShouldBe((0, 1));
        var results = await school.New().ExamResults.OrderBy(e => e.SchoolYear).ThenBy(e => e.Revision).ToListAsync();
        results.Select(e => (e.SchoolYear, e.Exam, e.Revision, e.Score, e.IsCurrent)).ShouldBe(
            [("2024-2025", "Midterm", 1, 70m, true), ("2025-2026", "Midterm", 1, 80m, false), ("2025-2026", "Midterm", 2, 85m, true)]);
    }

    [Fact]
    public async Task The_school_year_of_an_exam_is_that_of_the_calendar_in_the_same_folder()
    {
        using var school = await new ImportedSchool().WithStudents();
        await school.Import(
            ("calendar.csv", "date,kind,term\n2026-08-20,school,2026-2027-1\n"), ("exams.csv", ExamHeader + "S001,开学,2026-08-25,语文,80,100,,\n"));
        (await school.New().ExamResults.SingleAsync()).SchoolYear.ShouldBe("2026-2027");
    }

    [Fact]
    public async Task An_exam_file_without_ranks_leaves_the_ranks_alone()
    {
        using var school = await new ImportedSchool().WithStudents();
        await school.Import(("exams.csv", ExamHeader + "S001,期中,2025-11-06,total,80,100,3,40\n"));
        var report = await school.Import(("exams.csv", "student_no,exam,date,subject,score,full_score\nS001,期中,2025-11-06,total,80,100\n"));
        report.Files[0].Unchanged.ShouldBe(1);
    }

    [Theory]
    [InlineData("observations.csv", "student_no,date,kind,severity\n", "S001,2026-03-02,crying,1\n")]
    [InlineData("contacts.csv", "student_no,date,between\n", "S001,2026-03-02,parent-child\n")]
    public async Task Equal_rows_are_known_by_their_place_among_each_other(string file, string header, string row)
    {
        using var school = await new ImportedSchool().WithStudents();
        async Task<(int, int)> Import(int times)
        {
            var report = (await school.Import((file, header + string.Concat(Enumerable.Repeat(row, times))))).Files[0];
            return (report.Added, report.Unchanged);
        }

        (await Import(2)).ShouldBe((2, 0));
        (await Import(2)).ShouldBe((0, 2));
        (await Import(3)).ShouldBe((1, 2));
        (await Import(1)).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_changed_field_of_a_dossier_is_in_its_history()
    {
        using var school = new ImportedSchool();
        const string Header = "student_no,name,sex,class,left_behind,guardian_name,guardian_phone,categories,helper,buddy\n";
        var staff = ("staff.csv", "staff_no,name,roles\nT1,甲,helper\n");
        await school.Import(staff, ("students.csv", Header + "S1,甲,F,一班,none,妈妈,1,poor,,\nS2,乙,F,一班,,,,,,\n"));
        school.Now += TimeSpan.FromDays(2);
        var report = await school.Import(("students.csv", Header + "S1,甲,F,二班,both,奶奶,1,orphan;poor,T1,S2\nS2,乙,F,一班,,,,,,\n"));
        (report.Files[0].Changed, report.Files[0].Unchanged).ShouldBe((1, 1));
        var changes = await school.New().DossierChanges.ToListAsync();
        changes.Select(c => $"{c.Field}: {c.Before ?? "-"} -> {c.After ?? "-"}").ShouldBe(
            ["left_behind: none -> both", "guardian_name: 妈妈 -> 奶奶", "categories: poor -> poor;orphan", "class: 一班 -> 二班", "helper: - -> T1", "buddy: - -> S2"],
            ignoreOrder: true);
        changes.ShouldAllBe(c => c.RecordedAt == school.Now);
    }

    [Fact]
    public async Task A_column_that_is_not_there_leaves_its_field_alone_and_an_empty_cell_empties_it()
    {
        using var school = new ImportedSchool();
        await school.Import(("students.csv", "student_no,name,sex,class,address,guardian_name\nS1,甲,F,一班,上河村,奶奶\n"));
        await school.Import(("students.csv", "student_no,name,sex,class,guardian_name\nS1,甲,F,一班,\n"));
        var child = await school.New().Children.SingleAsync();
        (child.Address, child.GuardianName).ShouldBe(("上河村", null));
    }

    [Fact]
    public async Task A_recording_has_a_number_for_each_file_that_records_something()
    {
        using var school = await new ImportedSchool().WithStudents();
        await school.Import(AllSignals("2026-03-02"));
        await school.Import(AllSignals("2026-03-02"));
        (await school.New().Schools.SingleAsync()).RecordedNo.ShouldBe(4);
        await school.Import(("attendance.csv", "student_no,date,mark\nS001,2026-03-03,late\nS002,2026-03-03,late\n"));
        using var db = school.New();
        (await db.AttendanceMarks.Where(m => m.RecordedNo == 5).CountAsync()).ShouldBe(2);
        (await db.AttendanceMarks.SingleAsync(m => m.RecordedNo == 1)).RecordedAt.ShouldBe(school.Now);
        (await db.Observations.SingleAsync()).RecordedNo.ShouldBe(3);
    }

    private static (string, string)[] AllSignals(string date) =>
    [
        ("attendance.csv", $"student_no,date,mark\nS001,{date},late\n"),
        ("exams.csv", $"{ExamHeader}S001,期中,{date},语文,80,100,,\n"),
        ("observations.csv", $"student_no,date,kind,severity\nS001,{date},crying,1\n"),
        ("contacts.csv", $"student_no,date,between\nS001,{date},parent-child\n"),
    ];
}
