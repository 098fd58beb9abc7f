using CaseFlow.Engine.Calendar;

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
    string? Words = null)
{
    /// <summary>Whether it still waits for somebody.</summary>
    public bool IsOpen => Status is EscalationStatus.Pending or EscalationStatus.Returned;
}

/// <summary>A question of the head teacher, or an answer to it.</summary>
public sealed record EscalationTurn(Actor By, DateTimeOffset At, string Text);
