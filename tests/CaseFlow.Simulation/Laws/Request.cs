using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Simulation.Laws;

/// <summary>Something that a person wants, under a key: asked again until an answer comes back.</summary>
internal sealed class Request(string key, ChildId child, StaffId by, ChildCommand? command, string? seen)
{
    public string Key { get; } = key;

    public ChildId Child { get; } = child;

    public StaffId By { get; } = by;

    /// <summary>Null for an observation, and for what is about the staff.</summary>
    public ChildCommand? Command { get; } = command;

    /// <summary>The kind of an observation: alone, or made with a command.</summary>
    public string? Seen { get; } = seen;

    /// <summary>What is wanted about the staff; then the child is nobody in particular.</summary>
    public StaffWish? Wish { get; init; }

    /// <summary>The day on which the client asked.</summary>
    public DateOnly AskedOn { get; init; }

    /// <summary>How many attempts are under way at this moment.</summary>
    public int UnderWay { get; set; }

    /// <summary>What the client was told last; null while it knows nothing.</summary>
    public Answer? Told { get; set; }

    /// <summary>How often the database says that it was carried out.</summary>
    public int Applied { get; set; }

    /// <summary>The names of what it put into the journal.</summary>
    public string What => Wish?.ToString() ?? Command?.GetType().Name ?? $"observes {Seen}";
}

/// <summary>What somebody wants about the staff.</summary>
internal abstract record StaffWish;

internal sealed record NameDelegate(StaffId To, DateTimeOffset From, DateTimeOffset Until) : StaffWish;

internal sealed record EndDelegation(Guid Delegation) : StaffWish;

internal sealed record HandOverAll(StaffId From, StaffId To) : StaffWish;

internal enum Answer
{
    Done,
    Refused,
}
