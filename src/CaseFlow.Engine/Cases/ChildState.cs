using System.Collections.Immutable;

namespace CaseFlow.Engine.Cases;

/// <summary>All that a child's stream says: flags, cases, tasks, escalations. Folded from events, never edited.</summary>
public sealed record ChildState
{
    /// <summary>A child of whom nothing is in the journal.</summary>
    public static readonly ChildState Empty = new();

    /// <summary>How many events were folded.</summary>
    public int Version { get; init; }

    public ImmutableSortedDictionary<FlagNo, Flag> Flags { get; init; } = ImmutableSortedDictionary<FlagNo, Flag>.Empty;

    public ImmutableSortedDictionary<CaseNo, CareCase> Cases { get; init; } = ImmutableSortedDictionary<CaseNo, CareCase>.Empty;

    public ImmutableSortedDictionary<TaskNo, CareTask> Tasks { get; init; } = ImmutableSortedDictionary<TaskNo, CareTask>.Empty;

    public ImmutableSortedDictionary<EscalationNo, Escalation> Escalations { get; init; } =
        ImmutableSortedDictionary<EscalationNo, Escalation>.Empty;

    /// <summary>The one open case, if there is one.</summary>
    public CareCase? OpenCase => Cases.Count == 0 ? null : Cases.Values.LastOrDefault(c => c.IsOpen);

    public IEnumerable<Flag> ActiveFlags => Flags.Values.Where(f => f.IsActive);

    public IEnumerable<CareTask> PendingTasks => Tasks.Values.Where(t => t.IsPending);

    /// <summary>The escalation of a case that still waits for somebody; at most one.</summary>
    public Escalation? OpenEscalationOf(CaseNo no) => Escalations.Values.FirstOrDefault(e => e.Case == no && e.IsOpen);

    public IEnumerable<CareTask> TasksOf(CaseNo no) => Tasks.Values.Where(t => t.Case == no);

    public FlagNo NextFlag => new(Flags.Count + 1);

    public CaseNo NextCase => new(Cases.Count + 1);

    public TaskNo NextTask => new(Tasks.Count + 1);

    public EscalationNo NextEscalation => new(Escalations.Count + 1);
}
