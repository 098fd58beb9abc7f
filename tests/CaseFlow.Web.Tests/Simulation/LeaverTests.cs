using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Simulation;

public sealed class LeaverTests
{
    [Fact]
    public async Task The_check_visit_after_closure_is_withdrawn_when_the_child_leaves()
    {
        using var installation = await Installation.WithSchoolAsync();
        await using var app = await installation.OpenAsync();
        var (runtime, desk) = (app.Services.GetRequiredService<CareRuntime>(), app.Services.GetRequiredService<Desk>());
        var screening = app.Services.GetRequiredService<SchoolScreening>();
        using var db = runtime.Open();
        var child = await db.Children.SingleAsync(c => c.StudentNo == "S01");
        var teacher = await db.Staff.SingleAsync(s => s.StaffNo == "C01");
        await Recording.AddAsync(db, no => new Observation
        {
            Id = runtime.NewId(), SchoolId = db.SchoolId, ChildId = child.Id, Date = Installation.LastSignal, Kind = "bullied", Severity = 2, RecordedNo = no,
        });
        await screening.RunForAsync(child.Id);
        await desk.DoAsync(child.Id, new TakeCase(new CaseNo(1)), Actor.Of(teacher.Id));
        (await desk.DoAsync(child.Id, new CloseCase(new CaseNo(1), "settled"), Actor.Of(teacher.Id)))!.Refusal.ShouldBeNull();
        (await VisitAsync()).ShouldBe(TaskState.Scheduled);

        await db.Children.Where(c => c.Id == child.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.LeftOn, Installation.LastSignal));
        await screening.RunAsync(time => ScreeningMoment.At(runtime.Now, time));

        (await VisitAsync()).ShouldBe(TaskState.Withdrawn);

        Task<TaskState> VisitAsync() => db.Tasks.Where(t => t.ChildId == child.Id && t.Step == WorkflowDefinition.CheckVisit).Select(t => t.State).SingleAsync();
    }
}
