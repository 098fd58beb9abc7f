using CaseFlow.Engine.Cases;

namespace CaseFlow.Web.Api.Reading;

/// <summary>What a task found.</summary>
/// <param name="Withheld">Whether there are words that you may not read; that it was done counts all the same.</param>
public sealed record OutcomeView(string? Note, IReadOnlyDictionary<string, string>? Headings, bool Reached, bool Confidential, bool Withheld);

/// <summary>A task: one person, one date, and why.</summary>
/// <param name="WhyYou">Why this person has it.</param>
/// <param name="Late">Whether its date passed before it was done; kept for ever.</param>
/// <param name="DoneOn">The day it was really done; entered at <paramref name="EnteredAt"/>.</param>
public sealed record TaskView(
    int No,
    string Step,
    string Kind,
    string State,
    string Title,
    string Why,
    string WhyYou,
    Person Assignee,
    DateOnly DueOn,
    DateTimeOffset DueAt,
    bool Late,
    DateOnly? DoneOn,
    DateTimeOffset? EnteredAt,
    Person? DoneBy,
    OutcomeView? Outcome)
{
    internal static TaskView Of(OpenFile file, CareTask task)
    {
        var say = file.Caller.Say;
        return new TaskView(
            task.No.Value, task.Step, ApiJson.Code(task.Kind), ApiJson.Code(task.State), say(task.Title), say(task.Why), say(task.WhyYou),
            file.People.Of(task.Assignee), task.Due.On, task.Due.At, task.BecameLate is not null, task.DoneOn, task.EnteredAt,
            file.People.Of(task.DoneBy), task.Outcome is { } outcome ? OutcomeOf(file, outcome) : null);
    }

    private static OutcomeView OutcomeOf(OpenFile file, Outcome outcome) => outcome.Confidential && !file.ReadsConfidential
        ? new OutcomeView(null, null, outcome.Reached, true, true)
        : new OutcomeView(outcome.Note, outcome.Headings, outcome.Reached, outcome.Confidential, false);
}
