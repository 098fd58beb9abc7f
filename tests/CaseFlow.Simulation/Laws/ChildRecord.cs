namespace CaseFlow.Simulation.Laws;

internal sealed class TaskOnRecord
{
    public required int No { get; init; }
    public required int? Case { get; init; }
    public required string Step { get; init; }
    public required int Occurrence { get; init; }
    public required string Kind { get; init; }
    public required Guid Assignee { get; set; }
    public required string State { get; set; }
    public required DateOnly DueOn { get; set; }
    public required DateTimeOffset DueAt { get; set; }
    public required DateTimeOffset SendAt { get; set; }
    public DateTimeOffset? LateAt { get; set; }
    public bool Escalated { get; set; }

    /// <summary>An intervention past its end; somebody is asked whether it goes on.</summary>
    public bool HasEnded { get; set; }
    public DateOnly? DoneOn { get; set; }

    public bool IsPending => State is "Scheduled" or "Open";
}

internal sealed class CaseOnRecord
{
    public required int No { get; init; }
    public required DateOnly OpenedOn { get; init; }
    public required int Level { get; set; }
    public required Guid Owner { get; set; }
    public bool Taken { get; set; }
    public bool Assessed { get; set; }
    public bool Planned { get; set; }
    public bool Leaving { get; set; }
    public bool IsOpen { get; set; } = true;
    public List<string> Findings { get; } = [];

    /// <summary>Since when no flag of severity 2 or more is active; null while one is.</summary>
    public DateOnly? QuietSince { get; set; }

    /// <summary>What was decided last about each guarded step, and by whom.</summary>
    public Dictionary<string, (int Escalation, bool Agreed, string By)> Decisions { get; } = [];

    public DateTimeOffset? ClosedAt { get; set; }
}

internal sealed class EscalationOnRecord
{
    public required int No { get; init; }
    public required int Case { get; init; }
    public required string RequestedBy { get; init; }
    public required bool Emergency { get; set; }
    public required DateTimeOffset DueAt { get; set; }
    public required DateTimeOffset RemindAt { get; set; }
    public HashSet<string> Steps { get; } = [];
    public string Status { get; set; } = "Pending";
    public int Reminders { get; set; }

    public DateOnly DueOn { get; set; }

    public bool IsOpen => Status is "Pending" or "Returned";
}

internal sealed class FlagOnRecord
{
    public required int No { get; init; }
    public required string Rule { get; init; }
    public required string Kind { get; init; }
    public required int Severity { get; set; }
    public required List<long> Evidence { get; set; }
    public required bool RestsOnSignals { get; set; }
    public int? Case { get; set; }
    public string Status { get; set; } = "Active";
    public DateOnly? EndedOn { get; set; }
    public long SeenUpTo { get; set; }
    public (DateTimeOffset At, string Response)? Answer { get; set; }

    public bool IsActive => Status == "Active";
}

/// <summary>A child as the journal says, kept beside the engine and without a line of it.</summary>
internal sealed class ChildRecord
{
    public int Version { get; set; }
    public string Hash { get; set; } = "";
    public SortedDictionary<int, TaskOnRecord> Tasks { get; } = [];
    public SortedDictionary<int, CaseOnRecord> Cases { get; } = [];
    public SortedDictionary<int, EscalationOnRecord> Escalations { get; } = [];
    public SortedDictionary<int, FlagOnRecord> Flags { get; } = [];

    public CaseOnRecord? OpenCase => Cases.Values.LastOrDefault(c => c.IsOpen);

    public EscalationOnRecord? WaitingIn(int no) => Escalations.Values.FirstOrDefault(e => e.Case == no && e.IsOpen);

    public IEnumerable<TaskOnRecord> TasksOf(int no) => Tasks.Values.Where(t => t.Case == no);

    public IEnumerable<FlagOnRecord> ActiveFlags => Flags.Values.Where(f => f.IsActive);
}
