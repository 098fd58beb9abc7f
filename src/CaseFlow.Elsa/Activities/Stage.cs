using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace CaseFlow.Elsa.Activities;

/// <summary>A stage of the case: waits until its milestones are reached and its condition holds, then its tasks begin.</summary>
[Activity("CaseFlow", "Care", "A stage of a care case.")]
public sealed class Stage() : Activity(source: null, line: null)
{
    /// <summary>The name of the bookmarks of stages that are not entered yet.</summary>
    public const string Bookmark = "stage";

    /// <summary>The stage in the workflow file.</summary>
    [Input]
    public string Stands { get; set; } = "";

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var table = CaseOnTheTable.Of(context);
        var stage = table.Stage(Stands);
        if (!stage.Entry.Holds(table.Position))
        {
            context.CreateBookmark(Waiting.For(Bookmark, Stands));
            return default;
        }

        table.Enter(stage);
        return context.CompleteActivityAsync();
    }
}
