using CaseFlow.Engine.Workflow;

namespace CaseFlow.Web.Pages.Today;

/// <summary>What a person can get through today, most urgent first, and what lies beyond the hours there are.</summary>
/// <param name="Fits">What is done first; an emergency is always in it.</param>
/// <param name="Beyond">Nobody gets to it today.</param>
/// <param name="Minutes">How long all that fits takes, by <see cref="MinutesFor"/>.</param>
public sealed record FittedDay(IReadOnlyList<ListedTask> Fits, IReadOnlyList<ListedTask> Beyond, int Minutes)
{
    public const int UsualHours = 4;
    public const int MostHours = 12;

    private const int Emergency = 4;

    /// <param name="tasks">Most urgent first.</param>
    /// <param name="hours">0 to <see cref="MostHours"/>.</param>
    /// <remarks>
    /// The order is kept: nothing less urgent slips in before something that no longer fits, for then the list would say that a child
    /// can wait because another one is quicker to see. An emergency does not wait for hours.
    /// </remarks>
    public static FittedDay Of(IReadOnlyList<ListedTask> tasks, int hours)
    {
        var fits = new List<ListedTask>();
        var minutes = 0;
        foreach (var task in tasks)
        {
            var longer = minutes + MinutesFor(task.Task.Kind);
            if (longer > hours * 60 && task.Level < Emergency)
                break;
            fits.Add(task);
            minutes = longer;
        }

        return new FittedDay(fits, [.. tasks.Skip(fits.Count)], minutes);
    }

    /// <summary>How long a task takes, in minutes: rough figures to plan by, ways included.</summary>
    public static int MinutesFor(TaskKind kind) => kind switch
    {
        TaskKind.HomeVisit => 90,
        TaskKind.Talk or TaskKind.Intervention => 40,
        TaskKind.Assessment or TaskKind.Plan or TaskKind.Review => 30,
        TaskKind.Call or TaskKind.Step => 15,
        _ => 10,
    };
}
