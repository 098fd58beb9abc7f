using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Storage;

/// <summary>One event of a child's stream. Append only; every column is in the hash.</summary>
public sealed class JournalRow
{
    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    /// <summary>1 for the first row of the child, rising by one.</summary>
    public int Version { get; set; }

    /// <summary>The event's name, for example <c>case-opened</c>.</summary>
    public required string Type { get; set; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; set; }

    /// <summary>The instant in UTC, round-trip format.</summary>
    public required string At { get; set; }

    /// <summary>The staff id of whoever did it, or <c>system</c>.</summary>
    public required string By { get; set; }

    public required string PreviousHash { get; set; }

    public required string Hash { get; set; }
}

/// <summary>A version of the workflow file, kept as long as there is a case that ran on it.</summary>
public sealed class WorkflowVersionRow
{
    public SchoolId SchoolId { get; set; }

    /// <summary>The content version of the text.</summary>
    public required string Version { get; set; }

    public required string Text { get; set; }

    public DateTimeOffset KeptAt { get; set; }
}

/// <summary>Read model: a flag.</summary>
public sealed class FlagRow
{
    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    public FlagNo No { get; set; }

    public int CaseNo { get; set; }

    public required string Rule { get; set; }

    public required string Kind { get; set; }

    public int Severity { get; set; }

    public DateOnly Since { get; set; }

    public FlagStatus Status { get; set; }

    public DateTimeOffset RaisedAt { get; set; }

    public DateOnly? EndedOn { get; set; }

    public FlagResponse? Response { get; set; }

    /// <summary>For an answered flag: the latest recording there was when it was answered.</summary>
    public long SeenUpTo { get; set; }

    /// <summary>The finding as JSON: evidence and words.</summary>
    public required string Finding { get; set; }
}

/// <summary>Read model: a case.</summary>
public sealed class CaseRow
{
    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    public CaseNo No { get; set; }

    public int Level { get; set; }

    public StaffId OwnerId { get; set; }

    public required string Stage { get; set; }

    public bool IsOpen { get; set; }

    public DateTimeOffset OpenedAt { get; set; }

    public DateOnly OpenedOn { get; set; }

    public required string SchoolYear { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public bool AwaitsDecision { get; set; }

    public bool IsLeaving { get; set; }

    /// <summary>The earliest date of an open task, a running limit or an awaited decision; null once closed.</summary>
    public DateOnly? NextOn { get; set; }

    /// <summary>What is next then: the step, or <c>escalation</c>.</summary>
    public string? NextStep { get; set; }

    public required string WorkflowVersion { get; set; }
}

/// <summary>Read model: a task.</summary>
public sealed class TaskRow
{
    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    public TaskNo No { get; set; }

    /// <summary>0 for a task outside a case.</summary>
    public int CaseNo { get; set; }

    public required string Step { get; set; }

    public int Occurrence { get; set; }

    public TaskKind Kind { get; set; }

    public TaskState State { get; set; }

    public StaffId AssigneeId { get; set; }

    public required string TitleZh { get; set; }

    public required string TitleEn { get; set; }

    public DateOnly DueOn { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset SendAt { get; set; }

    public DateTimeOffset? BecameLate { get; set; }

    public DateOnly? DoneOn { get; set; }

    public DateTimeOffset? EnteredAt { get; set; }
}

/// <summary>Read model: an escalation.</summary>
public sealed class EscalationRow
{
    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    public EscalationNo No { get; set; }

    public CaseNo CaseNo { get; set; }

    public EscalationStatus Status { get; set; }

    public bool Emergency { get; set; }

    public DateTimeOffset RequestedAt { get; set; }

    public DateOnly DueOn { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public int Reminders { get; set; }

    /// <summary>The rules that asked, separated by spaces.</summary>
    public required string Rules { get; set; }
}

/// <summary>When the sweep has to look at a child again. Written with the event that caused it.</summary>
public sealed class DueItem
{
    public SchoolId SchoolId { get; set; }

    public ChildId ChildId { get; set; }

    /// <summary>What it is about: <c>send:3</c>, <c>late:3</c>, <c>overdue:3</c>, <c>remind:1</c>.</summary>
    public required string Key { get; set; }

    public DateTimeOffset DueAt { get; set; }
}

/// <summary>A message that leaves the transaction once it is written. Carries no name and no reason.</summary>
public sealed class OutboxRow
{
    public SchoolId SchoolId { get; set; }

    /// <summary>Child, version of the event and place: the receiver drops what it has seen.</summary>
    public required string Key { get; set; }

    public StaffId To { get; set; }

    /// <summary>What waits, for example <c>task</c>, <c>escalation</c>, <c>emergency</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>Level 4 only: interrupts.</summary>
    public bool Urgent { get; set; }

    /// <summary>The page that shows it, relative to the program's address.</summary>
    public required string Link { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }
}

/// <summary>What a person finds waiting in the program; delivered from the outbox under the same key.</summary>
public sealed class Notice
{
    public SchoolId SchoolId { get; set; }

    public required string Key { get; set; }

    public StaffId To { get; set; }

    public required string Kind { get; set; }

    public bool Urgent { get; set; }

    public required string Link { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>The answer that was given under an idempotency key; written with the work.</summary>
public sealed class AnsweredRequest
{
    public SchoolId SchoolId { get; set; }

    public required string Key { get; set; }

    /// <summary>The hash of method, path, person and body: the same key with another request is refused.</summary>
    public required string Fingerprint { get; set; }

    public int Status { get; set; }

    public required string Body { get; set; }

    public DateTimeOffset At { get; set; }
}

/// <summary>Who read the file of which child.</summary>
public sealed class ReadingOfFile
{
    public SchoolId SchoolId { get; set; }

    public Guid Id { get; set; }

    public StaffId StaffId { get; set; }

    public ChildId ChildId { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The page or endpoint.</summary>
    public required string What { get; set; }
}

/// <summary>The administrator set a parameter of a rule, or let the file's value hold again. Append only; the last row of a parameter holds.</summary>
public sealed class ParameterChange
{
    /// <summary>In characters.</summary>
    public const int LongestValue = 200;

    /// <summary>In characters.</summary>
    public const int LongestReason = 1000;

    public SchoolId SchoolId { get; set; }

    /// <summary>1 for the first change of the school, rising by one: two at the same time cannot both be it.</summary>
    public int No { get; set; }

    public required string Rule { get; set; }

    public required string Parameter { get; set; }

    /// <summary>The value in force before, as people write it.</summary>
    public required string From { get; set; }

    /// <summary>The value in force after; that of the file at the time where <see cref="AsInFile"/>.</summary>
    public required string To { get; set; }

    /// <summary>From here on the file says the value, whatever it comes to be.</summary>
    public bool AsInFile { get; set; }

    public StaffId By { get; set; }

    public DateTimeOffset At { get; set; }

    public required string Reason { get; set; }
}

/// <summary>The text of a rule file that was in force.</summary>
public sealed class RuleFileVersion
{
    public SchoolId SchoolId { get; set; }

    /// <summary>Relative to the rules folder, with forward slashes.</summary>
    public required string File { get; set; }

    /// <summary>The content version, as flags carry it.</summary>
    public required string Version { get; set; }

    public required string Text { get; set; }

    /// <summary>When the program first had it in force.</summary>
    public DateTimeOffset Since { get; set; }
}

/// <summary>Where a backtest that somebody asked for stands.</summary>
public enum BacktestState
{
    Waiting,
    Running,
    Done,
    Failed,
}

/// <summary>A backtest that somebody asked for, done in the background by whichever node takes it.</summary>
public sealed class BacktestRun
{
    public SchoolId SchoolId { get; set; }

    public Guid Id { get; set; }

    public StaffId By { get; set; }

    public DateTimeOffset AskedAt { get; set; }

    public DateOnly From { get; set; }

    public DateOnly To { get; set; }

    public int TasksEach { get; set; }

    /// <summary>What is tried, as JSON.</summary>
    public required string Trial { get; set; }

    public BacktestState State { get; set; }

    /// <summary>Classes done, of <see cref="ClassesInAll"/>; both 0 before it begins.</summary>
    public int ClassesDone { get; set; }

    public int ClassesInAll { get; set; }

    /// <summary>Until when a node holds it; whoever comes later may take it over.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>Rises with each claim; progress and result are written only under the claim that made them.</summary>
    public int Fence { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The report as JSON; null before it is done.</summary>
    public string? Result { get; set; }

    /// <summary>Why it failed, for the administrator; null otherwise.</summary>
    public string? Failure { get; set; }
}

/// <summary>The clock of an installation that runs on a simulated one.</summary>
public sealed class SimulatedTime
{
    public SchoolId SchoolId { get; set; }

    public DateTimeOffset Now { get; set; }
}

/// <summary>Which node does which work of the whole installation, and until when.</summary>
public sealed class WorkClaim
{
    public SchoolId SchoolId { get; set; }

    public required string Work { get; set; }

    /// <summary>Made anew at each taking.</summary>
    public Guid Holder { get; set; }

    /// <summary>Rises with each taking; what a former holder still writes carries a lower one and is dropped.</summary>
    public long Fence { get; set; }

    /// <summary>When the lease ends; exclusive.</summary>
    public DateTimeOffset Until { get; set; }
}
