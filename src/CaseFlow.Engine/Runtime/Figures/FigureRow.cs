using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

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
}
