namespace CaseFlow.Web.Tests.Api;

/// <summary>Why there is a flag, and why not: for whoever may see the child.</summary>
public sealed class WhyTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task Each_rule_says_which_part_of_it_holds_with_the_childs_values()
    {
        var child = await host.ChildAsync();
        await host.ObserveAsync(host.TeacherOfOne, child, "unwell", 1).ShouldBeDoneAsync();

        var rules = (await host.As(host.TeacherOfOne).JsonAsync($"/children/{child.Id.Value}/rules")).GetProperty("rules").EnumerateArray().ToList();

        var health = rules.Single(r => r.GetProperty("rule").GetString() == "health");
        (health.GetProperty("holds").GetBoolean(), health.GetProperty("severity").GetInt32(), health.GetProperty("evidence").GetArrayLength()).ShouldBe((true, 1, 1));
        var streak = rules.Single(r => r.GetProperty("rule").GetString() == "absence-streak");
        streak.GetProperty("holds").GetBoolean().ShouldBeFalse();
        var part = streak.GetProperty("parts")[0];
        part.GetProperty("holds").GetBoolean().ShouldBeFalse();
        part.GetProperty("values").EnumerateArray().Select(v => $"{v.GetProperty("text")} = {v.GetProperty("value")}")
            .ShouldBe(["attendance.streak = 0", "params.days = 3"]);
    }

    [Fact]
    public async Task A_child_of_another_class_is_not_found_and_a_day_to_come_is_refused()
    {
        var child = await host.ChildAsync();

        await (await host.As(host.TeacherOfTwo).ReadAsync($"/children/{child.Id.Value}/rules")).ShouldBeProblemAsync(404, "child.unknown");
        await (await host.As(host.Administrator).ReadAsync($"/children/{child.Id.Value}/rules")).ShouldBeProblemAsync(404, "child.unknown");
        await (await host.As(host.TeacherOfOne).ReadAsync($"/children/{child.Id.Value}/rules?asOf=2026-03-03")).ShouldBeProblemAsync(400, "query.invalid");
    }
}
