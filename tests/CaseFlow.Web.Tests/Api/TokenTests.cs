using System.Net;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Tests.Import;
using CaseFlow.Web.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Other systems call with a token.</summary>
public sealed class TokenTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_list_that_another_system_reads_is_on_record_child_by_child_under_the_tokens_name()
    {
        var child = await host.ChildWithCaseAsync();
        var (client, token) = await WithAsync(OtherSystem.Lists);

        var children = await client.JsonAsync("/children/?size=200");
        await client.JsonAsync("/cases/?size=200");

        children.GetProperty("items").EnumerateArray().Select(c => c.GetProperty("studentNo").GetString()).ShouldContain(child.StudentNo);
        using var db = host.Open();
        (await db.ReadingsOfFiles.Where(r => r.StaffId == token && r.ChildId == child.Id).Select(r => r.What).ToListAsync())
            .ShouldBe(["api: children", "api: cases"], ignoreOrder: true);
        (await db.ApiTokens.SingleAsync(t => t.Id == token)).LastUsedAt.ShouldBe(host.Now);
    }

    [Fact]
    public async Task What_no_scope_opens_is_refused_whatever_scopes_a_token_has()
    {
        var child = await host.ChildWithCaseAsync();
        var (client, _) = await WithAsync([.. OtherSystem.Scopes]);

        await (await client.ReadAsync($"/children/{child.Id.Value}")).ShouldBeProblemAsync(403, "token.scope");
        await (await client.ReadAsync("/me")).ShouldBeProblemAsync(403, "token.scope");
        await (await client.ReadAsync("/tokens")).ShouldBeProblemAsync(403, "token.scope");
        await (await client.GiveAsync(child.Case("take"))).ShouldBeProblemAsync(403, "token.scope");
    }

    [Fact]
    public async Task A_token_opens_nothing_more_where_somebody_is_signed_in_besides()
    {
        var (client, _) = await WithAsync(OtherSystem.Lists);
        client.DefaultRequestHeaders.Add(TestSignIn.Staff, host.Counselor.Id.Value.ToString());
        client.DefaultRequestHeaders.Add(TestSignIn.Roles, Roles.Counselor);

        await (await client.ReadAsync("/term")).ShouldBeProblemAsync(403, "token.scope");
    }

    [Fact]
    public async Task An_unknown_a_revoked_and_an_ended_token_are_told_so()
    {
        var unknown = host.As(null);
        unknown.DefaultRequestHeaders.Authorization = new("Bearer", "nothing");
        var refused = await unknown.ReadAsync("/children/");
        await refused.ShouldBeProblemAsync(401, "token.invalid");
        refused.Headers.WwwAuthenticate.ToString().ShouldStartWith("Bearer");

        var (revoked, id) = await WithAsync(OtherSystem.Lists);
        await host.As(host.Administrator).GiveAsync($"/tokens/{id.Value}/revoke").ShouldBeDoneAsync();
        await (await revoked.ReadAsync("/children/")).ShouldBeProblemAsync(401, "token.invalid");

        var (ended, endedId) = await WithAsync(OtherSystem.Lists);
        using var db = host.Open();
        await db.ApiTokens.Where(t => t.Id == endedId).ExecuteUpdateAsync(s => s.SetProperty(t => t.EndsAt, host.Now));
        await (await ended.ReadAsync("/children/")).ShouldBeProblemAsync(401, "token.invalid");
    }

    [Fact]
    public async Task Only_the_administrator_makes_lists_and_revokes_tokens_and_nobody_reads_one_again()
    {
        var (_, id) = await WithAsync(OtherSystem.Figures);

        await (await host.As(host.HeadTeacher).ReadAsync("/tokens")).ShouldBeProblemAsync(403, "who.not-allowed");
        await (await host.As(host.HeadTeacher).GiveAsync($"/tokens/{id.Value}/revoke")).ShouldBeProblemAsync(403, "who.not-allowed");
        await (await host.As(host.Administrator).GiveAsync($"/tokens/{Ids.Next()}/revoke")).ShouldBeProblemAsync(404, "token.unknown");
        var line = (await host.As(host.Administrator).JsonAsync("/tokens")).EnumerateArray().Single(t => t.GetProperty("id").GetGuid() == id.Value);
        line.GetProperty("scopes")[0].GetString().ShouldBe(OtherSystem.Figures);
        line.TryGetProperty("hash", out _).ShouldBeFalse();
        var tokens = host.Services.GetRequiredService<ApiTokens>();
        (await tokens.MakeAsync(new SignedIn(host.HeadTeacher.Id, host.HeadTeacher.Roles.ToHashSet()), Wish(OtherSystem.Lists))).Secret.ShouldBeNull();
    }

    [Fact]
    public async Task A_token_needs_a_name_a_scope_that_there_is_and_an_end_within_a_year()
    {
        var tokens = host.Services.GetRequiredService<ApiTokens>();
        var admin = new SignedIn(host.Administrator.Id, host.Administrator.Roles.ToHashSet());
        async Task<string?> Refused(TokenWish wish) => (await tokens.MakeAsync(admin, wish)).Refusal?.Id;

        (await Refused(Wish(OtherSystem.Lists) with { Name = "" })).ShouldBe("token.name");
        (await Refused(Wish())).ShouldBe("token.scopes");
        (await Refused(Wish("everything"))).ShouldBe("token.scopes");
        (await Refused(Wish(OtherSystem.Lists) with { LastDay = null })).ShouldBe("token.last-day");
        (await Refused(Wish(OtherSystem.Lists) with { LastDay = host.Today.AddDays(-1) })).ShouldBe("token.last-day");
        (await Refused(Wish(OtherSystem.Lists) with { LastDay = host.Today.AddDays(367) })).ShouldBe("token.last-day");
        (await Refused(Wish(OtherSystem.Lists) with { LastDay = host.Today.AddDays(366) })).ShouldBeNull();
    }

    [Fact]
    public async Task An_observation_of_another_system_is_recorded_under_its_name_and_needs_no_page_of_this_site()
    {
        var child = await host.ChildAsync();
        var (client, token) = await WithAsync(OtherSystem.Observations);
        client.DefaultRequestHeaders.Add("Origin", "https://register.example");

        await client.GiveAsync($"/children/{child.Id.Value}/observations", new { date = host.Today, kind = "withdrawn", severity = 2 }).ShouldBeDoneAsync();

        using var db = host.Open();
        (await db.Observations.SingleAsync(o => o.ChildId == child.Id)).RecordedBy.ShouldBe(token);
    }

    [Fact]
    public async Task A_file_of_signals_is_looked_at_written_once_and_on_record_under_the_systems_name()
    {
        var child = await host.ChildAsync();
        var (client, token) = await WithAsync(OtherSystem.Import);
        var file = ("attendance.csv", $"student_no,date,mark\n{child.StudentNo},2026-03-02,absent\n");
        var (give, write) = (Ids.Next().ToString(), Ids.Next().ToString());

        var given = await client.GiveFilesAsync(give, file);
        given.StatusCode.ShouldBe(HttpStatusCode.Created, await given.Content.ReadAsStringAsync());
        var path = $"/imports/{(await given.JsonAsync()).GetProperty("id").GetGuid()}";
        (await client.GiveFilesAsync(give, file)).Headers.Contains("Idempotent-Replay").ShouldBeTrue();
        (await client.JsonAsync(path)).GetProperty("files")[0].GetProperty("added").GetInt32().ShouldBe(1);
        (await (await client.GiveAsync($"{path}/write", key: write)).JsonAsync()).GetProperty("added").GetInt32().ShouldBe(1);
        (await client.GiveAsync($"{path}/write", key: write)).Headers.Contains("Idempotent-Replay").ShouldBeTrue();

        using var db = host.Open();
        (await db.AttendanceMarks.CountAsync(m => m.ChildId == child.Id)).ShouldBe(1);
        (await db.Uploads.Where(u => u.By == token).Select(u => u.Added).ToListAsync()).ShouldBe([1]);
    }

    [Fact]
    public async Task A_file_with_a_fault_changes_nothing_and_the_fault_is_named()
    {
        var child = await host.ChildAsync();
        var (client, _) = await WithAsync(OtherSystem.Import);

        var given = await client.GiveFilesAsync(null, ("attendance.csv", $"student_no,date,mark\n{child.StudentNo},2026-03-02,absent\n{child.StudentNo},2026-03-03,perhaps\n"));
        var path = $"/imports/{(await given.JsonAsync()).GetProperty("id").GetGuid()}";
        var problem = (await client.JsonAsync(path)).GetProperty("problems").EnumerateArray().ShouldHaveSingleItem();
        var written = await (await client.GiveAsync($"{path}/write")).JsonAsync();

        (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetString()).ShouldBe((3, "mark"));
        (written.GetProperty("added").GetInt32(), written.GetProperty("refused").GetInt32()).ShouldBe((0, 1));
        using var db = host.Open();
        (await db.AttendanceMarks.AnyAsync(m => m.ChildId == child.Id)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_says_who_belongs_to_the_school_and_what_needs_an_answer_is_not_taken_from_another_system_and_nothing_of_it_is_kept()
    {
        var child = await host.ChildAsync();
        var (client, token) = await WithAsync(OtherSystem.Import);
        object?[][] classes = [["class", "grade"], ["三(9)班", "三年级"]];
        var marks = ("attendance.csv", $"student_no,date,mark\n{child.StudentNo},2026-03-02,absent\n");

        foreach (var name in new[] { "staff.csv", "students.csv", "classes.csv", "calendar.csv", "STUDENTS.CSV" })
            await (await client.GiveFilesAsync(null, marks, (name, "x\n"))).ShouldBeProblemAsync(403, "who.not-allowed");
        await (await client.GiveBytesAsync(null, ("attendance.xlsx", WorkbookTests.Book(("班级", classes))))).ShouldBeProblemAsync(403, "who.not-allowed");
        await (await client.GiveFilesAsync(null, ("2月.csv", $"三(1)班 2026年2月\n学号,1,2,3,4,5\n{child.StudentNo},√,×,,√,\n"))).ShouldBeProblemAsync(403, "who.not-allowed");

        using var db = host.Open();
        (await db.Uploads.AnyAsync(u => u.By == token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Another_system_sees_and_writes_only_what_it_gave_itself()
    {
        var (client, _) = await WithAsync(OtherSystem.Import);
        var (other, _) = await WithAsync(OtherSystem.Import);
        var path = await GivenAsync(host.As(host.Administrator));
        var its = await GivenAsync(other);

        foreach (var address in new[] { path, its })
        {
            await (await client.ReadAsync(address)).ShouldBeProblemAsync(404, "import.unknown");
            await (await client.GiveAsync($"{address}/write")).ShouldBeProblemAsync(404, "import.unknown");
        }

        await host.As(host.Administrator).GiveAsync($"{its}/write").ShouldBeDoneAsync();

        async Task<string> GivenAsync(HttpClient who)
        {
            var given = await who.GiveFilesAsync(null, ("attendance.csv", "student_no,date,mark\n"));
            return $"/imports/{(await given.JsonAsync()).GetProperty("id").GetGuid()}";
        }
    }

    [Fact]
    public async Task A_new_token_is_known_by_name_where_the_school_is_kept_in_memory()
    {
        var runtime = host.Services.GetRequiredService<CareRuntime>();
        using var db = host.Open();
        await SchoolOnFile.WithoutLoadsAsync(runtime, db);

        var (_, token) = await WithAsync(OtherSystem.Observations);

        StaffNames.Of(await SchoolOnFile.WithoutLoadsAsync(runtime, db)).Of(token).ShouldBe("教务系统");
    }

    private TokenWish Wish(params string[] scopes) => new("教务系统", scopes, host.Today);

    private async Task<(HttpClient Client, StaffId Token)> WithAsync(params string[] scopes)
    {
        var admin = new SignedIn(host.Administrator.Id, host.Administrator.Roles.ToHashSet());
        var tokens = host.Services.GetRequiredService<ApiTokens>();
        var (secret, refusal) = await tokens.MakeAsync(admin, Wish(scopes));
        refusal.ShouldBeNull();
        using var db = host.Open();
        var hash = Web.Accounts.Secret.HashOf(secret!);
        var client = host.As(null);
        client.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        return (client, await db.ApiTokens.Where(t => t.Hash == hash).Select(t => t.Id).SingleAsync());
    }
}
