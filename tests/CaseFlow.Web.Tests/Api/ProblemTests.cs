using System.Reflection;
using System.Text;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Api;

namespace CaseFlow.Web.Tests.Api;

public sealed class ProblemTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Theory]
    [InlineData(null, "没有找到")]
    [InlineData("zh-CN,en;q=0.5", "没有找到")]
    [InlineData("fr,en-GB;q=0.8,zh;q=0.2", "Not found")]
    public async Task Problems_are_in_the_language_asked_for_and_in_Chinese_without_one(string? asked, string title)
    {
        var client = host.As(host.Counselor);
        if (asked is not null)
            client.DefaultRequestHeaders.Add("Accept-Language", asked);
        var problem = await (await client.ReadAsync($"/children/{Ids.Next()}")).ShouldBeProblemAsync(404, "child.unknown");
        problem.GetProperty("title").GetString().ShouldBe(title);
    }

    [Theory]
    [InlineData("give", "{}", "to")]
    [InlineData("give", "{}", "reason")]
    [InlineData("give", """{"to":"nobody","reason":"x"}""", "to")]
    [InlineData("notes", """{"text":"  "}""", "text")]
    [InlineData("notes", """{"text":"x","colour":"red"}""", "colour")]
    [InlineData("notes", """{"text":"x","text":"y"}""", "text")]
    [InlineData("notes", """{"text":"x","confidential":null}""", "confidential")]
    [InlineData("review", """{"finding":"splendid"}""", "finding")]
    [InlineData("review", """{"finding":1}""", "finding")]
    [InlineData("review", """{"finding":"improved","level":9}""", "level")]
    [InlineData("plan", """{"goals":[{"text":"x"},{"measure":"y"}]}""", "goals[1].text")]
    [InlineData("plan", """{"goals":[null]}""", "goals[0]")]
    [InlineData("plan", """{"goals":[],"interventions":[{"id":"buddy"}]}""", "interventions[0].assignee")]
    [InlineData("notes", "{", "$")]
    [InlineData("notes", "[]", "$")]
    public async Task A_body_that_is_not_in_order_is_refused_by_member(string action, string body, string member)
    {
        var child = await host.ChildWithCaseAsync();
        var response = await PostAsync(child.Case(action), new StringContent(body, Encoding.UTF8, "application/json"));
        var problem = await response.ShouldBeProblemAsync(400, "body.invalid");
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldContain(member);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        var child = await host.ChildWithCaseAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = new string('长', 4000) }).ShouldBeDoneAsync();
        var response = await host.As(host.Counselor).GiveAsync(child.Case("notes"), new { text = new string('长', 4001) });
        await response.ShouldBeProblemAsync(400, "body.invalid");
    }

    [Fact]
    public async Task A_body_that_is_not_JSON_is_refused()
    {
        var child = await host.ChildWithCaseAsync();
        var response = await PostAsync(child.Case("notes"), new StringContent("text=x", Encoding.UTF8, "application/x-www-form-urlencoded"));
        await response.ShouldBeProblemAsync(415, "body.not-json");
    }

    [Fact]
    public async Task A_command_without_a_body_needs_none()
    {
        var child = await host.ChildWithCaseAsync();
        (await PostAsync(child.Case("take"), null)).EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("/nothing/here", 404, "address.unknown")]
    [InlineData("/children/not-an-id", 404, "address.unknown")]
    [InlineData("/children?size=201", 400, "query.invalid")]
    [InlineData("/children?page=0", 400, "query.invalid")]
    [InlineData("/children?page=many", 400, "request.bad")]
    [InlineData("/cases?owner=somebody", 400, "query.invalid")]
    [InlineData("/cases?stage=nowhere", 400, "query.invalid")]
    [InlineData("/cases?level=1", 400, "query.invalid")]
    [InlineData("/cases?level=5", 400, "query.invalid")]
    [InlineData("/cases?workflow=none", 400, "query.invalid")]
    [InlineData("/escalations?status=lost", 400, "query.invalid")]
    public async Task A_read_that_cannot_be_answered_is_a_problem_too(string path, int status, string id) =>
        await (await host.As(host.Counselor).ReadAsync(path)).ShouldBeProblemAsync(status, id);

    [Fact]
    public async Task Things_that_do_not_exist_are_not_found()
    {
        var child = await host.ChildWithCaseAsync();
        var client = host.As(host.HeadTeacher);
        var id = child.Id.Value;
        await (await client.ReadAsync($"/cases/{id}/7")).ShouldBeProblemAsync(404, "case.unknown");
        await (await client.GiveAsync($"/cases/{id}/7/take")).ShouldBeProblemAsync(404, "case.unknown");
        await (await client.GiveAsync($"/tasks/{id}/99/complete", new { on = host.Today })).ShouldBeProblemAsync(404, "task.unknown");
        await (await client.GiveAsync($"/flags/{id}/99/answer", new { response = "talked" })).ShouldBeProblemAsync(404, "flag.unknown");
        await (await client.GiveAsync($"/escalations/{id}/99/approve")).ShouldBeProblemAsync(404, "escalation.none-pending");
    }

    [Theory]
    [InlineData("juggling", 2, "observation.kind")]
    [InlineData("crying", 2, "observation.future")]
    public async Task An_observation_that_cannot_be_is_refused_and_records_nothing(string kind, int severity, string id)
    {
        var child = await host.ChildAsync();
        var date = id == "observation.future" ? host.Today.AddDays(1) : host.Today;
        var response = await host.As(host.TeacherOfOne).GiveAsync($"/children/{child.Id.Value}/observations", new { date, kind, severity });
        await response.ShouldBeProblemAsync(422, id);
        using var db = host.Open();
        db.Observations.Any(o => o.ChildId == child.Id).ShouldBeFalse();
    }

    [Fact]
    public void Every_refusal_has_its_status()
    {
        var refusals = new[] { typeof(Refusals), typeof(Observing), typeof(Engine.Rules.Parameters.ParameterRefusals), typeof(ApiRefusals) }
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(f => f.GetValue(null)).OfType<Refusal>().ToList();
        refusals.Count.ShouldBeGreaterThan(50);
        refusals.Where(r => !RefusalStatus.Knows(r)).Select(r => r.Id).ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> PostAsync(string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = content };
        request.Headers.Add("Idempotency-Key", Ids.Next().ToString());
        return await host.As(host.Counselor).SendAsync(request);
    }
}
