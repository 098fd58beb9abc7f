using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Storage;

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

/// <summary>Files that the administrator gave to the program to be looked at, and then imported.</summary>
public sealed class Upload
{
    public SchoolId SchoolId { get; set; }

    public Guid Id { get; set; }

    public StaffId By { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary>The names of the files, a comma between two.</summary>
    public required string Names { get; set; }

    /// <summary>The files, packed; nothing once they were imported, or looked at and left.</summary>
    public required byte[] Content { get; set; }

    /// <summary>What was said of the sheets among them, by their number, as JSON; null where nothing was.</summary>
    public string? Sheets { get; set; }

    /// <summary>When they were imported; null where that was not done.</summary>
    public DateTimeOffset? ImportedAt { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    /// <summary>How many of the files were refused.</summary>
    public int Refused { get; set; }
}

/// <summary>What the columns and marks of a sheet mean, for the next one of the same shape.</summary>
public sealed class RememberedSheet
{
    public SchoolId SchoolId { get; set; }

    /// <summary>The hash of what sheets that are made alike have in common.</summary>
    public required string Shape { get; set; }

    /// <summary>As JSON.</summary>
    public required string Mapping { get; set; }

    /// <summary>Who said so last.</summary>
    public StaffId By { get; set; }

    public DateTimeOffset At { get; set; }
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
