using CaseFlow.Conformance;
using CaseFlow.Conformance.Workflow;
using CaseFlow.Elsa.Activities;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Elsa.Tests;

/// <summary>The engine of the workflow on Elsa.</summary>
public sealed class ElsaWorkflowEngineTests : WorkflowEngineConformance, IDisposable
{
    private static readonly WorkflowDefinition Published = CarePolicyFiles.Load(Repository.Rules).Workflow;

    private readonly ElsaWorkflowEngine elsa = new();

    protected override IWorkflowEngine Engine => elsa;

    public void Dispose() => elsa.Dispose();

    [Fact]
    public void A_case_waits_at_bookmarks_for_its_tasks_their_limits_an_approval_and_the_next_stages()
    {
        var position = new CasePosition(
            3, "triage", new Dictionary<string, DateTimeOffset> { ["opened"] = DateTimeOffset.UnixEpoch },
            new Dictionary<string, StepPosition> { ["triage"] = new(1, true), ["first-contact"] = new(1, false) }, false, false);

        var run = elsa.Run(Published, position);

        Waiting(run, HumanTask.Bookmark).ShouldBe(["triage 1", "first-visit 1"]);
        Waiting(run, HumanTask.LimitBookmark).ShouldBe(["triage 1", "first-visit 1"]);
        Waiting(run, Approval.Bookmark).ShouldBe(["refer", "long-term-plan", "share-file"]);
        Waiting(run, Stage.Bookmark).ShouldBe(Published.Stages.Select(s => s.Id).Where(s => s != "triage"));
        run.Steps.ShouldBe([new WorkflowStep.IssueTask(Published.TaskOf("first-visit")!, 1)]);
    }

    [Fact]
    public void A_case_below_the_level_of_a_guarded_step_waits_for_no_approval_of_it()
    {
        var run = elsa.Run(Published, new CasePosition(
            2, "", new Dictionary<string, DateTimeOffset>(), new Dictionary<string, StepPosition>(), false, false));

        Waiting(run, Approval.Bookmark).ShouldBe(["refer", "share-file"]);
    }

    private static IEnumerable<string> Waiting(ElsaRun run, string bookmark) =>
        run.Bookmarks.Where(b => b.Name == bookmark).Select(b => ((Waiting)b.Payload!).What);
}
