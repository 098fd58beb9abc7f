using System.Collections.Immutable;
using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Cases;

/// <summary>What a review finds.</summary>
public enum ReviewFinding
{
    Improved,
    Unchanged,
    Worse,
}

/// <summary>What was measured of a goal at a review.</summary>
/// <param name="Goal">Its place in the plan, 1 for the first.</param>
/// <param name="Met">Whether the goal is met; null where that cannot be said yet.</param>
public sealed record GoalResult(int Goal, string Value, bool? Met);

/// <summary>A review of a case.</summary>
/// <param name="Results">What was measured, goal by goal.</param>
public sealed record Review(
    ReviewFinding Finding, Actor By, DateTimeOffset At, DateOnly On, string? Note, IReadOnlyList<GoalResult>? Results = null);

/// <summary>A goal of a care plan.</summary>
/// <param name="Text">What is to become better.</param>
/// <param name="Measure">How one will see it.</param>
/// <param name="By">Until when.</param>
/// <param name="Result">What was measured at the last review, once it was.</param>
/// <param name="Start">What was measured when the plan was made.</param>
/// <param name="Target">What is to be measured in the end.</param>
/// <param name="Met">Whether the last review found it met.</param>
public sealed record Goal(
    string Text, string? Measure, DateOnly? By, string? Result = null, string? Start = null, string? Target = null, bool? Met = null);

/// <summary>The plan of a case.</summary>
/// <param name="LongTerm">A long-term plan; at level 3 an approval guards it.</param>
public sealed record CarePlan(IReadOnlyList<Goal> Goals, bool LongTerm, Actor By, DateTimeOffset At);

/// <summary>From when a case had a level.</summary>
public sealed record LevelSince(DateTimeOffset At, int Level);

/// <summary>A report that the law requires of whoever suspects that a minor is being harmed.</summary>
/// <param name="To">The authority, for example the police.</param>
public sealed record HarmReport(Actor By, DateTimeOffset At, string To, string? Note);

/// <summary>A case: an episode in a child's stream.</summary>
/// <param name="Level">2 to 4; rises at once, falls only at a review.</param>
/// <param name="Reached">The milestones and when each was reached.</param>
/// <param name="Levels">The level at opening and after each change, oldest first.</param>
/// <param name="NoSevereFlagSince">The day since which no flag of severity 2 or more is active; null while one is.</param>
/// <param name="WorkflowVersion">The content version of the workflow file that it started on, or was moved to.</param>
/// <param name="RestartedAt">When it was last moved to another version or reopened: dates that had passed by then count from it.</param>
public sealed record CareCase(
    CaseNo No,
    int Level,
    StaffId Owner,
    Words WhyOwner,
    DateTimeOffset OpenedAt,
    DateOnly OpenedOn,
    string SchoolYear,
    string WorkflowVersion,
    string Stage,
    ImmutableSortedDictionary<string, DateTimeOffset> Reached,
    ImmutableList<Review> Reviews,
    ImmutableList<LevelSince> Levels,
    DateOnly? NoSevereFlagSince = null,
    DateTimeOffset? TakenAt = null,
    string? Assessment = null,
    CarePlan? Plan = null,
    string? LeavingFor = null,
    DateTimeOffset? ClosedAt = null,
    DateOnly? ClosedOn = null,
    string? CloseReason = null,
    DateTimeOffset? RestartedAt = null)
{
    public bool IsOpen => ClosedAt is null;

    /// <summary>How many reviews in a row, counted from the last, found <paramref name="what"/>; of several on one day the last counts.</summary>
    public int ReviewsInARow(Func<ReviewFinding, bool> what) =>
        Reviews.GroupBy(r => r.On).Select(day => day.Last()).Reverse().TakeWhile(r => what(r.Finding)).Count();
}
