using System.Net;
using CaseFlow.Engine.Children;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace CaseFlow.Web.Tests.Api;

/// <summary>The administrator sets parameters; everybody else, and every value that does not fit, changes nothing.</summary>
public sealed class SetParameterTests : IAsyncLifetime
{
    private const string Drop = "/rules/grade-drop/parameters/drop";

    private readonly ApiHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task What_the_administrator_sets_is_in_force_at_once_with_a_version_of_its_own_and_on_record()
    {
        var before = await RuleAsync("grade-drop");

        await SetAsync(host.Administrator, new { value = "30", reason = "误报太多" }).ShouldBeDoneAsync();

        var after = await RuleAsync("grade-drop");
        var drop = after.GetProperty("parameters")[0];
        (drop.GetProperty("value").GetString(), drop.GetProperty("inFile").GetString(), drop.GetProperty("isSet").GetBoolean()).ShouldBe(("30", "20", true));
        after.GetProperty("params").GetProperty("drop").GetString().ShouldBe("30");
        after.GetProperty("version").GetString()!.ShouldStartWith(before.GetProperty("version").GetString() + "+");
        var change = (await host.As(host.HeadTeacher).JsonAsync("/rules/changes")).GetProperty("items")[0];
        (change.GetProperty("from").GetString(), change.GetProperty("to").GetString(), change.GetProperty("reason").GetString()).ShouldBe(("20", "30", "误报太多"));
        change.GetProperty("by").GetProperty("name").GetString().ShouldBe(host.Administrator.Name);
    }

    [Fact]
    public async Task To_go_back_to_the_file_is_a_change_too()
    {
        var version = (await RuleAsync("grade-drop")).GetProperty("version").GetString();
        await SetAsync(host.Administrator, new { value = "30", reason = "试一试" }).ShouldBeDoneAsync();
        await SetAsync(host.Administrator, new { value = (string?)null, reason = "还是按文件" }).ShouldBeDoneAsync();

        (await RuleAsync("grade-drop")).GetProperty("version").GetString().ShouldBe(version);
        using var db = host.Open();
        (await db.ParameterChanges.OrderBy(c => c.No).Select(c => $"{c.No} {c.From} {c.To} {c.AsInFile}").ToListAsync())
            .ShouldBe(["1 20 30 False", "2 30 20 True"]);
    }

    [Fact]
    public async Task Nobody_but_the_administrator_sets_anything()
    {
        foreach (var who in new StaffMember[] { host.Counselor, host.HeadTeacher, host.TeacherOfOne, host.Helper, host.EducationOffice })
            await (await SetAsync(who, new { value = "30", reason = "想改" })).ShouldBeProblemAsync(403, "who.not-allowed");

        await NothingIsSetAsync();
    }

    [Theory]
    [InlineData(Drop, "many", "理由", 422, "parameter.type")]
    [InlineData(Drop, "0", "理由", 422, "parameter.bounds")]
    [InlineData(Drop, "101", "理由", 422, "parameter.bounds")]
    [InlineData(Drop, "20", "理由", 422, "parameter.unchanged")]
    [InlineData(Drop, "30", "  ", 400, "body.invalid")]
    [InlineData("/rules/grade-drop/parameters/drip", "30", "理由", 404, "parameter.unknown")]
    [InlineData("/rules/grade-drip/parameters/drop", "30", "理由", 404, "parameter.no-rule")]
    [InlineData("/rules/conduct/parameters/kinds", "truancy, theft, sleep", "理由", 422, "parameter.bounds")]
    [InlineData("/rules/conduct/parameters/kinds", " , ", "理由", 422, "parameter.type")]
    public async Task What_does_not_fit_is_refused_and_stores_nothing(string path, string value, string reason, int status, string id)
    {
        await (await host.As(host.Administrator).GiveAsync(path, new { value, reason })).ShouldBeProblemAsync(status, id);

        await NothingIsSetAsync();
    }

    [Fact]
    public async Task The_same_key_twice_sets_once()
    {
        var first = await host.As(host.Administrator).GiveAsync(Drop, new { value = "30", reason = "一" }, "set-1");
        var second = await host.As(host.Administrator).GiveAsync(Drop, new { value = "30", reason = "一" }, "set-1");

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.Headers.GetValues("Idempotent-Replay").ShouldBe(["true"]);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        using var db = host.Open();
        (await db.ParameterChanges.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Another_node_sees_it()
    {
        var clock = new Setup.HandClock();
        var other = new CurrentPolicy(Path.Combine(AppContext.BaseDirectory, "rules"), host.Open, clock, NullLogger<CurrentPolicy>.Instance);
        Drops(other).ShouldBe("20");

        await SetAsync(host.Administrator, new { value = "30", reason = "误报太多" }).ShouldBeDoneAsync();
        clock.Pass(CurrentPolicy.CheckEvery);

        Drops(other).ShouldBe("30");

        static string Drops(CurrentPolicy policy) => policy.Get().Rules.Rules.Single(r => r.Id == "grade-drop").Parameters[0].InForceText;
    }

    private Task<HttpResponseMessage> SetAsync(StaffMember who, object body) => host.As(who).GiveAsync(Drop, body);

    private async Task<System.Text.Json.JsonElement> RuleAsync(string id) => (await host.As(host.Helper).JsonAsync("/rules"))
        .GetProperty("flags").EnumerateArray().Single(r => r.GetProperty("id").GetString() == id);

    private async Task NothingIsSetAsync()
    {
        using var db = host.Open();
        (await db.ParameterChanges.CountAsync() + await db.AnsweredRequests.CountAsync()).ShouldBe(0);
        (await RuleAsync("grade-drop")).GetProperty("parameters")[0].GetProperty("value").GetString().ShouldBe("20");
    }
}
