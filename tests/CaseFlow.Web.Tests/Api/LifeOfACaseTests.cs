using System.Text.Json;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Api;

public sealed class LifeOfACaseTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task A_safety_observation_opens_the_emergency_path_at_once_before_any_approval()
    {
        var child = await host.ChildAsync();
        await host.ObserveAsync(host.TeacherOfOne, child, "suspected-abuse", 3).ShouldBeDoneAsync();

        var care = await host.As(host.Counselor).JsonAsync(child.Case());
        care.GetProperty("level").GetInt32().ShouldBe(4);
        var escalation = care.GetProperty("escalations").EnumerateArray().Single();
        escalation.GetProperty("status").GetString().ShouldBe("pending");
        escalation.GetProperty("emergency").GetBoolean().ShouldBeTrue();
        escalation.GetProperty("reasons")[0].GetProperty("rule").GetString().ShouldBe("emergency");
        Steps(care, "open").ShouldBeSubsetOf(Steps(care, null));
        Steps(care, "open").ShouldContain("emergency-protect");
        Steps(care, "open").ShouldContain("emergency-authorities");
        var waiting = await host.As(host.HeadTeacher).JsonAsync("/escalations?status=pending");
        waiting.GetProperty("items").EnumerateArray().ShouldContain(e => e.GetProperty("child").GetGuid() == child.Id.Value);
    }

    [Fact]
    public async Task A_case_goes_from_taking_to_closing()
    {
        var child = await host.ChildWithCaseAsync();
        var counselor = host.As(host.Counselor);
        await counselor.GiveAsync(child.Case("take")).ShouldBeDoneAsync();
        await counselor.GiveAsync(child.Case("assess"), new { findings = "与同学有矛盾" }).ShouldBeDoneAsync();
        await counselor.GiveAsync(child.Case("plan"), new
        {
            goals = new[] { new { text = "和好", measure = "两周无冲突", by = host.Today.AddDays(14) } },
            interventions = new[] { new { id = "buddy", assignee = host.TeacherOfOne.Id.Value } },
        }).ShouldBeDoneAsync();
        await counselor.GiveAsync(child.Case("review"), new { finding = "improved", note = "好转" }).ShouldBeDoneAsync();
        await counselor.GiveAsync(child.Case("close"), new { reason = "已经解决" }).ShouldBeDoneAsync();

        var care = await counselor.JsonAsync(child.Case());
        care.GetProperty("open").GetBoolean().ShouldBeFalse();
        care.GetProperty("plan").GetProperty("goals")[0].GetProperty("text").GetString().ShouldBe("和好");
        care.GetProperty("reviews")[0].GetProperty("finding").GetString().ShouldBe("improved");
    }

    [Fact]
    public async Task A_command_on_a_closed_case_is_refused_and_records_nothing()
    {
        var child = await ClosedCaseAsync();
        var before = await VersionAsync(child);
        foreach (var (action, body) in new (string, object)[]
        {
            ("take", new { }), ("assess", new { findings = "再看" }), ("notes", new { text = "再记" }), ("close", new { reason = "再结" }),
            ("review", new { finding = "worse" }), ("escalate", new { reason = "急", proposedStep = "转介" }),
        })
        {
            await (await host.As(host.Counselor).GiveAsync(child.Case(action), body)).ShouldBeProblemAsync(409, "case.closed");
        }

        (await VersionAsync(child)).ShouldBe(before);
    }

    [Fact]
    public async Task A_decision_on_an_escalation_is_made_once()
    {
        var child = await host.ChildWithCaseAsync(level: 3);
        var escalation = $"/escalations/{child.Id.Value}/1";
        await host.As(host.HeadTeacher).GiveAsync(escalation + "/approve", new { conditions = "每周一报" }).ShouldBeDoneAsync();
        await (await host.As(host.HeadTeacher).GiveAsync(escalation + "/approve")).ShouldBeProblemAsync(409, "escalation.decided");
        var second = await host.As(host.HeadTeacher).GiveAsync(escalation + "/reject", new { reason = "改主意" });
        await second.ShouldBeProblemAsync(409, "escalation.decided");
    }

    [Fact]
    public async Task An_escalation_goes_back_with_a_question_and_waits_again_once_answered()
    {
        var child = await host.ChildWithCaseAsync(level: 3);
        var escalation = $"/escalations/{child.Id.Value}/1";
        await host.As(host.HeadTeacher).GiveAsync(escalation + "/return", new { question = "家长知道吗？" }).ShouldBeDoneAsync();
        await (await host.As(host.HeadTeacher).GiveAsync(escalation + "/approve")).ShouldBeProblemAsync(409, "escalation.none-pending");
        await host.As(host.Counselor).GiveAsync(escalation + "/answer", new { answer = "已电话告知" }).ShouldBeDoneAsync();
        await host.As(host.HeadTeacher).GiveAsync(escalation + "/reject", new { reason = "先观察" }).ShouldBeDoneAsync();
    }

    [Fact]
    public async Task Only_the_head_teacher_decides()
    {
        var child = await host.ChildWithCaseAsync(level: 3);
        await (await host.As(host.Counselor).GiveAsync($"/escalations/{child.Id.Value}/1/approve")).ShouldBeProblemAsync(403, "who.not-allowed");
    }

    [Fact]
    public async Task A_guarded_step_waits_for_the_approval()
    {
        var child = await host.ChildWithCaseAsync(level: 3);
        var step = new { step = "refer", note = "转介医院" };
        await (await host.As(host.Counselor).GiveAsync(child.Case("guarded-steps"), step)).ShouldBeProblemAsync(409, "step.needs-approval");
        await host.As(host.HeadTeacher).GiveAsync($"/escalations/{child.Id.Value}/1/approve").ShouldBeDoneAsync();
        await (await host.As(host.Counselor).GiveAsync(child.Case("guarded-steps"), step)).ShouldBeProblemAsync(409, "step.needs-approval");
        await host.As(host.Counselor).GiveAsync(child.Case("escalate"), new { reason = "需要专科", proposedStep = "转介", guardedStep = "refer" }).ShouldBeDoneAsync();
        await host.As(host.HeadTeacher).GiveAsync($"/escalations/{child.Id.Value}/2/approve").ShouldBeDoneAsync();
        await (await host.As(host.HeadTeacher).GiveAsync(child.Case("guarded-steps"), step)).ShouldBeProblemAsync(403, "step.own-approval");
        await host.As(host.Counselor).GiveAsync(child.Case("guarded-steps"), step).ShouldBeDoneAsync();
    }

    [Fact]
    public async Task A_task_is_moved_assigned_and_done_and_a_flag_answered()
    {
        var child = await host.ChildWithCaseAsync();
        var counselor = host.As(host.Counselor);
        var visit = $"/tasks/{child.Id.Value}/{await TaskNoAsync(child, "first-visit")}";
        await counselor.GiveAsync(visit + "/move", new { to = host.Today.AddDays(3), reason = "家长外出" }).ShouldBeDoneAsync();
        await counselor.GiveAsync(visit + "/assign", new { to = host.Helper.Id.Value }).ShouldBeDoneAsync();
        var done = new { on = host.Today, note = "见到奶奶", headings = new { study = "尚可", dailyLife = "按时吃饭" } };
        await host.As(host.Helper).GiveAsync(visit + "/complete", done).ShouldBeDoneAsync();
        await (await counselor.GiveAsync(visit + "/complete", done)).ShouldBeProblemAsync(409, "task.not-pending");
        var flag = $"/flags/{child.Id.Value}/1/answer";
        await (await counselor.GiveAsync(flag, new { response = "false-alarm" })).ShouldBeProblemAsync(422, "flag.needs-reason");
        await counselor.GiveAsync(flag, new { response = "talked" }).ShouldBeDoneAsync();
    }

    [Fact]
    public async Task A_case_is_handed_over_to_a_member_of_staff_and_to_nobody_else()
    {
        var child = await host.ChildWithCaseAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("give"), new { to = host.HeadTeacher.Id.Value, reason = "出差" }).ShouldBeDoneAsync();
        var response = await host.As(host.Counselor).GiveAsync(child.Case("give"), new { to = Ids.Next(), reason = "出差" });
        (await response.ShouldBeProblemAsync(400, "body.invalid")).GetProperty("errors").TryGetProperty("to", out _).ShouldBeTrue();
        var mine = await host.As(host.HeadTeacher).JsonAsync("/cases?open=true&owner=me");
        mine.GetProperty("items").EnumerateArray().ShouldContain(c => c.GetProperty("child").GetGuid() == child.Id.Value);
    }

    [Fact]
    public async Task The_list_of_cases_can_be_narrowed_as_the_page_can()
    {
        var child = await host.ChildWithCaseAsync();
        using var db = host.Open();
        var row = await db.Cases.SingleAsync(c => c.ChildId == child.Id);
        var other = host.Services.GetRequiredService<CareRuntime>().Policy().Workflow.Stages.First(s => s.Id != row.Stage).Id;
        var here = $"stage={row.Stage}&level={row.Level}&workflow={row.WorkflowVersion}";

        (await ListedAsync("/cases?size=200&" + here)).ShouldContain(child.Id.Value);
        (await ListedAsync("/cases?size=200&open=true&" + here)).ShouldContain(child.Id.Value);
        (await ListedAsync("/cases?size=200&open=false&" + here)).ShouldNotContain(child.Id.Value);
        (await ListedAsync($"/cases?size=200&stage={other}")).ShouldNotContain(child.Id.Value);
        (await ListedAsync($"/cases?size=200&level={(row.Level == 4 ? 3 : row.Level + 1)}")).ShouldNotContain(child.Id.Value);
        var errors = (await (await host.As(host.Counselor).ReadAsync("/cases?stage=nowhere&level=9&workflow=none")).ShouldBeProblemAsync(400, "query.invalid")).GetProperty("errors");
        errors.EnumerateObject().Select(e => e.Name).ShouldBe(["stage", "level", "workflow"]);

        async Task<List<Guid>> ListedAsync(string path) =>
            [.. (await host.As(host.Counselor).JsonAsync(path)).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("child").GetGuid())];
    }

    [Fact]
    public async Task A_case_says_which_commands_could_be_given_now()
    {
        var child = await host.ChildWithCaseAsync();
        (await PossibleAsync(child)).ShouldContain("cases.take");
        (await PossibleAsync(child)).ShouldNotContain("cases.assess");
        await host.As(host.Counselor).GiveAsync(child.Case("take")).ShouldBeDoneAsync();
        (await PossibleAsync(child)).ShouldContain("cases.assess");
        (await PossibleAsync(child)).ShouldNotContain("cases.take");
    }

    [Fact]
    public async Task A_decision_is_offered_to_the_head_teacher_and_to_nobody_else()
    {
        var child = await host.ChildWithCaseAsync(level: 3);
        (await PossibleAsync(child, host.HeadTeacher)).ShouldContain("escalations.approve");
        (await PossibleAsync(child)).ShouldNotContain("escalations.approve");
        (await PossibleAsync(child, host.TeacherOfOne)).ShouldNotContain("cases.take");
    }

    private async Task<List<string?>> PossibleAsync(Child child, StaffMember? who = null) =>
        [.. (await host.As(who ?? host.Counselor).JsonAsync(child.Case())).GetProperty("possible").EnumerateArray()
            .Select(p => p.GetProperty("command").GetString())];

    private static List<string?> Steps(JsonElement care, string? state) =>
        [.. care.GetProperty("tasks").EnumerateArray().Where(t => state is null || t.GetProperty("state").GetString() == state)
            .Select(t => t.GetProperty("step").GetString())];

    private async Task<int> TaskNoAsync(Child child, string step) =>
        (await host.As(host.Counselor).JsonAsync(child.Case())).GetProperty("tasks").EnumerateArray()
            .Single(t => t.GetProperty("step").GetString() == step).GetProperty("no").GetInt32();

    private async Task<Child> ClosedCaseAsync()
    {
        var child = await host.ChildWithCaseAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("take")).ShouldBeDoneAsync();
        await host.As(host.Counselor).GiveAsync(child.Case("close"), new { reason = "误立" }).ShouldBeDoneAsync();
        return child;
    }

    private async Task<int> VersionAsync(Child child)
    {
        using var db = host.Open();
        return await db.Children.Where(c => c.Id == child.Id).Select(c => c.HeadVersion).SingleAsync();
    }
}
