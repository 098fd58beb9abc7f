using CaseFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Import;

/// <summary>What a bad file keeps out, and what it does not.</summary>
public sealed class AllOrNothingTests
{
    private const string Marks = "student_no,date,mark\n";

    [Fact]
    public async Task One_bad_row_keeps_its_file_out_and_the_others_go_in()
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = await school.Import(
            ("attendance.csv", Marks + "S001,2026-03-02,late\nS002,2026-03-02,here\n"),
            ("contacts.csv", "student_no,date,between\nS001,2026-03-02,亲子\n"));
        report.Files.Select(f => (f.File, f.Refused, f.Added)).ShouldBe([("attendance.csv", true, 0), ("contacts.csv", false, 1)]);
        using var db = school.New();
        (await db.AttendanceMarks.CountAsync(), await db.Contacts.CountAsync()).ShouldBe((0, 1));
    }

    [Fact]
    public async Task A_file_that_names_what_a_refused_file_brings_says_so_once_and_its_own_faults_besides()
    {
        using var school = new ImportedSchool();
        var students = ("students.csv", ImportedSchool.Students + "S003,丙,?,一班\n");
        var report = await school.Import(students, ("attendance.csv", Marks + "S001,2026-03-02,late\nS002,2026-03-02,late\nS003,2026-03-02,late\n"));
        report.AllProblems.Select(p => $"{p.File}:{p.Line}: {p.Reason.En}").ShouldBe(
            ["students.csv:4: no known value; there are: M (男), F (女)", "attendance.csv:0: students.csv must be right first: this file builds on what it says"]);
        var unknown = await school.Import(students, ("attendance.csv", Marks + "S001,2026-03-02,late\nS9,2026-03-02,late\n"));
        unknown.Files[1].Problems.ShouldHaveSingleItem().Line.ShouldBe(3);
        (await school.New().Children.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,sex,class\n甲,F,一班\n")]
    [InlineData("student_no,name,sex,class\n\"S001,甲,F,一班\n")]
    public async Task A_students_file_that_cannot_be_read_makes_no_flood_of_unknown_students(string students)
    {
        using var school = new ImportedSchool();
        var report = await school.Import(("students.csv", students), ("attendance.csv", Marks + "S001,2026-03-02,late\nS002,2026-03-02,late\n"));
        report.Files[1].Problems.ShouldHaveSingleItem().Reason.En.ShouldStartWith("students.csv must be right first");
    }

    [Fact]
    public async Task Rows_about_students_on_file_need_nothing_of_a_refused_students_file()
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = await school.Import(("students.csv", ImportedSchool.Students + "S003,丙,?,一班\n"), ("attendance.csv", Marks + "S001,2026-03-02,late\n"));
        report.Files.Select(f => f.Refused).ShouldBe([true, false]);
    }

    [Fact]
    public async Task A_refused_calendar_keeps_exams_waiting_since_it_says_the_school_year()
    {
        using var school = await new ImportedSchool().WithStudents();
        var report = await school.Import(
            ("calendar.csv", "date,kind\n2026-02-30,school\n"), ("exams.csv", "student_no,exam,date,subject,score,full_score\nS001,期中,2026-03-02,语文,1,2\n"));
        report.Files[1].Problems.ShouldHaveSingleItem().Reason.En.ShouldStartWith("calendar.csv must be right first");
    }

    [Fact]
    public async Task Refusals_pass_down_the_line()
    {
        using var school = new ImportedSchool();
        var report = await school.Import(
            ("classes.csv", "class,grade,floor\n一班,一,2\n"), ("students.csv", ImportedSchool.Students), ("attendance.csv", Marks + "S001,2026-03-02,late\n"));
        report.Files.SelectMany(f => f.Problems).Select(p => p.Reason.En.Split(' ')[0]).ShouldBe(["there", "classes.csv", "students.csv"]);
        (await school.New().Classes.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Classes_and_staff_may_name_each_other_and_each_brings_the_teacher()
    {
        using var school = new ImportedSchool();
        (await school.Import(
            ("classes.csv", "class,class_teacher\n一班,T1\n二班,\n三班,\n"),
            ("staff.csv", "staff_no,name,roles,class\nT1,甲,class-teacher,一班\nT2,乙,class-teacher,二班\nT3,丙,subject-teacher,三班\n"))).AllProblems.ShouldBeEmpty();
        using var db = school.New();
        var no = await db.Staff.ToDictionaryAsync(s => s.Id, s => s.StaffNo);
        var teachers = (await db.Classes.OrderBy(c => c.Name).ToListAsync()).ToDictionary(c => c.Name, c => c.ClassTeacherId is { } id ? no[id] : null);
        teachers.ShouldBe(new Dictionary<string, string?> { ["一班"] = "T1", ["二班"] = "T2", ["三班"] = null }, ignoreOrder: true);
    }

    [Fact]
    public async Task Staff_that_contradicts_classes_or_itself_about_a_class_teacher_is_refused()
    {
        using var school = new ImportedSchool();
        const string Staff = "staff_no,name,roles,class\nT1,甲,班主任,一班\nT2,乙,班主任,一班\nT3,丙,班主任,\n";
        var against = await school.Import(("classes.csv", "class,class_teacher\n一班,T3\n"), ("staff.csv", Staff));
        against.Files[1].Problems.Select(p => (p.Line, p.Column, p.Reason.En)).ShouldBe(
            [(2, "class", "classes.csv says that the class teacher is T3"), (3, "class", "classes.csv says that the class teacher is T3")]);
        var itself = await school.Import(("staff.csv", Staff));
        itself.AllProblems.ShouldHaveSingleItem().Reason.En.ShouldContain("(T1, T2)");
        (await school.Import(("classes.csv", "class,class_teacher\n一班,T2\n"), ("staff.csv", Staff))).Ok.ShouldBeTrue();
        (await school.Import(("staff.csv", Staff))).Files[0].Unchanged.ShouldBe(3);
    }

    [Fact]
    public async Task A_class_teacher_may_be_named_by_a_name_that_one_person_has()
    {
        using var school = new ImportedSchool();
        await school.Import(("staff.csv", "staff_no,name,roles\nT1,甲,班主任\nT2,乙,班主任\nT3,乙,班主任\n"));
        (await school.Import(("classes.csv", "class,class_teacher\n一班,甲\n"))).Ok.ShouldBeTrue();
        var problem = (await school.Import(("classes.csv", "class,class_teacher\n二班,乙\n"))).AllProblems.ShouldHaveSingleItem();
        problem.Reason.En.ShouldBe("several members of staff have this name (T2, T3): write the number");
    }

    [Fact]
    public async Task A_class_is_made_by_being_named_where_no_classes_file_is_given_and_must_be_in_it_where_one_is()
    {
        using var school = new ImportedSchool();
        (await school.Import(("students.csv", ImportedSchool.Students), ("staff.csv", "staff_no,name,roles,class\nT1,甲,班主任,一班\nT2,乙,班主任,九班\n"))).Ok.ShouldBeTrue();
        (await school.New().Classes.OrderBy(c => c.Name).Select(c => c.Name).ToListAsync()).ShouldBe(["一班", "九班"], ignoreOrder: true);
        var report = await school.Import(("classes.csv", "class\n二班\n"), ("students.csv", "student_no,name,sex,class\nS1,甲,F,三班\n"));
        var problem = report.AllProblems.ShouldHaveSingleItem();
        (problem.Line, problem.Column, problem.Reason.En).ShouldBe((2, "class", "there is no such class, neither in classes.csv nor on file"));
    }

    [Fact]
    public async Task A_dry_run_counts_the_same_and_writes_nothing()
    {
        using var school = new ImportedSchool();
        (string, string)[] files = [("students.csv", ImportedSchool.Students), ("attendance.csv", Marks + "S001,2026-03-02,late\n"), ("staff.csv", "staff_no,name,roles,class\nadmin,管,管理员,一班\n")];
        var empty = school.Everything();
        var dry = await school.Import(new ImportOptions { DryRun = true }, files);
        school.Everything().ShouldBe(empty);
        dry.DryRun.ShouldBeTrue();
        var wet = await school.Import(files);
        dry.Files.Select(f => (f.File, f.Rows, f.Added, f.Changed, f.Unchanged)).ShouldBe(wet.Files.Select(f => (f.File, f.Rows, f.Added, f.Changed, f.Unchanged)));

        var before = school.Everything();
        var change = await school.Import(new ImportOptions { DryRun = true }, ("attendance.csv", Marks + "S001,2026-03-02,早退\n"), ("students.csv", "student_no,name,sex,class\nS001,甲二,F,五班\n"));
        change.Files.Select(f => f.Changed).ShouldBe([1, 1]);
        school.Everything().ShouldBe(before);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_a_problem_and_neither_is_read()
    {
        using var school = new ImportedSchool();
        var report = await school.Import(("students.csv", ImportedSchool.Students), ("Students.CSV", ImportedSchool.Students));
        report.AllProblems.ShouldHaveSingleItem().Reason.En.ShouldBe("the file is there more than once (students.csv, Students.CSV): keep one; none was read");
        (await school.New().Children.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_folder_that_is_missing_or_holds_none_of_the_files_is_a_problem()
    {
        using var school = new ImportedSchool();
        var folder = Directory.CreateTempSubdirectory("caseflow-import-").FullName;
        try
        {
            (await school.ImportFolder(Path.Combine(folder, "none"))).AllProblems.ShouldHaveSingleItem().Reason.En.ShouldStartWith("there is no folder");
            await File.WriteAllTextAsync(Path.Combine(folder, "pupils.csv"), ImportedSchool.Students);
            var report = await school.ImportFolder(folder);
            report.AllProblems.ShouldHaveSingleItem().Reason.En.ShouldStartWith("none of the files of an import is here");
            report.Ignored.ShouldBe(["pupils.csv"]);
            report.Ok.ShouldBeFalse();
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Fact]
    public async Task The_first_import_makes_the_school_and_its_administrator_once()
    {
        using var school = await (await new ImportedSchool().WithStudents()).WithStudents();
        using var db = school.New();
        (await db.Schools.SingleAsync()).Name.ShouldBe("本校");
        (await db.Staff.SingleAsync()).StaffNo.ShouldBe("admin");
    }
}
