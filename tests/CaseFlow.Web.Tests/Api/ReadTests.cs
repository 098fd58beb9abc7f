namespace CaseFlow.Web.Tests.Api;

public sealed class ReadTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_list_comes_in_pages()
    {
        for (var i = 0; i < 3; i++)
            await host.ChildAsync();
        var first = await host.As(host.Counselor).JsonAsync("/children?page=1&size=2");
        var second = await host.As(host.Counselor).JsonAsync("/children?page=2&size=2");
        first.GetProperty("total").GetInt32().ShouldBeGreaterThanOrEqualTo(3);
        first.GetProperty("items").GetArrayLength().ShouldBe(2);
        second.GetProperty("items")[0].GetProperty("studentNo").GetString()
            .ShouldBeGreaterThan(first.GetProperty("items")[1].GetProperty("studentNo").GetString());
    }

    [Fact]
    public async Task A_timeline_goes_on_where_it_was_left()
    {
        var child = await host.ChildWithCaseAsync();
        var path = $"/children/{child.Id.Value}/timeline";
        var all = (await host.As(host.Counselor).JsonAsync(path)).GetProperty("entries").GetArrayLength();
        var seen = 0;
        for (int? after = 0; after is { } from;)
        {
            var part = await host.As(host.Counselor).JsonAsync($"{path}?size=2&after={from}");
            seen += part.GetProperty("entries").GetArrayLength();
            var next = part.GetProperty("next");
            after = next.ValueKind == System.Text.Json.JsonValueKind.Null ? null : next.GetInt32();
        }

        seen.ShouldBe(all);
    }

    [Fact]
    public async Task A_case_shows_the_evidence_of_its_flags_in_words()
    {
        var child = await host.ChildWithCaseAsync();
        var flag = (await host.As(host.TeacherOfOne).JsonAsync(child.Case())).GetProperty("flags")[0];
        flag.GetProperty("rule").GetString().ShouldBe("peer-conflict");
        flag.GetProperty("evidence")[0].GetProperty("words").GetString().ShouldNotBeNullOrWhiteSpace();
        flag.GetProperty("ruleVersion").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task My_tasks_are_mine()
    {
        var child = await host.ChildWithCaseAsync();
        var tasks = (await host.As(host.TeacherOfOne).JsonAsync("/tasks?mine=true")).GetProperty("items").EnumerateArray().ToList();
        tasks.ShouldContain(t => t.GetProperty("child").GetGuid() == child.Id.Value && t.GetProperty("step").GetString() == "first-visit");
        tasks.ShouldAllBe(t => t.GetProperty("assignee").GetProperty("id").GetGuid() == host.TeacherOfOne.Id.Value);
    }

    [Fact]
    public async Task The_rules_in_force_come_with_their_versions()
    {
        var rules = await host.As(host.EducationOffice).JsonAsync("/rules");
        var streak = rules.GetProperty("flags").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "absence-streak");
        streak.GetProperty("version").GetString().ShouldNotBeNullOrWhiteSpace();
        var conduct = rules.GetProperty("flags").EnumerateArray().Single(r => r.GetProperty("id").GetString() == "conduct");
        conduct.GetProperty("params").GetProperty("kinds").GetString()!.ShouldContain("truancy");
        rules.GetProperty("escalations").EnumerateArray().Select(e => e.GetProperty("id").GetString()).ShouldContain("emergency");
    }

    [Fact]
    public async Task The_document_describes_every_change_with_its_key_and_its_problems()
    {
        var document = System.Text.Json.JsonDocument.Parse(await host.As(null).GetStringAsync("/openapi/v1.json")).RootElement;
        document.GetProperty("info").GetProperty("description").GetString()!.ShouldContain("Sec-Fetch-Site");
        var paths = document.GetProperty("paths").EnumerateObject().ToList();
        paths.ShouldAllBe(p => p.Name.StartsWith("/api/v1/", StringComparison.Ordinal));
        paths.Select(p => p.Name).ShouldNotContain(p => p.Contains("verify", StringComparison.Ordinal));
        foreach (var operation in paths.SelectMany(p => p.Value.EnumerateObject()))
        {
            operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrWhiteSpace();
            operation.Value.GetProperty("responses").GetProperty("401").GetProperty("content").TryGetProperty("application/problem+json", out _).ShouldBeTrue();
            if (operation.Name != "post")
                continue;
            var content = operation.Value.GetProperty("requestBody").GetProperty("content");
            (content.TryGetProperty("application/json", out _) || content.TryGetProperty("multipart/form-data", out _)).ShouldBeTrue(operation.Value.GetProperty("operationId").GetString());
            operation.Value.GetProperty("parameters").EnumerateArray().ShouldContain(
                p => p.GetProperty("name").GetString() == "Idempotency-Key" && p.GetProperty("required").GetBoolean());
        }

        var body = document.GetProperty("components").GetProperty("schemas").GetProperty("GiveCaseBody");
        body.GetProperty("required").EnumerateArray().Select(r => r.GetString()).ShouldBe(["to", "reason"], ignoreOrder: true);
        body.GetProperty("properties").GetProperty("reason").GetProperty("maxLength").GetInt32().ShouldBe(4000);
        body.GetProperty("properties").GetProperty("reason").GetProperty("type").GetString().ShouldBe("string");
    }
}
