using CaseFlow.Engine.Children;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Engine.Cases;

/// <summary>Something that a person or the system wants to happen to a child's stream.</summary>
public abstract record ChildCommand;

/// <summary>What the rules found on a day, against what is up: raises, changes and clears flags, opens a case or raises its level.</summary>
/// <param name="LeftOn">Where the child has left: the day; its flags are not screened any more.</param>
public sealed record ApplyScreening(DateOnly Day, IReadOnlyList<FlagFinding> Findings, DateOnly? LeftOn = null, string? LeftTo = null) : ChildCommand;

/// <summary>The clock has reached what was due: sends, finds late, reminds, asks.</summary>
public sealed record HandleDue : ChildCommand;

public sealed record TakeCase(CaseNo Case) : ChildCommand;

public sealed record GiveCase(CaseNo Case, StaffId To, string Reason) : ChildCommand;

/// <param name="On">The day it was really done; not after today.</param>
public sealed record CompleteTask(TaskNo Task, DateOnly On, Outcome Outcome) : ChildCommand;

/// <param name="To">The new last day; not before today.</param>
public sealed record MoveTask(TaskNo Task, DateOnly To, string Reason) : ChildCommand;

public sealed record AssignTask(TaskNo Task, StaffId To) : ChildCommand;

public sealed record AssessCase(CaseNo Case, string Findings) : ChildCommand;

/// <summary>An intervention that a plan asks for.</summary>
/// <param name="Until">When it asks whether it goes on; null takes the length of the catalogue.</param>
public sealed record PlannedIntervention(string Id, StaffId Assignee, DateOnly? Until);

public sealed record MakePlan(CaseNo Case, IReadOnlyList<Goal> Goals, IReadOnlyList<PlannedIntervention> Interventions, bool LongTerm) : ChildCommand;

/// <param name="Level">The level from now on, not below the level of the day; null keeps it.</param>
/// <param name="Results">What was measured of the goals of the plan.</param>
public sealed record ReviewCase(
    CaseNo Case, ReviewFinding Finding, string? Note, int? Level, IReadOnlyList<GoalResult>? Results = null) : ChildCommand;

/// <summary>An intervention goes on.</summary>
/// <param name="Task">The intervention, or the task that asks about it.</param>
/// <param name="Until">Its new end, not before today.</param>
public sealed record ContinueIntervention(TaskNo Task, DateOnly Until, string Reason) : ChildCommand;

/// <summary>An intervention is over.</summary>
/// <param name="Task">The intervention, or the task that asks about it.</param>
/// <param name="Result">What came of it.</param>
public sealed record FinishIntervention(TaskNo Task, DateOnly On, string Result) : ChildCommand;

public sealed record AnswerFlag(FlagNo Flag, FlagResponse Response, string? Reason) : ChildCommand;

/// <param name="Step">The guarded step that is asked for; null for an opinion, which opens none.</param>
public sealed record RequestEscalation(CaseNo Case, string Reason, string ProposedStep, string? Step = null) : ChildCommand;

public sealed record ApproveEscalation(EscalationNo Escalation, string? Conditions) : ChildCommand;

public sealed record RejectEscalation(EscalationNo Escalation, string Reason) : ChildCommand;

public sealed record ReturnEscalation(EscalationNo Escalation, string Question) : ChildCommand;

public sealed record AnswerEscalation(EscalationNo Escalation, string Answer) : ChildCommand;

public sealed record TakeGuardedStep(CaseNo Case, string Step, string? Note) : ChildCommand;

/// <summary>Takes a closing back that was a mistake: the same case goes on.</summary>
public sealed record ReopenCase(CaseNo Case, string Reason) : ChildCommand;

/// <summary>Says that a signal was recorded in error. The signal stays on record and no longer counts; the shell withdraws it in the same transaction.</summary>
/// <param name="Signal">The observation or contact; null for a mark, which its day names.</param>
/// <param name="On">The day of the signal.</param>
public sealed record WithdrawSignal(SignalKind Kind, Guid? Signal, DateOnly On, string Reason) : ChildCommand;

/// <summary>Who takes over what somebody was responsible for; each is entitled to it.</summary>
/// <param name="Cases">Owns the cases and the tasks of their owner.</param>
/// <param name="Head">Does what is the head teacher's.</param>
/// <param name="Children">Does what is near to the child: talks, visits, calls, interventions.</param>
public sealed record Successors(StaffId Cases, StaffId Head, StaffId Children);

/// <summary>Passes on all that a person is responsible for in this child's stream.</summary>
public sealed record PassOn(Guid HandOver, StaffId From, Successors To, string? Reason) : ChildCommand;

/// <summary>Moves a running case to the workflow in force.</summary>
/// <param name="Version">The version that whoever asks has looked at; refused where the file has changed since.</param>
public sealed record MoveToWorkflow(CaseNo Case, string Version, string Reason) : ChildCommand;

/// <summary>The report that the law requires; waits for nobody.</summary>
public sealed record ReportHarm(string To, string? Note) : ChildCommand;

public sealed record AddNote(CaseNo? Case, string Text, bool Confidential) : ChildCommand;

/// <param name="Reason">Needed where the conditions of closure are not met.</param>
public sealed record CloseCase(CaseNo Case, string? Reason) : ChildCommand;
