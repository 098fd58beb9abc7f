using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Cases;

/// <summary>Where an escalation stands.</summary>
public enum EscalationStatus
{
    /// <summary>Waits for the head teacher.</summary>
    Pending,

    /// <summary>Sent back with a question; waits for whoever answers for the case.</summary>
    Returned,

    /// <summary>Agreed; for an emergency: ratified.</summary>
    Approved,

    /// <summary>Refused with a reason.</summary>
    Rejected,
}

/// <summary>By which right somebody decided an escalation, at the moment of deciding.</summary>
/// <param name="As"><c>head-teacher</c>, <c>administrator</c> or <c>delegate</c>.</param>
/// <param name="OnBehalfOf">For a delegate: the head teacher who is away.</param>
public sealed record DecisionRight(string As, StaffId? OnBehalfOf = null)
{
    public const string HeadTeacher = "head-teacher";
    public const string Administrator = "administrator";
    public const string Delegate = "delegate";
}

/// <summary>One reason of an escalation.</summary>
/// <param name="Rule">The escalation rule, or <c>request</c> where a person asked.</param>
/// <param name="Tasks">The late tasks that it is about; they are not taken up a second time.</param>
public sealed record EscalationReason(string Rule, Words Words, DateTimeOffset At, IReadOnlyList<TaskNo>? Tasks = null);

/// <summary>A question to the head teacher about a case.</summary>
/// <param name="RequestedBy">Whoever asks does not decide.</param>
/// <param name="Emergency">Acts come first; the head teacher ratifies.</param>
/// <param name="RemindAt">When whoever decides is reminded next.</param>
/// <param name="Reminders">How often its time limit has passed with a reminder.</param>
/// <param name="Conversation">Questions and answers, oldest first.</param>
/// <param name="Steps">The guarded steps that an approval opens; null where it was asked before steps were named.</param>
/// <param name="Right">By which right it was decided.</param>
public sealed record Escalation(
    EscalationNo No,
    CaseNo Case,
    Actor RequestedBy,
    DateTimeOffset RequestedAt,
    IReadOnlyList<EscalationReason> Reasons,
    Words ProposedStep,
    Due Due,
    bool Emergency,
    DateTimeOffset RemindAt,
    EscalationStatus Status = EscalationStatus.Pending,
    int Reminders = 0,
    IReadOnlyList<EscalationTurn>? Conversation = null,
    Actor? DecidedBy = null,
    DateTimeOffset? DecidedAt = null,
    string? Words = null,
    IReadOnlyList<string>? Steps = null,
    DecisionRight? Right = null)
{
    /// <summary>Whether it still waits for somebody.</summary>
    public bool IsOpen => Status is EscalationStatus.Pending or EscalationStatus.Returned;
}

/// <summary>A question of the head teacher, or an answer to it.</summary>
public sealed record EscalationTurn(Actor By, DateTimeOffset At, string Text);
