using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Storage;

/// <summary>The secret address at which the calendar of a person reads that person's tasks; none where there is no row.</summary>
public sealed class CalendarFeed
{
    public SchoolId SchoolId { get; set; }

    public StaffId StaffId { get; set; }

    /// <summary>SHA-256 of the secret in the address, as hexadecimal digits; the secret itself is kept nowhere.</summary>
    public required string Hash { get; set; }

    /// <summary>The language of its entries: <c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    /// <summary>When this address was made.</summary>
    public DateTimeOffset Since { get; set; }
}

/// <summary>With what another system calls the API. Ended and revoked ones stay, as the logs name them.</summary>
public sealed class ApiToken
{
    /// <summary>In characters.</summary>
    public const int LongestName = 100;

    public SchoolId SchoolId { get; set; }

    /// <summary>Stands where the id of a member of staff stands, for example in who read what and who recorded an observation.</summary>
    public StaffId Id { get; set; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, as hexadecimal digits; the token itself is kept nowhere.</summary>
    public required string Hash { get; set; }

    public List<string> Scopes { get; set; } = [];

    public StaffId MadeBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>The first instant at which it is good no more.</summary>
    public DateTimeOffset EndsAt { get; set; }

    /// <summary>To the minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }

    public StaffId? RevokedBy { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsGood(DateTimeOffset now) => RevokedAt is null && now < EndsAt;
}
