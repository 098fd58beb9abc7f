using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Where a case stands, as the workflow sees it.</summary>
public static class Positions
{
    public static CasePosition Of(ChildState state, CaseNo no, WorkflowDefinition workflow, DateOnly today)
    {
        var care = state.Cases[no];
        var steps = state.TasksOf(no).GroupBy(t => t.Step)
            .ToDictionary(g => g.Key, g => new StepPosition(g.Count(), g.Any(t => t.IsPending), IsAnew(care, workflow.TaskOf(g.Key), g.Last())));
        return new CasePosition(care.Level, care.Stage, care.Reached, steps, IsClosable(care, workflow.Closure, today), care.LeavingFor is not null);
    }

    /// <summary>Enough reviews in a row found an improvement, and no flag of severity 2 or more has been active for long enough.</summary>
    /// <remarks>Source: domain, 'The life of a case'.</remarks>
    public static bool IsClosable(CareCase care, ClosureDefinition closure, DateOnly today) =>
        care.ReviewsInARow(f => f == ReviewFinding.Improved) >= closure.ImprovedReviews
        && care.NoSevereFlagSince is { } since
        && today.DayNumber - since.DayNumber >= closure.QuietDays;

    /// <summary>A second emergency in the same case asks for every step of the path once more; so does a case that goes on.</summary>
    private static bool IsAnew(CareCase care, TaskDefinition? task, CareTask last) =>
        task is not null
        && (IsInterrupted(care, last)
            || (task.Limits.Keys.Min() is var lowest
                && care.Levels.Zip(care.Levels.Skip(1)).Any(l => l.Second.At > last.IssuedAt && l.First.Level < lowest && l.Second.Level >= lowest)));

    /// <summary>What the closing of a case withdrew is asked for once more when the case is reopened.</summary>
    private static bool IsInterrupted(CareCase care, CareTask last) =>
        last.State == TaskState.Withdrawn && last.WithdrawnBecause == Closing.Because && care.RestartedAt > last.IssuedAt;
}
