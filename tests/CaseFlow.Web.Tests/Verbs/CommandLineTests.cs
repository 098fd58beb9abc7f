using System.Text.Json;
using CaseFlow.TestSchools;
using CaseFlow.Web.Verbs;

namespace CaseFlow.Web.Tests.Verbs;

/// <summary>The verbs as scripts call them: exit codes, JSON, messages.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly TempFolder data = new();
    private readonly TempFolder files = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Dispose();
        files.Dispose();
    }

    [Theory]
    [InlineData("fly")]
    [InlineData("screen", "--as-off", "2026-03-02")]
    [InlineData("screen", "--as-of", "yesterday")]
    [InlineData("screen", "--as-of", "2026-02-30")]
    [InlineData("import")]
    [InlineData("clock", "advance", "soon")]
    public async Task A_wrong_call_is_exit_code_2_and_says_what(params string[] args)
    {
        var (code, _, error) = await RunAsync(args);

        code.ShouldBe(2);
        error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Files_go_in_are_screened_and_verified_and_a_second_time_changes_nothing()
    {
        var school = RandomSchool.Make(3, RandomSchoolSize.Tiny);
        SchoolFiles.Write(school, files.Path);
        var day = RandomSchool.InterestingDays(school).Max();

        (await RunAsync("import", files.Path, "--json")).Code.ShouldBe(0);
        var again = Json((await RunAsync("import", files.Path, "--json")).Out);
        again.GetProperty("files").EnumerateArray().Sum(f => f.GetProperty("added").GetInt32() + f.GetProperty("changed").GetInt32()).ShouldBe(0);

        var (code, output, _) = await RunAsync("screen", "--as-of", $"{day:yyyy-MM-dd}", "--json");
        code.ShouldBe(0);
        var expected = PlainRules.Screen(school, day);
        Json(output).GetProperty("asOf").GetString().ShouldBe($"{day:yyyy-MM-dd}");
        Json(output).GetProperty("flags").GetArrayLength().ShouldBe(expected.Flags.Count);
        Json(output).GetProperty("levels").GetArrayLength().ShouldBe(expected.Levels.Count);
        var second = Json((await RunAsync("screen", "--as-of", $"{day:yyyy-MM-dd}", "--json")).Out);
        second.GetProperty("casesOpened").GetArrayLength().ShouldBe(0);
        second.GetProperty("casesUpdated").GetArrayLength().ShouldBe(0);

        (await RunAsync("work", "--as-of", $"{day.AddDays(2):yyyy-MM-dd}", "--json")).Code.ShouldBe(0);
        var (verified, document, _) = await RunAsync("verify", "--json");
        verified.ShouldBe(0);
        Json(document).GetProperty("ok").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task The_report_of_a_term_is_written_where_it_is_asked_for()
    {
        var school = RandomSchool.Make(3, RandomSchoolSize.Tiny);
        SchoolFiles.Write(school, files.Path);
        await RunAsync("import", files.Path);
        var report = Path.Combine(files.Path, "term.docx");

        var (code, output, _) = await RunAsync("report", "term", "--out", report, "--json");

        code.ShouldBe(0);
        File.Exists(report).ShouldBeTrue();
        Json(output).GetProperty("figures").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "pupils").GetProperty("count").GetString().ShouldNotBe("0");
        (await RunAsync("report", "term", "--term", "1999-2000-1", "--out", report)).Code.ShouldBe(1);
        (await RunAsync("report", "term", "--out", Path.Combine(files.Path, "no", "folder", "term.docx"))).Code.ShouldBe(1);
    }

    [Fact]
    public async Task A_day_before_the_latest_screening_is_computed_and_nothing_is_written()
    {
        var school = RandomSchool.Make(4, RandomSchoolSize.Tiny);
        SchoolFiles.Write(school, files.Path);
        var days = RandomSchool.InterestingDays(school).Order().ToList();
        await RunAsync("import", files.Path);
        await RunAsync("screen", "--as-of", $"{days[^1]:yyyy-MM-dd}");
        var before = (await RunAsync("verify", "--json")).Out;

        var (code, output, error) = await RunAsync("screen", "--as-of", $"{days[0]:yyyy-MM-dd}", "--json");

        code.ShouldBe(0);
        error.ShouldContain("nothing was written");
        Json(output).GetProperty("flags").GetArrayLength().ShouldBe(PlainRules.Screen(school, days[0]).Flags.Count);
        (await RunAsync("verify", "--json")).Out.ShouldBe(before);
    }

    [Fact]
    public async Task Until_the_register_is_closed_the_marks_of_the_day_do_not_count()
    {
        File.WriteAllText(Path.Combine(files.Path, "students.csv"), "student_no,name,sex,class\nS1,王小明,男,一班\n");
        File.WriteAllText(Path.Combine(files.Path, "attendance.csv"), "student_no,date,mark\nS1,2026-03-02,absent\n");
        await RunAsync("import", files.Path);

        Json((await RunAsync("screen", "--as-of", "2026-03-02T10:00:00+08:00", "--json")).Out).GetProperty("flags").GetArrayLength().ShouldBe(0);
        Json((await RunAsync("screen", "--as-of", "2026-03-02", "--json")).Out).GetProperty("flags").GetArrayLength().ShouldBe(1);
        var (_, _, error) = await RunAsync("screen", "--as-of", "2026-03-02T12:00:00+08:00", "--json");
        error.ShouldContain("nothing was written");
    }

    [Fact]
    public async Task Bad_rows_are_exit_code_1_and_named()
    {
        File.WriteAllText(Path.Combine(files.Path, "students.csv"), "student_no,name,sex,class\nS1,王小明,男,一班\n");
        File.WriteAllText(Path.Combine(files.Path, "attendance.csv"), "student_no,date,mark\nS9,2026-03-02,absent\nS1,2026-02-30,absent\nS1,2026-03-03,asleep\n");

        var (code, output, error) = await RunAsync("import", files.Path, "--json");

        code.ShouldBe(1);
        foreach (var line in new[] { "attendance.csv:2: student_no", "attendance.csv:3: date", "attendance.csv:4: mark" })
            error.ShouldContain(line);
        Json(output).GetProperty("problems").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task The_clock_is_only_there_where_the_installation_runs_on_a_simulated_one()
    {
        (await RunAsync("clock", "show")).Code.ShouldBe(1);

        var before = Json((await RunAsync("clock", "show", "--json", "--Clock:Mode=Simulated")).Out).GetProperty("now").GetDateTimeOffset();
        await RunAsync("clock", "advance", "7d", "--Clock:Mode=Simulated");
        var after = Json((await RunAsync("clock", "show", "--json", "--Clock:Mode=Simulated")).Out).GetProperty("now").GetDateTimeOffset();

        (after - before).ShouldBeInRange(TimeSpan.FromDays(7), TimeSpan.FromDays(7) + TimeSpan.FromMinutes(10), "a clock that was never moved stands at the present");
    }

    [Fact]
    public async Task Rules_are_checked_and_a_typing_error_is_named_with_its_place()
    {
        (await RunAsync("rules", "check")).Code.ShouldBe(0);
        foreach (var file in Directory.EnumerateFiles(TestInstallation.RulesFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(files.Path, Path.GetRelativePath(TestInstallation.RulesFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, File.ReadAllText(file).Replace("exam.fallTenths >= params.drop", "exam.fallTenth >= params.drop", StringComparison.Ordinal));
        }

        var (code, _, error) = await RunAsync("rules", "check", "--rules", files.Path);

        code.ShouldBe(1);
        error.ShouldMatch(@"flags/grade\.yaml:\d+:\d+: .*fallTenth");
    }

    [Theory]
    [InlineData("--Engines:Rules=NRules", "NRules")]
    [InlineData("--Storage:Provider=Oracle", "Oracle")]
    [InlineData("--Storage:Provider=SqlServer", "ConnectionStrings:CaseFlow")]
    [InlineData("--School:TimeZone=Mars/Base", "Mars/Base")]
    public async Task A_setting_that_cannot_be_kept_stops_the_program_with_a_sentence(string setting, string says)
    {
        var (code, _, error) = await RunAsync("verify", setting);

        code.ShouldBe(1);
        error.ShouldContain(says);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            [.. args, $"--Data:Folder={data.Path}", $"--Rules:Folder={TestInstallation.RulesFolder}"], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
