using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Simulation.Telling;

/// <summary>What a run did. Holds no id and no time of the wall clock.</summary>
/// <param name="Signals">What was recorded, by kind.</param>
/// <param name="Refusals">How often the engine refused a command, by refusal.</param>
/// <param name="Troubles">What went wrong in screenings and sweeps; empty in a sound engine.</param>
/// <param name="BrokenOnTheWay">Invariants that an earlier look found broken, with the day.</param>
public sealed record SimulationReport(
    DateOnly From,
    DateOnly To,
    int Days,
    int SchoolDays,
    int Seed,
    int Children,
    IReadOnlyList<StoryWeek> Weeks,
    IReadOnlyDictionary<string, int> Signals,
    StoryTotals Totals,
    IReadOnlyDictionary<string, int> Refusals,
    IReadOnlyDictionary<string, int> Troubles,
    StoryStanding Standing,
    IReadOnlyList<string> BrokenOnTheWay,
    VerificationReport Invariants)
{
    public bool Ok => Invariants.Ok && BrokenOnTheWay.Count == 0 && Troubles.Count == 0;
}

/// <summary>A week of the run: seven days from its first day on.</summary>
public sealed class StoryWeek
{
    public required DateOnly From { get; init; }

    public int Flags { get; set; }

    public int CasesOpened { get; set; }

    public int CasesClosed { get; set; }

    public int EscalationsAsked { get; set; }

    public int EscalationsDecided { get; set; }

    public int Visits { get; set; }

    /// <summary>Home visits done after their due date.</summary>
    public int VisitsLate { get; set; }
}

/// <summary>What happened in the run, counted from the journal.</summary>
public sealed class StoryTotals
{
    public FlagTotals Flags { get; } = new();

    public CaseTotals Cases { get; } = new();

    public EscalationTotals Escalations { get; } = new();

    public TaskTotals Tasks { get; } = new();

    public SortedDictionary<string, int> Reviews { get; } = new(StringComparer.Ordinal) { ["improved"] = 0, ["unchanged"] = 0, ["worse"] = 0 };

    public int LevelsRaised { get; set; }

    public int LevelsLowered { get; set; }

    public int GuardedStepsTaken { get; set; }

    public int HarmReports { get; set; }

    public FirstContact FirstContact { get; set; } = new(0, 0, 0);
}

public sealed class FlagTotals
{
    public int Raised { get; set; }

    public SortedDictionary<int, int> BySeverity { get; } = new() { [1] = 0, [2] = 0, [3] = 0, [4] = 0 };

    public SortedDictionary<string, int> ByRule { get; } = new(StringComparer.Ordinal);

    public int Answered { get; set; }

    /// <summary>Ended because their rule no longer held.</summary>
    public int Lapsed { get; set; }
}

public sealed class CaseTotals
{
    public int Opened { get; set; }

    /// <summary>By the level that they opened with.</summary>
    public SortedDictionary<int, int> OpenedByLevel { get; } = new() { [2] = 0, [3] = 0, [4] = 0 };

    public int Closed { get; set; }

    /// <summary>By the level that they had last.</summary>
    public SortedDictionary<int, int> ClosedByLevel { get; } = new() { [2] = 0, [3] = 0, [4] = 0 };

    /// <summary>Closed because the conditions of closure were met.</summary>
    public int ConditionsMet { get; set; }

    /// <summary>Closed earlier, with a reason.</summary>
    public int Early { get; set; }

    /// <summary>Handed over to another school.</summary>
    public int Transfers { get; set; }
}

public sealed class EscalationTotals
{
    public int Asked { get; set; }

    /// <summary>Reasons, by rule; several can join in one escalation.</summary>
    public SortedDictionary<string, int> ByRule { get; } = new(StringComparer.Ordinal);

    /// <summary>Approvals, ratified emergencies aside.</summary>
    public int Approved { get; set; }

    public int Rejected { get; set; }

    /// <summary>Sent back with a question.</summary>
    public int Returned { get; set; }

    public int Reminders { get; set; }

    public int Emergencies { get; set; }

    public int EmergenciesRatified { get; set; }
}

public sealed class TaskTotals
{
    public int Issued { get; set; }

    public int Done { get; set; }

    /// <summary>Tasks whose due date passed before they were done.</summary>
    public int FellLate { get; set; }

    public int Withdrawn { get; set; }

    public int Moved { get; set; }

    public int Talks { get; set; }

    public int Calls { get; set; }

    public int HomeVisits { get; set; }

    public int HomeVisitsInTime { get; set; }

    public int HomeVisitsLate { get; set; }

    /// <summary>Went, and nobody was met.</summary>
    public int NobodyMet { get; set; }

    public int CheckVisits { get; set; }

    /// <summary>Done on an earlier day than entered.</summary>
    public int EnteredDaysLater { get; set; }
}

/// <summary>Days from the flags that open a case to the first contact with the child.</summary>
public sealed record FirstContact(int Cases, double MedianDays, int WorstDays);

/// <summary>How the school stands at the end.</summary>
/// <param name="Overdue">Open cases whose next date has passed.</param>
/// <param name="LongestOverdueDays">The most days that the next date of an open case lies back.</param>
public sealed record StoryStanding(
    int OpenCases,
    IReadOnlyDictionary<int, int> ByLevel,
    IReadOnlyDictionary<string, int> ByStage,
    int WithOwner,
    int WithNextDate,
    int AwaitingDecision,
    int Overdue,
    int LongestOverdueDays,
    int ActiveFlags,
    int OpenTasks);
