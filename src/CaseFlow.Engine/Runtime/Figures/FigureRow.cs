using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Runtime.Figures;

/// <summary>One row that a figure counts: a child, or something of a child.</summary>
public sealed class FigureRow
{
    public ChildId Child { get; init; }

    /// <summary>Null where it is no case.</summary>
    public CaseNo? Case { get; init; }

    /// <summary>Null where it is no task.</summary>
    public TaskNo? Task { get; init; }

    /// <summary>Null where it is no escalation.</summary>
    public EscalationNo? Escalation { get; init; }

    /// <summary>The rule of a flag; null where it is none.</summary>
    public string? Rule { get; init; }

    /// <summary>The day of it, where it has one.</summary>
    public DateOnly? On { get; init; }

    /// <summary>The instant of it, where it has one.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The instant of it as the journal writes it, where it is a row of the journal.</summary>
    public string? Written { get; init; }

    /// <summary>The day of it at the school; null where it has none.</summary>
    public DateOnly? DayAt(SchoolTime time) => On ?? (Instant is { } at ? time.DayOf(at) : null);

    private DateTimeOffset? Instant => Written is null ? At : JournalRows.InstantOf(Written);
}
