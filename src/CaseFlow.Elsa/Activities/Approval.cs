using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace CaseFlow.Elsa.Activities;

/// <summary>A step that, from a level on, waits for the head teacher. Nothing else of the workflow waits for it.</summary>
[Activity("CaseFlow", "Care", "A step that waits for an approval.")]
public sealed class Approval() : Activity(source: null, line: null)
{
    /// <summary>The name of the bookmarks of guarded steps.</summary>
    public const string Bookmark = "approval";

    /// <summary>The guarded step in the workflow file.</summary>
    [Input]
    public string Guards { get; set; } = "";

    /// <summary>2 to 4; below it the step is free.</summary>
    [Input]
    public int FromLevel { get; set; }

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (CaseOnTheTable.Of(context).Position.Level < FromLevel)
            return context.CompleteActivityAsync();
        context.CreateBookmark(Waiting.For(Bookmark, Guards));
        return default;
    }
}
