using System.Text.Json.Nodes;
using CaseFlow.Conformance;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Elsa.Tests;

/// <summary>The workflow as Elsa's designer takes it.</summary>
public sealed class DesignerJsonTests
{
    private static readonly WorkflowDefinition Published = CarePolicyFiles.Load(Repository.Rules).Workflow;

    private readonly JsonNode json = Exported();

    [Fact]
    public void Every_stage_task_and_guarded_step_stands_in_the_chart()
    {
        IEnumerable<string> expected = Published.Stages.SelectMany(s => s.Tasks.Select(t => $"task-{t.Id}").Prepend($"stage-{s.Id}"))
            .Concat(Published.GuardedSteps.Select(g => $"approval-{g.Id}")).Prepend("start");

        Texts("activities", a => a["id"]!).ShouldBe(expected);
    }

    [Fact]
    public void Every_task_hangs_on_its_stage()
    {
        var connections = Texts("connections", c => $"{c["source"]!["activity"]} {c["target"]!["activity"]}").ToList();

        foreach (var stage in Published.Stages)
        {
            connections.ShouldContain($"start stage-{stage.Id}");
            stage.Tasks.Select(t => $"stage-{stage.Id} task-{t.Id}").Except(connections).ShouldBeEmpty();
        }
    }

    [Fact]
    public void It_names_what_it_was_made_of_and_no_place_of_the_machine()
    {
        json["definitionId"]!.ToString().ShouldBe(Published.Id);
        json["id"]!.ToString().ShouldBe(Published.Version);
        json["isReadonly"]!.GetValue<bool>().ShouldBeTrue();
        json.ToJsonString().ShouldNotContain(".cs\"");
        json.ToJsonString().ShouldNotContain("_type");
    }

    private static JsonNode Exported()
    {
        using var elsa = new ElsaWorkflowEngine();
        return JsonNode.Parse(elsa.Export(Published))!;
    }

    private IEnumerable<string> Texts(string list, Func<JsonNode, object> text) =>
        json["root"]![list]!.AsArray().Select(a => text(a!).ToString()!);
}
