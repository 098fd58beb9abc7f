using System.Dynamic;
using CaseFlow.Elsa.Activities;
using CaseFlow.Engine;
using CaseFlow.Engine.Workflow;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities;
using Elsa.Workflows.Activities.Flowchart.Activities;
using Elsa.Workflows.Activities.Flowchart.Models;

namespace CaseFlow.Elsa;

/// <summary>Turns a workflow file into Elsa's model: a flowchart of stages, the tasks behind their stage, guarded steps beside them.</summary>
internal static class WorkflowModel
{
    private const int Column = 320;
    private const int Row = 110;

    /// <summary>The kinds of activities that a model has.</summary>
    public static IReadOnlyList<Type> Activities { get; } =
        [typeof(Workflow), typeof(Flowchart), typeof(Start), typeof(Stage), typeof(HumanTask), typeof(Approval)];

    public static Workflow Of(WorkflowDefinition definition)
    {
        // Sources are left out: they would carry the paths of the machine that built the program into the model.
        var start = Place(new Start(null, null), "start", new Words("立案", "Case opened"), 0, 0);
        var chart = new Flowchart(null, null) { Id = "life", Start = start };
        chart.Activities.Add(start);
        var row = 0;
        foreach (var stage in definition.Stages)
        {
            var at = Place(new Stage { Stands = stage.Id }, $"stage-{stage.Id}", stage.Title, 1, row);
            Connect(chart, start, at);
            foreach (var (task, below) in stage.Tasks.Select((t, i) => (t, i)))
                Connect(chart, at, Place(new HumanTask { Asks = task.Id }, $"task-{task.Id}", task.Title, 2, row + below));
            row += Math.Max(1, stage.Tasks.Count);
        }

        foreach (var step in definition.GuardedSteps)
            Connect(chart, start, Place(new Approval { Guards = step.Id, FromLevel = step.FromLevel }, $"approval-{step.Id}", step.Title, 1, row++));
        return new Workflow(chart)
        {
            Id = "workflow",
            Identity = new(definition.Id, 1, definition.Version),
            WorkflowMetadata = new(definition.Title.ToString()),
        };
    }

    private static void Connect(Flowchart chart, IActivity from, IActivity to)
    {
        chart.Activities.Add(to);
        chart.Connections.Add(new Connection(from, to));
    }

    /// <summary>Where the designer shows it, and what it says there.</summary>
    private static T Place<T>(T activity, string id, Words title, int column, int row)
        where T : IActivity
    {
        activity.Id = id;
        activity.Name = id;
        activity.SetDisplayText($"{title.Zh} {title.En}");
        activity.Metadata["designer"] = Of("position", Of("x", column * Column, "y", row * Row));
        return activity;
    }

    /// <summary>An object without a type: Elsa writes the names of others into its JSON.</summary>
    private static ExpandoObject Of(params object[] namesAndValues)
    {
        IDictionary<string, object?> made = new ExpandoObject();
        for (var i = 0; i < namesAndValues.Length; i += 2)
            made[(string)namesAndValues[i]] = namesAndValues[i + 1];
        return (ExpandoObject)made;
    }
}
