using System.Globalization;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace CaseFlow.Elsa.Activities;

/// <summary>A task for a person: is issued, waits until it is done or its time is up, and is issued again where it recurs.</summary>
[Activity("CaseFlow", "Care", "A task for a person, with a time limit.")]
public sealed class HumanTask() : Activity(source: null, line: null)
{
    /// <summary>The name of the bookmarks of tasks that somebody has to do.</summary>
    public const string Bookmark = "human-task";

    /// <summary>The name of the bookmarks of their time limits.</summary>
    public const string LimitBookmark = "time-limit";

    /// <summary>The name of the bookmarks of tasks that wait for a milestone or a level.</summary>
    public const string LaterBookmark = "later";

    /// <summary>The task in the workflow file.</summary>
    [Input]
    public string Asks { get; set; } = "";

    /// <inheritdoc/>
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var table = CaseOnTheTable.Of(context);
        var (task, known, level) = (table.Task(Asks), table.Known(Asks), table.Position.Level);
        var begins = task.Limits.ContainsKey(level) && table.Position.Reached.ContainsKey(task.From);
        var again = known.Occurrences == 0 || ((task.Recurring || known.Anew) && !known.Pending);
        if (begins && again)
        {
            table.Want(task, known.Occurrences + 1);
            Wait(context, known.Occurrences + 1);
        }
        else if (known.Pending)
        {
            Wait(context, known.Occurrences);
        }
        else if (again)
        {
            context.CreateBookmark(Waiting.For(LaterBookmark, Asks));
        }
        else
        {
            return context.CompleteActivityAsync();
        }

        return default;
    }

    private void Wait(ActivityExecutionContext context, int occurrence)
    {
        var which = string.Create(CultureInfo.InvariantCulture, $"{Asks} {occurrence}");
        context.CreateBookmark(Waiting.For(Bookmark, which));
        context.CreateBookmark(Waiting.For(LimitBookmark, which));
    }
}
