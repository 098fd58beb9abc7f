namespace CaseFlow.Engine.Runtime;

/// <summary>The names of the invariants; scripts may rely on them.</summary>
public static class Invariants
{
    public const string HashChain = "journal-hash-chain";
    public const string Replay = "replay-equals-read-models";
    public const string DueItemsMatch = "due-items-match-state";
    public const string HasOwner = "active-case-has-owner";
    public const string HasNextDate = "active-case-has-next-date";
    public const string OneOpenCase = "one-open-case-a-child";
    public const string OneTask = "one-task-a-step-and-occurrence";
    public const string OnePending = "one-pending-escalation-a-case";
    public const string OtherDecides = "escalation-decided-by-another";
    public const string GuardedStep = "guarded-step-follows-approval";
    public const string Closure = "closure-meets-conditions-or-has-reason";
    public const string ClosedIsSettled = "closed-case-is-settled";
    public const string NotEarly = "nothing-fires-early";
    public const string EmergencyAtOnce = "emergency-path-at-once";
    public const string DeciderEntitled = "escalation-decided-by-entitled";
    public const string WorkflowKept = "running-case-workflow-kept";
    public const string HandedOver = "handed-over-has-nothing-left";
    public const string MessageDelivered = "delivered-message-arrived-once";
    public const string OneCurrentSignal = "one-current-mark-a-day";

    public static readonly IReadOnlyList<string> All =
    [
        HashChain, Replay, DueItemsMatch, HasOwner, HasNextDate, OneOpenCase, OneTask, OnePending, OtherDecides, GuardedStep,
        Closure, ClosedIsSettled, NotEarly, EmergencyAtOnce, DeciderEntitled, WorkflowKept, HandedOver,
        MessageDelivered, OneCurrentSignal,
    ];
}

/// <summary>Collects what a verification counts and finds broken.</summary>
internal sealed class VerificationFindings
{
    private readonly Dictionary<string, long> counted = Invariants.All.ToDictionary(n => n, _ => 0L);
    private readonly Dictionary<string, List<string>> broken = Invariants.All.ToDictionary(n => n, _ => new List<string>());

    public long Cases { get; set; }

    public long Events { get; set; }

    public void Counted(string invariant, long more = 1) => counted[invariant] += more;

    public void Broken(string invariant, string where) => broken[invariant].Add(where);

    /// <summary>Counts one check, and records where it fails.</summary>
    public void Check(string invariant, bool holds, Func<string> where)
    {
        Counted(invariant);
        if (!holds)
            Broken(invariant, where());
    }

    public VerificationReport Report(long children) =>
        new(children, Cases, Events, [.. Invariants.All.Select(n => new InvariantReport(n, counted[n], broken[n]))]);
}
