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
