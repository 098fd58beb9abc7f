using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases;

/// <summary>Where a task stands.</summary>
public enum TaskState
{
    /// <summary>Planned; the system sends it when its time comes.</summary>
    Scheduled,

    /// <summary>With the person who is to do it.</summary>
    Open,

    /// <summary>Done, in time or late.</summary>
    Done,

    /// <summary>No longer needed; says why.</summary>
    Withdrawn,
}

/// <summary>What a talk, visit, call or step found.</summary>
/// <param name="Note">What was seen and said.</param>
/// <param name="Headings">The five headings of the record card, where the form has them: study, daily life, mood, friends, health.</param>
/// <param name="Reached">False where nobody was met: the task is then still to be done.</param>
/// <param name="Confidential">A counselling note: read by the counselor only; that it happened counts all the same.</param>
public sealed record Outcome(
    string? Note,
    IReadOnlyDictionary<string, string>? Headings = null,
    bool Reached = true,
    bool Confidential = false);

/// <summary>A human task about a child: one person, one date, and why.</summary>
/// <param name="Step">The step of the workflow file that made it, for example <c>first-visit</c>.</param>
/// <param name="Occurrence">1 for the first of its step in its case; recurring steps count on.</param>
/// <param name="Why">The rule or plan that made it.</param>
/// <param name="WhyYou">Why this person has it.</param>
/// <param name="SendAt">When the system sends it to the person.</param>
/// <param name="Reaches">The milestone of the case that it reaches when done.</param>
/// <param name="BecameLate">The instant it was found late; kept for ever.</param>
/// <param name="EscalatedLate">Whether its lateness has been taken to the head teacher.</param>
/// <param name="MovedByOwner">How often its assignee moved it; beyond once the counselor does.</param>
/// <param name="MovedByPerson">Whether somebody chose its date; the workflow then leaves it.</param>
/// <param name="About">The intervention that it asks about.</param>
/// <param name="EndedAt">For an intervention: when its end passed and it was asked whether it goes on; null while it runs.</param>
/// <param name="DoneOn">The day it was really done.</param>
/// <param name="EnteredAt">When that was entered.</param>
public sealed record CareTask(
    TaskNo No,
    CaseNo? Case,
    string Step,
    int Occurrence,
    TaskKind Kind,
    StaffId Assignee,
    Words Title,
    Words Why,
    Words WhyYou,
    Due Due,
    DateTimeOffset SendAt,
    DateTimeOffset IssuedAt,
    string? Reaches = null,
    TaskState State = TaskState.Scheduled,
    IReadOnlyList<FlagNo>? Flags = null,
    DateTimeOffset? BecameLate = null,
    bool EscalatedLate = false,
    int MovedByOwner = 0,
    DateOnly? DoneOn = null,
    DateTimeOffset? EnteredAt = null,
    Actor? DoneBy = null,
    Outcome? Outcome = null,
    Words? WithdrawnBecause = null,
    bool MovedByPerson = false,
    TaskNo? About = null,
    DateTimeOffset? EndedAt = null)
{
    /// <summary>Whether somebody still has to do it.</summary>
    public bool IsPending => State is TaskState.Scheduled or TaskState.Open;
}
