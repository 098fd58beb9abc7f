using System.Text.Json.Serialization;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Cases;

/// <summary>Something that happened to a child's stream. The journal keeps each for ever under the name given here.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "$type")]
[JsonDerivedType(typeof(FlagRaised), "flag-raised")]
[JsonDerivedType(typeof(FlagChanged), "flag-changed")]
[JsonDerivedType(typeof(FlagLapsed), "flag-lapsed")]
[JsonDerivedType(typeof(FlagAnswered), "flag-answered")]
[JsonDerivedType(typeof(CaseOpened), "case-opened")]
[JsonDerivedType(typeof(LevelChanged), "level-changed")]
[JsonDerivedType(typeof(CaseTaken), "case-taken")]
[JsonDerivedType(typeof(OwnerChanged), "owner-changed")]
[JsonDerivedType(typeof(StageEntered), "stage-entered")]
[JsonDerivedType(typeof(MilestoneReached), "milestone-reached")]
[JsonDerivedType(typeof(TaskIssued), "task-issued")]
[JsonDerivedType(typeof(TaskSent), "task-sent")]
[JsonDerivedType(typeof(TaskFellLate), "task-fell-late")]
[JsonDerivedType(typeof(LatenessPassed), "lateness-passed")]
[JsonDerivedType(typeof(TaskMoved), "task-moved")]
[JsonDerivedType(typeof(TaskAssigned), "task-assigned")]
[JsonDerivedType(typeof(TaskTried), "task-tried")]
[JsonDerivedType(typeof(TaskDone), "task-done")]
[JsonDerivedType(typeof(TaskWithdrawn), "task-withdrawn")]
[JsonDerivedType(typeof(CaseAssessed), "case-assessed")]
[JsonDerivedType(typeof(PlanMade), "plan-made")]
[JsonDerivedType(typeof(CaseReviewed), "case-reviewed")]
[JsonDerivedType(typeof(EscalationRequested), "escalation-requested")]
[JsonDerivedType(typeof(EscalationJoined), "escalation-joined")]
[JsonDerivedType(typeof(EscalationApproved), "escalation-approved")]
[JsonDerivedType(typeof(EscalationRejected), "escalation-rejected")]
[JsonDerivedType(typeof(EscalationReturned), "escalation-returned")]
[JsonDerivedType(typeof(EscalationAnswered), "escalation-answered")]
[JsonDerivedType(typeof(EscalationReminded), "escalation-reminded")]
[JsonDerivedType(typeof(GuardedStepTaken), "guarded-step-taken")]
[JsonDerivedType(typeof(HarmReported), "harm-reported")]
[JsonDerivedType(typeof(NoteAdded), "note-added")]
[JsonDerivedType(typeof(LeavingNoted), "leaving-noted")]
[JsonDerivedType(typeof(CaseClosed), "case-closed")]
[JsonDerivedType(typeof(WorkflowChanged), "workflow-changed")]
[JsonDerivedType(typeof(InterventionEnded), "intervention-ended")]
[JsonDerivedType(typeof(InterventionContinued), "intervention-continued")]
[JsonDerivedType(typeof(CaseReopened), "case-reopened")]
[JsonDerivedType(typeof(SignalWithdrawn), "signal-withdrawn")]
[JsonDerivedType(typeof(ResponsibilityPassed), "responsibility-passed")]
public abstract record ChildEvent;

/// <summary>A rule holds that did not hold, or holds on something new.</summary>
public sealed record FlagRaised(FlagNo Flag, FlagFinding Finding, CaseNo? Case) : ChildEvent;

/// <summary>A flag that is up rests on other signals, or weighs more or less.</summary>
public sealed record FlagChanged(FlagNo Flag, FlagFinding Finding, DateOnly On) : ChildEvent;

/// <summary>The rule of a flag no longer holds.</summary>
public sealed record FlagLapsed(FlagNo Flag, DateOnly On) : ChildEvent;

public sealed record FlagAnswered(FlagNo Flag, FlagResponse Response, string? Reason, DateOnly On, long SeenUpTo) : ChildEvent;

/// <summary>A case opens, with its owner, on all the flags that are active.</summary>
public sealed record CaseOpened(
    CaseNo Case, int Level, Words Because, StaffId Owner, Words WhyOwner, DateOnly On, string SchoolYear, string WorkflowVersion)
    : ChildEvent;

/// <summary>The level of a case rose by itself, or was lowered at a review.</summary>
public sealed record LevelChanged(CaseNo Case, int From, int To, Words Because) : ChildEvent;

public sealed record CaseTaken(CaseNo Case) : ChildEvent;

public sealed record OwnerChanged(CaseNo Case, StaffId From, StaffId To, string Reason) : ChildEvent;

public sealed record StageEntered(CaseNo Case, string Stage) : ChildEvent;

public sealed record MilestoneReached(CaseNo Case, string Milestone) : ChildEvent;

public sealed record TaskIssued(CareTask Task) : ChildEvent;

/// <summary>The system sent a scheduled task to the person who is to do it.</summary>
public sealed record TaskSent(TaskNo Task) : ChildEvent;

/// <summary>The due date of a task passed. It stays to be done.</summary>
public sealed record TaskFellLate(TaskNo Task) : ChildEvent;

/// <summary>A step was late long enough for a question to the head teacher, and no rule asked one.</summary>
public sealed record LatenessPassed(TaskNo Task) : ChildEvent;

/// <param name="ByAssignee">Whether the person who has it moved it; that can be done once.</param>
public sealed record TaskMoved(TaskNo Task, Due Due, DateTimeOffset SendAt, Words Because, bool ByAssignee) : ChildEvent;

public sealed record TaskAssigned(TaskNo Task, StaffId To, Words WhyYou) : ChildEvent;

/// <summary>Somebody went or called, and nobody was met: the task stays.</summary>
public sealed record TaskTried(TaskNo Task, DateOnly On, Outcome Outcome) : ChildEvent;

public sealed record TaskDone(TaskNo Task, DateOnly On, Outcome Outcome) : ChildEvent;

public sealed record TaskWithdrawn(TaskNo Task, Words Because) : ChildEvent;

public sealed record CaseAssessed(CaseNo Case, string Findings) : ChildEvent;

/// <param name="Approval">The approval that opened a long-term plan; null where none was needed.</param>
public sealed record PlanMade(CaseNo Case, IReadOnlyList<Goal> Goals, bool LongTerm, EscalationNo? Approval = null) : ChildEvent;

public sealed record CaseReviewed(
    CaseNo Case, ReviewFinding Finding, DateOnly On, string? Note, IReadOnlyList<GoalResult>? Results = null) : ChildEvent;

/// <param name="Steps">The guarded steps that an approval opens; null in journals from before steps were named.</param>
public sealed record EscalationRequested(
    EscalationNo Escalation,
    CaseNo Case,
    EscalationReason Reason,
    Words ProposedStep,
    Due Due,
    bool Emergency,
    IReadOnlyList<string>? Steps = null) : ChildEvent;

/// <summary>A further reason joined the escalation that waits; an emergency makes the whole urgent.</summary>
/// <param name="Steps">The guarded steps that it asks for besides.</param>
public sealed record EscalationJoined(
    EscalationNo Escalation, EscalationReason Reason, Due Due, bool Emergency, IReadOnlyList<string>? Steps = null) : ChildEvent;

/// <param name="Right">By which right it was decided; null in journals from before that was recorded.</param>
public sealed record EscalationApproved(EscalationNo Escalation, string? Conditions, DecisionRight? Right = null) : ChildEvent;

public sealed record EscalationRejected(EscalationNo Escalation, string Reason, DecisionRight? Right = null) : ChildEvent;

public sealed record EscalationReturned(EscalationNo Escalation, string Question, DecisionRight? Right = null) : ChildEvent;

public sealed record EscalationAnswered(EscalationNo Escalation, string Answer, Due Due) : ChildEvent;

/// <summary>The time limit of an escalation passed; whoever decides is reminded.</summary>
public sealed record EscalationReminded(EscalationNo Escalation, int Reminder, DateTimeOffset NextAt) : ChildEvent;

/// <param name="Approval">The approval that opened the step; null at a level that needs none.</param>
public sealed record GuardedStepTaken(CaseNo Case, string Step, EscalationNo? Approval, string? Note) : ChildEvent;

public sealed record HarmReported(CaseNo? Case, string To, DateTimeOffset ReportedAt, string? Note) : ChildEvent;

public sealed record NoteAdded(CaseNo? Case, string Text, bool Confidential) : ChildEvent;

/// <summary>The child has left the school; the case waits for the receiving school's confirmation.</summary>
public sealed record LeavingNoted(CaseNo Case, DateOnly LeftOn, string? To) : ChildEvent;

/// <param name="Reason">Null where the conditions of closure were met.</param>
public sealed record CaseClosed(CaseNo Case, DateOnly On, string? Reason) : ChildEvent;

/// <summary>A running case was moved to another version of the workflow; withdrawn tasks and new dates follow as events of their own.</summary>
public sealed record WorkflowChanged(CaseNo Case, string From, string To, string Reason) : ChildEvent;

/// <summary>The end of an intervention passed; a task asks whether it goes on.</summary>
public sealed record InterventionEnded(TaskNo Task) : ChildEvent;

public sealed record InterventionContinued(TaskNo Task, Due Due, string Reason) : ChildEvent;

/// <summary>A closing was a mistake: the case goes on, with the flags that the closing answered.</summary>
public sealed record CaseReopened(CaseNo Case, DateOnly On, string Reason) : ChildEvent;

/// <summary>A signal was recorded in error; what rested on it is screened again.</summary>
/// <param name="On">The day of the signal.</param>
public sealed record SignalWithdrawn(SignalKind Kind, DateOnly On, string Reason) : ChildEvent;

/// <summary>All that a person was responsible for here passed on; owners and tasks follow as events of their own.</summary>
/// <param name="HandOver">The hand-over of the installation that it is part of.</param>
public sealed record ResponsibilityPassed(Guid HandOver, StaffId From, StaffId To) : ChildEvent;
