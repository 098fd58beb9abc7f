using CaseFlow.Web.Import;

namespace CaseFlow.Web.Tests.Import;

/// <summary>Every check of a row, with the line, the column, the value and the reason that the report names.</summary>
public sealed class RowCheckTests
{
    [Theory]
    [InlineData("date,kind\n2026-02-30,school", "date", "2026-02-30", "there is no such day")]
    [InlineData("date,kind\n2026-13-01,school", "date", "2026-13-01", "there is no such day")]
    [InlineData("date,kind\n2025-02-29,school", "date", "2025-02-29", "there is no such day")]
    [InlineData("date,kind\n1899-12-31,school", "date", "1899-12-31", "the year is not between 1900 and 2100")]
    [InlineData("date,kind\n2101-01-01,school", "date", "2101-01-01", "the year is not between 1900 and 2100")]
    [InlineData("date,kind\n02.03.2026,school", "date", "02.03.2026", "no date; write 2026-03-02, 2026/3/2 or 2026年3月2日")]
    [InlineData("date,kind\n2026-3/2,school", "date", "2026-3/2", "no date; write 2026-03-02, 2026/3/2 or 2026年3月2日")]
    [InlineData("date,kind\n,school", "date", "", "must not be empty")]
    [InlineData("date,kind\n2026-03-02,", "kind", "", "must not be empty")]
    [InlineData("date,kind\n2026-03-02,party", "kind", "party", "no known value; there are: school (上课), holiday (放假), exam (考试)")]
    [InlineData("date,kind,term\n2026-03-02,school,spring", "term", "spring", "no term; write 2025-2026-1 (autumn) or 2025-2026-2 (spring)")]
    [InlineData("date,kind,term\n2026-03-02,school,2025-2026-3", "term", "2025-2026-3", "no term; write 2025-2026-1 (autumn) or 2025-2026-2 (spring)")]
    [InlineData("date,kind,term\n2026-03-02,school,2025-2027-1", "term", "2025-2027-1", "the two years of a term must follow each other")]
    public Task A_day_of_the_calendar(string text, string column, string value, string reason) =>
        IsRefused("calendar.csv", text, column, value, reason);

    [Theory]
    [InlineData("staff_no,name,roles\nT1,甲,", "roles", "", "must not be empty")]
    [InlineData("staff_no,name,roles\n,甲,helper", "staff_no", "", "must not be empty")]
    [InlineData("staff_no,name,roles\nT1,,helper", "name", "", "must not be empty")]
    public Task A_member_of_staff(string text, string column, string value, string reason) =>
        IsRefused("staff.csv", text, column, value, reason);

    [Fact]
    public async Task A_role_that_is_none_is_named_with_those_there_are()
    {
        var problem = await Problem(("staff.csv", "staff_no,name,roles\nT1,甲,helper;cook\n"));
        problem.Column.ShouldBe("roles");
        problem.Value.ShouldBe("helper;cook");
        problem.Reason.En.ShouldContain("counselor (心理教师), head-teacher (校长)");
    }

    [Fact]
    public Task A_class_teacher_whom_nobody_knows() =>
        IsRefused("classes.csv", "class,class_teacher\n一班,T9", "class_teacher", "T9", "there is no member of staff of this number or name");

    [Theory]
    [InlineData("S3,,F,一班", "name", "", "must not be empty")]
    [InlineData("S3,甲,X,一班", "sex", "X", "no known value; there are: M (男), F (女)")]
    [InlineData("S3,甲,F,", "class", "", "must not be empty")]
    [InlineData(",甲,F,一班", "student_no", "", "must not be empty")]
    public Task A_student(string row, string column, string value, string reason) =>
        IsRefused("students.csv", $"student_no,name,sex,class\n{row}", column, value, reason);

    [Theory]
    [InlineData("boarding", "maybe", "no known value; there are: Y (是), N (否)")]
    [InlineData("left_behind", "aunt", "no known value; there are: both (双亲外出), father (父亲外出), mother (母亲外出), none (无)")]
    [InlineData("guardian_birth_year", "old", "no whole number")]
    [InlineData("guardian_birth_year", "1850", "not between 1900 and 2100")]
    [InlineData("birth_date", "2016", "no date; write 2026-03-02, 2026/3/2 or 2026年3月2日")]
    [InlineData("helper", "T9", "there is no member of staff of this number or name")]
    [InlineData("buddy", "S9", "there is no student of this number")]
    [InlineData("buddy", "S3", "nobody is their own buddy")]
    [InlineData("guardian_name", "甲\u0007乙", "there is a control character in it, U+0007")]
    public Task A_field_of_a_student(string column, string value, string reason) =>
        IsRefused("students.csv", $"student_no,name,sex,class,{column}\nS3,甲,F,一班,{value}", column, value, reason);

    [Theory]
    [InlineData("guardian_phone", 64)]
    [InlineData("address", 200)]
    [InlineData("left_to", 200)]
    public async Task A_text_may_be_as_long_as_the_database_holds_and_no_longer(string column, int most)
    {
        using var school = new ImportedSchool();
        string File(int length) => $"student_no,name,sex,class,{column}\nS3,甲,F,一班,{new string('x', length)}\n";
        (await school.Import(("students.csv", File(most)))).Ok.ShouldBeTrue();
        var problem = (await school.Import(("students.csv", File(most + 1)))).AllProblems.ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((2, column));
        problem.Reason.En.ShouldBe($"too long: {most + 1} characters, at most {most}");
    }

    [Fact]
    public Task Leaving_before_enrolling() => IsRefused(
        "students.csv",
        "student_no,name,sex,class,enrolled_on,left_on\nS3,甲,F,一班,2025-09-01,2025-08-31",
        "left_on",
        "2025-08-31",
        "left before the day of enrolment, 2025-09-01");

    [Fact]
    public async Task Leaving_before_the_day_of_enrolment_that_is_on_file()
    {
        using var school = new ImportedSchool();
        await school.Import(("students.csv", "student_no,name,sex,class,enrolled_on\nS3,甲,F,一班,2025-09-01\n"));
        var report = await school.Import(("students.csv", "student_no,name,sex,class,left_on\nS3,甲,F,一班,2025-08-31\n"));
        report.AllProblems.ShouldHaveSingleItem().Reason.En.ShouldBe("left before the day of enrolment, 2025-09-01");
    }

    [Theory]
    [InlineData("S9,2026-03-02,late", "student_no", "S9", "there is no student of this number")]
    [InlineData("S001,2026-03-02,here", "mark", "here", "no known value; there are: absent (旷课), excused (请假), late (迟到), early (早退)")]
    [InlineData("S001,2026-03-32,late", "date", "2026-03-32", "there is no such day")]
    public Task A_mark(string row, string column, string value, string reason) =>
        IsRefused("attendance.csv", $"student_no,date,mark\n{row}", column, value, reason);

    [Theory]
    [InlineData("-1,100,1,1", "score", "-1", "not below 0")]
    [InlineData("101,100,1,1", "score", "101", "above the full score of 100")]
    [InlineData("90,0,1,1", "full_score", "0", "the full score must be above 0")]
    [InlineData("90.125,100,1,1", "score", "90.125", "at most two decimals")]
    [InlineData("90,10000000,1,1", "full_score", "10000000", "not above 9999999.99")]
    [InlineData("A+,100,1,1", "score", "A+", "no number")]
    [InlineData("90,100,0,1", "rank", "0", "not between 1 and 2147483647")]
    [InlineData("90,100,5,4", "rank", "5", "above the group size of 4")]
    [InlineData("90,100,1.5,4", "rank", "1.5", "no whole number")]
    [InlineData("90,100,1,0", "group_size", "0", "not between 1 and 2147483647")]
    [InlineData(",100,1,1", "score", "", "must not be empty")]
    public Task A_result(string numbers, string column, string value, string reason) => IsRefused(
        "exams.csv", $"student_no,exam,date,subject,score,full_score,rank,group_size\nS001,期中,2026-03-02,语文,{numbers}", column, value, reason);

    [Theory]
    [InlineData("low-mood,0", "severity", "0", "not between 1 and 3")]
    [InlineData("low-mood,4", "severity", "4", "not between 1 and 3")]
    [InlineData("low-mood,", "severity", "", "must not be empty")]
    [InlineData("low-mood,high", "severity", "high", "no whole number")]
    public Task An_observation(string row, string column, string value, string reason) =>
        IsRefused("observations.csv", $"student_no,date,kind,severity\nS001,2026-03-02,{row}", column, value, reason);

    [Fact]
    public async Task A_kind_of_observation_that_is_none()
    {
        var problem = await Problem(("observations.csv", "student_no,date,kind,severity\nS001,2026-03-02,happy,1\n"));
        (problem.Line, problem.Column, problem.Value).ShouldBe((2, "kind", "happy"));
    }

    [Theory]
    [InlineData("neighbour,phone,5", "between", "neighbour", "no known value; there are: parent-child (亲子), school-parent (家校), school-guardian (校监)")]
    [InlineData("parent-child,pigeon,5", "by", "pigeon", "no known value; there are: phone (电话), video (视频), message (消息), visit (见面), letter (信件)")]
    [InlineData("parent-child,phone,-5", "minutes", "-5", "not between 0 and 1440")]
    [InlineData("parent-child,phone,long", "minutes", "long", "no whole number")]
    public Task A_contact(string row, string column, string value, string reason) =>
        IsRefused("contacts.csv", $"student_no,date,between,by,minutes\nS001,2026-03-02,{row}", column, value, reason);

    [Theory]
    [InlineData("calendar.csv", "date,kind\n2026-03-02,school\n2026/3/2,holiday")]
    [InlineData("classes.csv", "class,grade\n一班,一\n一班,二")]
    [InlineData("staff.csv", "staff_no,name,roles\nT1,甲,helper\nt1,乙,helper")]
    [InlineData("students.csv", "student_no,name,sex,class\nS3,甲,F,一班\nS3,乙,F,一班")]
    [InlineData("attendance.csv", "student_no,date,mark\nS001,2026-03-02,late\nS001,2026-03-02,absent")]
    [InlineData("exams.csv", "student_no,exam,date,subject,score,full_score\nS001,期中,2026-03-02,语文,90,100\nS001,期中,2026-03-02,语文,91,100")]
    public async Task Two_rows_that_say_different_things_of_one_record_are_both_named(string file, string text)
    {
        var problem = await Problem((file, text));
        problem.Line.ShouldBe(3);
        problem.Reason.En.ShouldBe("says something else of the same record than line 2");
        problem.Reason.Zh.ShouldBe("与第 2 行说的是同一条记录，但内容不同");
    }

    [Theory]
    [InlineData("calendar.csv", "date,kind\n2026-03-02,school\n2026/3/2,上课")]
    [InlineData("classes.csv", "class,grade\n二班,二\n二班,二")]
    [InlineData("staff.csv", "staff_no,name,roles\nT1,甲,helper;counselor\nT1,甲,counselor；helper")]
    [InlineData("students.csv", "student_no,name,sex,class\nS3,甲,F,一班\nS3,甲,女,一班")]
    [InlineData("attendance.csv", "student_no,date,mark\nS001,2026-03-02,late\nS001,2026-03-02,迟到")]
    [InlineData("exams.csv", "student_no,exam,date,subject,score,full_score\nS001,期中,2026-03-02,语文,90,100\nS001,期中,2026-03-02,语文,90.0,100")]
    public async Task Two_equal_rows_of_one_record_count_once(string file, string text)
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = (await school.Import((file, text))).Files.ShouldHaveSingleItem();
        (report.Refused, report.Rows, report.Added).ShouldBe((false, 2, 1));
    }

    [Fact]
    public async Task All_bad_rows_of_all_files_are_named_in_one_go_line_by_line()
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = await school.Import(
            ("attendance.csv", "student_no,date,mark\nS001,2026-02-30,here\nS001,2026-03-02,late\nS9,2026-03-02,late\n"),
            ("contacts.csv", "student_no,date,between\nS001,2026-03-02,nobody\n"));
        report.AllProblems.Select(p => $"{p.File}:{p.Line}:{p.Column}").ShouldBe(
            ["attendance.csv:2:date", "attendance.csv:2:mark", "attendance.csv:4:student_no", "contacts.csv:2:between"]);
        report.AllProblems.ShouldAllBe(p => p.Reason.Zh.Length > 0 && p.Reason.En.Length > 0);
    }

    private static async Task IsRefused(string file, string text, string column, string value, string reason)
    {
        var problem = await Problem((file, text));
        (problem.File, problem.Line, problem.Column, problem.Value ?? "").ShouldBe((file, 2, column, value));
        problem.Reason.En.ShouldBe(reason);
        problem.Reason.Zh.ShouldNotBeNullOrWhiteSpace();
    }

    private static async Task<ImportProblem> Problem((string, string) file)
    {
        using var school = await new ImportedSchool().WithStudents();
        var before = school.Everything();
        var report = await school.Import(file);
        report.Ok.ShouldBeFalse();
        school.Everything().ShouldBe(before);
        return report.AllProblems.ShouldHaveSingleItem();
    }
}
