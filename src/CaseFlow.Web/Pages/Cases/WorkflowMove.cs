using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Cases;

/// <summary>What moving a case to the workflow in force would change: found by deciding, without recording.</summary>
public static class WorkflowMove
{
    /// <summary>In words, in the order in which it would happen.</summary>
    public static IReadOnlyList<string> Changes(ChildState before, Decision decision, Func<string, Words> titleOfStage) =>
        [.. decision.Happened.Select(h => Of(before, h.Event, titleOfStage)).OfType<string>()];

    private static string? Of(ChildState before, ChildEvent what, Func<string, Words> titleOfStage) => what switch
    {
        StageEntered e => WorkflowWords.NewStage.With(titleOfStage(e.Stage)),
        TaskWithdrawn e => WorkflowWords.TaskGoes.With(before.Tasks[e.Task].Title),
        TaskIssued e => WorkflowWords.TaskComes.With(e.Task.Title, Say.Date(e.Task.Due.On)),
        TaskMoved e => WorkflowWords.TaskMoves.With(before.Tasks[e.Task].Title, Say.Date(before.Tasks[e.Task].Due.On), Say.Date(e.Due.On)),
        _ => null,
    };
}
