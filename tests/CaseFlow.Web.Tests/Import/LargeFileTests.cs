using System.Diagnostics;
using System.Text;
using Xunit.Abstractions;

namespace CaseFlow.Web.Tests.Import;

public sealed class LargeFileTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Half_a_million_marks_go_in()
    {
        using var school = new ImportedSchool();
        var students = new StringBuilder("student_no,name,sex,class\n");
        var marks = new StringBuilder("student_no,date,mark\n");
        for (var s = 0; s < 5000; s++)
            students.Append('S').Append(s).Append(",甲,F,一班\n");
        for (var d = 0; d < 100; d++)
        for (var s = 0; s < 5000; s++)
            marks.Append('S').Append(s).Append(',').Append(new DateOnly(2025, 9, 1).AddDays(d).ToString("yyyy-MM-dd")).Append(",late\n");
        var time = Stopwatch.StartNew();
        (await school.Import(("students.csv", students.ToString()))).Ok.ShouldBeTrue();
        output.WriteLine($"students {time.Elapsed}"); time.Restart();
        var r = await school.Import(("attendance.csv", marks.ToString()));
        output.WriteLine($"marks {time.Elapsed} {r.Files[0].Added} mem {GC.GetTotalMemory(false)/1e6} peak {Process.GetCurrentProcess().PeakWorkingSet64/1e6}"); time.Restart();
        r = await school.Import(("attendance.csv", marks.ToString()));
        output.WriteLine($"again {time.Elapsed} {r.Files[0].Unchanged} peak {Process.GetCurrentProcess().PeakWorkingSet64/1e6}");
    }
}
