using System.Text;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Import;

public sealed class LargeFileTests
{
    [Fact]
    public async Task A_file_of_many_children_and_batches_goes_in_whole_and_changes_nothing_again()
    {
        using var school = new ImportedSchool();
        var students = new StringBuilder("student_no,name,sex,class\n");
        var marks = new StringBuilder("student_no,date,mark\n");
        for (var child = 0; child < 250; child++)
        {
            students.Append('S').Append(child).Append(",甲,F,一班\n");
            for (var day = 0; day < 40; day++)
                marks.Append('S').Append(child).Append(',').Append(new DateOnly(2025, 9, 1).AddDays(day).ToString("yyyy-MM-dd")).Append(",late\n");
        }

        (await school.Import(("students.csv", students.ToString()), ("attendance.csv", marks.ToString()))).Files[1].Added.ShouldBe(10_000);
        (await school.Import(("attendance.csv", marks.ToString()))).Files[0].Unchanged.ShouldBe(10_000);
        (await school.Import(("attendance.csv", marks.ToString().Replace("late", "early", StringComparison.Ordinal)))).Files[0].Changed.ShouldBe(10_000);
        using var db = school.New();
        (await db.AttendanceMarks.CountAsync(), await db.AttendanceMarks.CountAsync(m => m.IsCurrent)).ShouldBe((20_000, 10_000));
        school.Db.ChangeTracker.Entries().ShouldBeEmpty();
    }
}
