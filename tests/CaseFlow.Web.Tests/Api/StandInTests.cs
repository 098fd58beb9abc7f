using System.Text.Json;

namespace CaseFlow.Web.Tests.Api;

/// <summary>Standing in for the head teacher, withdrawing a mistake, reopening a case: as the API gives them.</summary>
public sealed class StandInTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_delegate_decides_while_the_delegation_holds_and_not_after()
    {
        var child = await host.ChildWithCaseAsync(3);
        var delegated = await (await host.As(host.HeadTeacher).GiveAsync("/delegations", new
        {
            to = host.TeacherOfOne.Id.Value, from = host.Now, until = host.Now.AddDays(2), reason = "外出开会",
        })).JsonAsync();
        var no = await PendingAsync(child);

        await host.As(host.TeacherOfOne).GiveAsync($"/escalations/{child.Id.Value}/{no}/approve", new { conditions = "每周汇报" }).ShouldBeDoneAsync();

        var care = await host.As(host.Counselor).JsonAsync(child.Case());
        var decided = care.GetProperty("escalations").EnumerateArray().Single();
        decided.GetProperty("decidedAs").GetString().ShouldBe("delegate");
        decided.GetProperty("onBehalfOf").GetProperty("id").GetGuid().ShouldBe(host.HeadTeacher.Id.Value);
        await host.As(host.HeadTeacher).GiveAsync($"/delegations/{delegated.GetProperty("id").GetGuid()}/end").ShouldBeDoneAsync();
        var other = await host.ChildWithCaseAsync(3);
        await (await host.As(host.TeacherOfOne).GiveAsync($"/escalations/{other.Id.Value}/{await PendingAsync(other)}/approve", new { }))
            .ShouldBeProblemAsync(403, "who.not-allowed");
    }

    [Fact]
    public async Task A_withdrawn_observation_takes_its_flag_with_it_and_stays_on_record()
    {
        var child = await host.ChildWithCaseAsync();
        var observation = await ObservationOfAsync(child);

        await host.As(host.TeacherOfOne).GiveAsync($"/children/{child.Id.Value}/withdrawals", new { kind = "observation", signal = observation, reason = "记错了孩子" })
            .ShouldBeDoneAsync();

        var care = await host.As(host.Counselor).JsonAsync(child.Case());
        care.GetProperty("flags").EnumerateArray().ShouldAllBe(f => f.GetProperty("status").GetString() == "lapsed");
        await (await host.As(host.TeacherOfOne).GiveAsync($"/children/{child.Id.Value}/withdrawals", new { kind = "observation", signal = observation, reason = "再撤" }))
            .ShouldBeProblemAsync(404, "signal.unknown");
    }

    [Fact]
    public async Task A_case_closed_by_mistake_is_reopened()
    {
        var child = await host.ChildWithCaseAsync();
        var counselor = host.As(host.Counselor);
        await counselor.GiveAsync(child.Case("take")).ShouldBeDoneAsync();
        await counselor.GiveAsync(child.Case("close"), new { reason = "误操作" }).ShouldBeDoneAsync();

        await counselor.GiveAsync(child.Case("reopen"), new { reason = "点错了" }).ShouldBeDoneAsync();

        var care = await counselor.JsonAsync(child.Case());
        care.GetProperty("open").GetBoolean().ShouldBeTrue();
        care.GetProperty("flags").EnumerateArray().ShouldContain(f => f.GetProperty("status").GetString() == "active");
    }

    [Fact]
    public async Task Only_head_teacher_and_administrator_hand_over_somebodys_work()
    {
        var body = new { from = host.Counselor.Id.Value, to = host.TeacherOfOne.Id.Value, reason = "调动" };
        await (await host.As(host.Counselor).GiveAsync("/hand-overs", body)).ShouldBeProblemAsync(403, "who.not-allowed");
        var plan = await host.As(host.HeadTeacher).JsonAsync($"/hand-overs/plan?from={body.from}&to={body.to}");
        plan.GetProperty("items").ValueKind.ShouldBe(JsonValueKind.Array);
    }

    [Fact]
    public async Task The_versions_of_the_workflow_are_listed_for_those_who_lead()
    {
        await host.ChildWithCaseAsync();
        var versions = await host.As(host.HeadTeacher).JsonAsync("/workflow/versions");
        versions[0].GetProperty("inForce").GetBoolean().ShouldBeTrue();
        versions[0].GetProperty("openCases").GetInt32().ShouldBeGreaterThan(0);
    }

    private async Task<int> PendingAsync(Engine.Children.Child child) => (await host.As(host.Counselor).JsonAsync(child.Case()))
        .GetProperty("escalations").EnumerateArray().Single(e => e.GetProperty("status").GetString() == "pending").GetProperty("no").GetInt32();

    private async Task<Guid> ObservationOfAsync(Engine.Children.Child child)
    {
        using var db = host.Open();
        var id = child.Id;
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Observations.Where(o => o.ChildId == id).Select(o => o.Id));
    }
}
