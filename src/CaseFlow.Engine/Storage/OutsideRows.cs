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

/// <summary>The kinds of group robot that there are, by whose manner they take messages and answer.</summary>
public enum RobotKind
{
    WeCom,
    DingTalk,
}

/// <summary>A robot in a chat group of the school, which is told that something waits.</summary>
public sealed class Robot
{
    /// <summary>In characters.</summary>
    public const int LongestName = 100;

    public SchoolId SchoolId { get; set; }

    public Guid Id { get; set; }

    public required string Name { get; set; }

    public RobotKind Kind { get; set; }

    /// <summary>The address to which messages go, protected: whoever knows it can write to the group.</summary>
    public required string Address { get; set; }

    /// <summary>The secret with which messages are signed, protected; null where the robot asks for none.</summary>
    public string? Secret { get; set; }

    /// <summary>The host and the last signs of the address, as pages show it.</summary>
    public required string Shown { get; set; }

    /// <summary>The address of this program that links begin with, without a slash at its end.</summary>
    public required string Site { get; set; }

    /// <summary>The language of its messages: <c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; set; }

    /// <summary>Of what it is told.</summary>
    public List<string> Happenings { get; set; } = [];

    public StaffId MadeBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    public DateTimeOffset? LastSentAt { get; set; }

    public DateTimeOffset? LastFailedAt { get; set; }

    /// <summary>Why the latest message did not get through, as a code; null where it did.</summary>
    public string? LastFailure { get; set; }
}

/// <summary>That a robot is to be told of something. Its words and numbers are made when it is sent.</summary>
public sealed class RobotMessage
{
    public SchoolId SchoolId { get; set; }

    /// <summary>The robot, and what it is about: what happened once makes one.</summary>
    public required string Key { get; set; }

    public Guid RobotId { get; set; }

    public required string Happening { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public int Tries { get; set; }

    /// <summary>In real time, also where the school's clock is a simulated one.</summary>
    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>When it was sent, or was needed no more.</summary>
    public DateTimeOffset? DoneAt { get; set; }
}
