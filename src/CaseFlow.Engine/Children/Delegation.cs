namespace CaseFlow.Engine.Children;

/// <summary>While the head teacher is away, somebody else decides on the head teacher's behalf. Kept for ever; ends early by <see cref="Until"/>.</summary>
public sealed class Delegation
{
    public Guid Id { get; set; }

    public SchoolId SchoolId { get; set; }

    public StaffId HeadTeacherId { get; set; }

    public StaffId DelegateId { get; set; }

    /// <summary>The first instant of it.</summary>
    public DateTimeOffset From { get; set; }

    /// <summary>The first instant that no longer belongs to it.</summary>
    public DateTimeOffset Until { get; set; }

    public string? Reason { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>Whether it is in force at <paramref name="now"/>.</summary>
    public bool Holds(DateTimeOffset now) => From <= now && now < Until;
}
