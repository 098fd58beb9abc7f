using CaseFlow.Engine.Rules;

namespace CaseFlow.Engine.Cases;

/// <summary>Where a flag stands.</summary>
public enum FlagStatus
{
    /// <summary>Its rule holds, and nobody has answered it.</summary>
    Active,

    /// <summary>Somebody answered it; it stays closed until something new is recorded.</summary>
    Answered,

    /// <summary>Its rule no longer holds.</summary>
    Lapsed,
}

/// <summary>The typed responses that close a flag; filing a note does not.</summary>
public enum FlagResponse
{
    Talked,
    Visited,
    Called,
    Referred,

    /// <summary>There is an explanation; needs a reason.</summary>
    Explained,

    /// <summary>There was nothing; needs a reason.</summary>
    FalseAlarm,
}

/// <summary>How a flag was answered.</summary>
/// <param name="On">The day of the answer at the school.</param>
/// <param name="SeenUpTo">The latest recording there was; only what was recorded later raises the flag again.</param>
public sealed record FlagAnswer(Actor By, DateTimeOffset At, DateOnly On, FlagResponse Response, string? Reason, long SeenUpTo);

/// <summary>A flag of a child: what a rule found, and what came of it.</summary>
/// <param name="Case">The case that it belongs to; null while there is none.</param>
/// <param name="EndedOn">The day it was answered or lapsed; null while active.</param>
public sealed record Flag(
    FlagNo No,
    FlagFinding Finding,
    DateTimeOffset RaisedAt,
    FlagStatus Status = FlagStatus.Active,
    CaseNo? Case = null,
    FlagAnswer? Answer = null,
    DateOnly? EndedOn = null)
{
    public bool IsActive => Status == FlagStatus.Active;

    public int Severity => Finding.Severity;

    public string Kind => Finding.Kind;
}
