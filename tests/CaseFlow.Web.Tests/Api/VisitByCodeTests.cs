using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Visits;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Api;

public sealed class VisitByCodeTests(ApiHost host) : IClassFixture<ApiHost>
{
    [Fact]
    public async Task The_code_of_a_sheet_leads_to_its_task_until_it_is_done()
    {
        var child = await host.ChildWithCaseAsync(3);
        using var db = host.Open();
        var no = await db.Tasks.Where(t => t.ChildId == child.Id && t.Kind == TaskKind.HomeVisit).Select(t => t.No).FirstAsync();
        var (address, counselor) = ($"/visits/{VisitCode.Of(child.Id, no)}", host.As(host.Counselor));
        var visit = await counselor.JsonAsync(address);
        visit.GetProperty("child").GetGuid().ShouldBe(child.Id.Value);
        visit.GetProperty("task").GetProperty("no").GetInt32().ShouldBe(no.Value);

        await (await host.As(host.TeacherOfTwo).ReadAsync(address)).ShouldBeProblemAsync(404, "visit.code-unknown");
        await (await counselor.ReadAsync("/visits/2222-2223")).ShouldBeProblemAsync(422, "visit.code-mistyped");
        await counselor.GiveAsync($"/tasks/{child.Id.Value}/{no.Value}/complete", new { on = host.Today, note = "见到祖母" }).ShouldBeDoneAsync();
        await (await counselor.ReadAsync(address)).ShouldBeProblemAsync(409, "visit.entered");
    }
}
