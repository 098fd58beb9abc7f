using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CaseFlow.Engine.Signals;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Api;

/// <summary>The import through the API: giving, explaining, looking and writing.</summary>
public sealed class ImportTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_register_is_given_explained_looked_at_and_written_once()
    {
        var child = await host.ChildAsync();
        var admin = host.As(host.Administrator);
        var sheet = ("2月.csv", $"三(1)班 2026年2月\n学号,1,2,3,4,5\n{child.StudentNo},√,×,,■,\n");
        var key = Ids.Next().ToString();

        var given = await admin.GiveFilesAsync(key, sheet);
        given.StatusCode.ShouldBe(HttpStatusCode.Created, await given.Content.ReadAsStringAsync());
        var import = await given.JsonAsync();
        var path = $"/imports/{import.GetProperty("id").GetGuid()}";
        import.GetProperty("sheets")[0].GetProperty("ready").GetBoolean().ShouldBeFalse();
        (await admin.GiveFilesAsync(key, sheet)).Headers.Contains("Idempotent-Replay").ShouldBeTrue();
        await (await admin.GiveFilesAsync(key, ("3月.csv", "x"))).ShouldBeProblemAsync(422, "idempotency.key-reused");

        var known = await admin.JsonAsync($"{path}/sheets/1");
        known.GetProperty("kind").GetString().ShouldBe("register");
        var marks = known.GetProperty("marks").EnumerateArray().Select(m => m.GetProperty("mark").GetString()).ToList();
        marks.ShouldBe(["×", "√", "■"]);
        var columns = known.GetProperty("columns").EnumerateArray().Select(c => new { use = c.GetProperty("use").GetString() }).ToList();
        await (await PutAsync(admin, $"{path}/sheets/1", new { columns, date = "2026-02-01", marks = new[] { new { mark = "×", meaning = "absent" } } }))
            .ShouldBeProblemAsync(422, "import.sheet-gaps");
        var said = new { columns, date = "2026-02-01", marks = new[] { new { mark = "×", meaning = "absent" }, new { mark = "√", meaning = "present" }, new { mark = "■", meaning = "early" } } };
        await PutAsync(admin, $"{path}/sheets/1", said).ShouldBeDoneAsync();

        var preview = await admin.JsonAsync(path);
        preview.GetProperty("files")[0].GetProperty("added").GetInt32().ShouldBe(2);
        preview.GetProperty("problems").GetArrayLength().ShouldBe(0);
        var write = Ids.Next().ToString();
        var written = await admin.GiveAsync($"{path}/write", key: write);
        (await written.JsonAsync()).GetProperty("added").GetInt32().ShouldBe(2);
        (await (await admin.GiveAsync($"{path}/write", key: write)).Content.ReadAsStringAsync()).ShouldBe(await written.Content.ReadAsStringAsync());
        await (await admin.GiveAsync($"{path}/write")).ShouldBeProblemAsync(409, "import.written");
        using var db = host.Open();
        (await db.AttendanceMarks.Where(m => m.ChildId == child.Id).OrderBy(m => m.Date).Select(m => m.Mark).ToListAsync()).ShouldBe([Mark.Absent, Mark.Early]);
    }

    [Fact]
    public async Task Problems_are_told_in_the_language_that_was_asked_for_and_what_is_left_is_gone()
    {
        var admin = host.As(host.Administrator);
        admin.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        var id = (await (await admin.GiveFilesAsync(null, ("attendance.csv", "student_no,date,mark\nNOBODY,2026-03-02,late\n"))).JsonAsync()).GetProperty("id").GetGuid();

        var problem = (await admin.JsonAsync($"/imports/{id}")).GetProperty("problems")[0];
        (problem.GetProperty("line").GetInt32(), problem.GetProperty("reason").GetString()).ShouldBe((2, "there is no student of this number"));
        (await admin.DeleteAsync($"/api/v1/imports/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await (await admin.ReadAsync($"/imports/{id}")).ShouldBeProblemAsync(404, "import.unknown");
    }

    [Fact]
    public async Task Nobody_but_the_administrator_imports()
    {
        foreach (var who in new[] { host.Counselor, host.HeadTeacher, host.TeacherOfOne, host.Helper, host.EducationOffice })
            await (await host.As(who).GiveFilesAsync(null, ("a.csv", "x"))).ShouldBeProblemAsync(403, "who.not-allowed");
        await (await host.As(host.Administrator).GiveFilesAsync(null)).ShouldBeProblemAsync(422, "import.no-file");
    }

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1" + path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", Ids.Next().ToString());
        return await client.SendAsync(request);
    }
}
