using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Runtime;

/// <summary>The version that a case began with is kept in the database, and everything that touches the case uses it.</summary>
public sealed class WorkflowVersionsTests
{
    [Fact]
    public async Task A_running_case_finishes_on_the_file_that_it_began_with_and_is_moved_only_on_purpose()
    {
        using var installation = new TestInstallation();
        var (_, day) = await StorageSuite.ScreenedAsync(installation);
        installation.Clock.Now = new DateTimeOffset(day.AddDays(1).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
        var began = installation.Runtime.Policy().Workflow.Version;
        var runtime = installation.Runtime with { Policy = () => Changed.Value, Workflows = new WorkflowShelf() };
        var (child, counselor) = await FirstAsync(installation);

        var taken = await new Desk(runtime).DoAsync(child, new TakeCase(new CaseNo(1)), Actor.Of(counselor));

        taken!.Refusal.ShouldBeNull();
        var assessment = taken.State.Tasks.Values.Single(t => t.Step == "assessment");
        taken.State.Cases[new CaseNo(1)].WorkflowVersion.ShouldBe(began);
        (await new Verification(runtime).RunAsync()).Invariants.Where(i => !i.Ok).ShouldBeEmpty();

        var moved = await new Desk(runtime).DoAsync(child, new MoveToWorkflow(new CaseNo(1), Changed.Value.Workflow.Version, "流程已修订"), Actor.Of(counselor));

        moved!.Refusal.ShouldBeNull();
        moved.State.Tasks[assessment.No].Due.On.ShouldBeGreaterThan(assessment.Due.On, "the new file gives 20 days");
        using var db = installation.Open();
        (await db.WorkflowVersions.Select(v => v.Version).ToListAsync()).ShouldBe([began, Changed.Value.Workflow.Version], ignoreOrder: true);
        (await new Verification(runtime).RunAsync()).Invariants.Where(i => !i.Ok).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_is_no_longer_kept_is_found_by_the_verification()
    {
        using var installation = new TestInstallation();
        await StorageSuite.ScreenedAsync(installation);
        using (var db = installation.Open())
            await db.WorkflowVersions.ExecuteDeleteAsync();

        (await installation.VerifyAsync()).Invariants.Single(i => i.Name == "running-case-workflow-kept").Ok.ShouldBeFalse();
    }

    private static readonly Lazy<CarePolicy> Changed = new(() =>
    {
        var files = CarePolicyFiles.Read(TestInstallation.RulesFolder).ToDictionary(f => f.Key, f => f.Value);
        files[CarePolicyFiles.Workflow] = files[CarePolicyFiles.Workflow].ReplaceLineEndings("\n")
            .Replace("limit: { 2: 7 days, 3: 3 days, 4: 1 day }\n        reaches: assessed", "limit: { 2: 20 days, 3: 20 days, 4: 20 days }\n        reaches: assessed", StringComparison.Ordinal);
        return CarePolicyFiles.Load(files);
    });

    private static async Task<(ChildId Child, StaffId Owner)> FirstAsync(TestInstallation installation)
    {
        using var db = installation.Open();
        var open = await db.Cases.Where(c => c.IsOpen).OrderBy(c => c.ChildId).FirstAsync();
        return (open.ChildId, open.OwnerId);
    }
}
