namespace CaseFlow.Engine.Children;

/// <summary>Everything that one person is responsible for passes to a named successor, in one step that can be taken up again where it broke off.</summary>
public sealed class HandOver
{
    public Guid Id { get; set; }

    public SchoolId SchoolId { get; set; }

    public StaffId From { get; set; }

    /// <summary>The named successor.</summary>
    public StaffId To { get; set; }

    public string? Reason { get; set; }

    public StaffId StartedBy { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>Null while children are still to be handed over.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>A child that a hand-over has dealt with; written in the transaction of the child's stream, so exactly once.</summary>
public sealed class HandOverPart
{
    public SchoolId SchoolId { get; set; }

    public Guid HandOverId { get; set; }

    public ChildId ChildId { get; set; }

    /// <summary>How many cases, tasks and pairings of the child passed on.</summary>
    public int Passed { get; set; }

    public DateTimeOffset At { get; set; }
}
