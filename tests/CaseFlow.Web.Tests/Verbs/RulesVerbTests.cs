using System.Text.Json;
using CaseFlow.Engine.Storage;
using CaseFlow.TestSchools;
using CaseFlow.Web.Tests.Rules;
using CaseFlow.Web.Verbs;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Verbs;

/// <summary>The verbs under <c>rules</c> as scripts call them. The clock stands on the day after the last signal.</summary>
public sealed class RulesVerbTests : IDisposable
{
    private readonly TempFolder data = new();
    private readonly TempFolder files = new();
    private readonly TempFolder lax = new();

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        data.Dispose();
        files.Dispose();
        lax.Dispose();
    }

    [Fact]
    public async Task Why_not_names_the_part_that_fails_with_its_values()
    {
        await ImportAsync();

        var (code, output, _) = await RunAsync("rules", "explain", "--student", "S1", "--rule", "absence-streak", "--as-of", "2026-03-03", "--json");

        code.ShouldBe(0);
        var rule = Json(output).GetProperty("rules")[0];
        rule.GetProperty("holds").GetBoolean().ShouldBeFalse();
        var part = rule.GetProperty("parts")[0];
        part.GetProperty("text").GetString().ShouldBe("attendance.streak >= params.days");
        part.GetProperty("values").EnumerateArray().Select(v => $"{v.GetProperty("text")} = {v.GetProperty("value")}")
            .ShouldBe(["attendance.streak = 1", "params.days = 3"]);
    }

    [Fact]
    public async Task Without_a_rule_all_are_explained_in_short()
    {
        await ImportAsync();

        var (code, output, _) = await RunAsync("rules", "explain", "--student", "S1", "--as-of", "2026-03-03");

        code.ShouldBe(0);
        output.ShouldContain("+ absence-unexcused: severity 1");
        output.ShouldContain("- absence-streak: attendance.streak >= params.days → false");
    }

    [Theory]
    [InlineData("--student", "S9")]
    [InlineData("--student", "S1", "--rule", "absence-streek")]
    public async Task A_pupil_or_rule_that_is_not_there_is_exit_code_1(params string[] options)
    {
        await ImportAsync();

        var (code, _, error) = await RunAsync(["rules", "explain", "--as-of", "2026-03-03", .. options]);

        code.ShouldBe(1);
        error.ShouldContain(options[^1]);
    }

    [Fact]
    public async Task A_backtest_is_one_document_and_lines_for_people()
    {
        await ImportAsync();
        TwoAbsentPupils.WriteLaxRules(lax.Path);
        string[] call = ["rules", "backtest", "--rules", lax.Path, "--from", "2026-03-02", "--to", "2026-03-13"];

        var (code, output, _) = await RunAsync([.. call, "--json"]);

        code.ShouldBe(0);
        Json(output).GetProperty("flagsGone")[0].GetProperty("student").GetString().ShouldBe("S1");
        Json(output).GetProperty("casesGone").GetArrayLength().ShouldBe(1);
        (await RunAsync(call)).Out.ShouldContain("flags: 2 now, 1 then: 0 new, 1 gone, 1 of another severity");
    }

    [Theory]
    [InlineData("2026-03-13", "2026-03-02")]
    [InlineData("2026-02-30", "2026-03-02")]
    [InlineData("2026-03-02", "soon")]
    [InlineData("2026-03-02", "2999-01-01")]
    public async Task Wrong_dates_are_exit_code_2(string from, string to)
    {
        await ImportAsync();

        var (code, _, error) = await RunAsync("rules", "backtest", "--rules", TestInstallation.RulesFolder, "--from", from, "--to", to);

        code.ShouldBe(2);
        error.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    public async Task A_wrong_number_of_tasks_is_exit_code_2(string tasks)
    {
        string[] period = ["--from", "2026-03-02", "--to", "2026-03-13"];

        (await RunAsync(["rules", "backtest", "--rules", TestInstallation.RulesFolder, .. period, "--tasks-each", tasks])).Code.ShouldBe(2);
    }

    [Fact]
    public async Task Rules_that_are_not_in_order_are_exit_code_1_with_their_places()
    {
        await ImportAsync();
        TwoAbsentPupils.WriteLaxRules(lax.Path);
        var health = Path.Combine(lax.Path, "flags", "health.yaml");
        File.WriteAllText(health, File.ReadAllText(health).Replace("size(evidence)", "sise(evidence)", StringComparison.Ordinal));

        var (code, _, error) = await RunAsync("rules", "backtest", "--rules", lax.Path, "--from", "2026-03-02", "--to", "2026-03-13");

        code.ShouldBe(1);
        error.ShouldMatch(@"flags/health\.yaml:\d+:\d+: .*sise");
    }

    [Fact]
    public async Task The_record_counts_what_was_raised()
    {
        await ImportAsync();
        await RunAsync("screen", "--as-of", "2026-03-04");

        var (code, output, _) = await RunAsync("rules", "record", "--json");

        code.ShouldBe(0);
        var record = Json(output).GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("rule").GetString() == "absence-unexcused");
        record.GetProperty("raised").GetInt32().ShouldBe(2);
        record.GetProperty("answered").GetProperty("false-alarm").GetInt32().ShouldBe(0);
        record.GetProperty("precision").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_the_administrator_has_set_holds_for_the_verbs_and_flags_keep_the_values_that_raised_them()
    {
        await ImportAsync();
        await SetAsync(1, "once", "1", "2");

        Flags((await RunAsync("screen", "--as-of", "2026-03-04", "--json")).Out).ShouldBe(["S2 absence-unexcused"], "one day absent is overlooked now");
        await SetAsync(2, "days", "5", "6");
        await RunAsync("screen", "--as-of", "2026-03-05");

        using var db = Open();
        var finding = EventJson.ReadFinding((await db.Flags.SingleAsync(f => f.Rule == "absence-unexcused")).Finding);
        finding.Params.ShouldBe(new Dictionary<string, string> { ["days"] = "5", ["once"] = "2", ["more"] = "2" });
        finding.FileVersion.ShouldMatch("^[0-9a-f]{12}[+][0-9a-f]{6}$");
        (await RunAsync("verify")).Code.ShouldBe(0);
        (await RunAsync("rules", "check")).Code.ShouldBe(0, "the files alone");
    }

    private static List<string> Flags(string screened) => [.. Json(screened).GetProperty("flags").EnumerateArray()
        .Select(f => $"{f.GetProperty("student")} {f.GetProperty("rule")}").Where(f => f.EndsWith("unexcused", StringComparison.Ordinal))];

    private SqliteCaseFlowDb Open()
    {
        var options = new DbContextOptionsBuilder().UseSqlite($"Data Source={Path.Combine(data.Path, "caseflow.db")}").Options;
        using var any = new SqliteCaseFlowDb(options, default);
        return new SqliteCaseFlowDb(options, any.Schools.IgnoreQueryFilters().Single().Id);
    }

    private async Task SetAsync(int no, string parameter, string from, string to)
    {
        using var db = Open();
        db.ParameterChanges.Add(new ParameterChange
        {
            SchoolId = db.SchoolId, No = no, Rule = "absence-unexcused", Parameter = parameter, From = from, To = to, Reason = "试一试",
        });
        await db.SaveChangesAsync();
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private async Task ImportAsync()
    {
        SchoolFiles.Write(TwoAbsentPupils.School, files.Path);
        (await RunAsync("import", files.Path)).Code.ShouldBe(0);
    }

    private async Task<(int Code, string Out, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            [.. args, $"--Data:Folder={data.Path}", $"--Rules:Folder={TestInstallation.RulesFolder}", "--Clock:Mode=Simulated"], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
