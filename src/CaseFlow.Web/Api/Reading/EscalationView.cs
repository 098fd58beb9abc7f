using CaseFlow.Engine.Cases;

namespace CaseFlow.Web.Api.Reading;

/// <summary>One reason of an escalation.</summary>
/// <param name="Rule">The escalation rule, or <c>request</c> where a person asked.</param>
/// <param name="Words">Null where a person's words are not for you.</param>
public sealed record ReasonView(string Rule, DateTimeOffset At, string? Words);

/// <summary>A question of the head teacher, or the answer to it.</summary>
public sealed record TurnView(Person? By, DateTimeOffset At, string? Text);

/// <summary>A question to the head teacher about a case.</summary>
/// <param name="RequestedBy">Null where a rule asked.</param>
/// <param name="Words">The conditions of an approval, or the reason of a rejection.</param>
/// <param name="Opens">The guarded steps that an approval opens.</param>
/// <param name="DecidedAs"><c>head-teacher</c>, <c>administrator</c> or <c>delegate</c>.</param>
public sealed record EscalationView(
    int No,
    int Case,
    string Status,
    bool Emergency,
    Person? RequestedBy,
    DateTimeOffset RequestedAt,
    DateOnly DueOn,
    DateTimeOffset DueAt,
    IReadOnlyList<ReasonView> Reasons,
    string? ProposedStep,
    IReadOnlyList<TurnView> Conversation,
    Person? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? Words,
    IReadOnlyList<string> Opens,
    string? DecidedAs,
    Person? OnBehalfOf)
{
    internal static EscalationView Of(OpenFile file, Escalation e)
    {
        var say = file.Caller.Say;
        var mayRead = file.ReadsWorkOf(e.RequestedBy);
        return new EscalationView(
            e.No.Value, e.Case.Value, ApiJson.Code(e.Status), e.Emergency, file.People.Of(e.RequestedBy), e.RequestedAt, e.Due.On, e.Due.At,
            [.. e.Reasons.Select(r => new ReasonView(r.Rule, r.At, mayRead || r.Rule != "request" ? say(r.Words) : null))],
            mayRead || e.RequestedBy.IsSystem ? say(e.ProposedStep) : null,
            [.. (e.Conversation ?? []).Select(t => new TurnView(file.People.Of(t.By), t.At, mayRead ? t.Text : null))],
            file.People.Of(e.DecidedBy), e.DecidedAt, mayRead ? e.Words : null, e.Steps ?? [], e.Right?.As,
            e.Right?.OnBehalfOf is { } head ? file.People.Of(head) : null);
    }
}
