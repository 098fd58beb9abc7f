using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Web.Api.Reading;

/// <summary>What happened to a child.</summary>
/// <param name="Next">Ask again with <c>after</c> set to it; null at the end.</param>
public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries, int? Next);

/// <summary>One thing that happened.</summary>
/// <param name="Version">Its place in the child's stream.</param>
/// <param name="By">Null for what followed by itself.</param>
/// <param name="Type">For example <c>case-opened</c>.</param>
/// <param name="Text">What was said about it.</param>
/// <param name="Withheld">Whether there are words that you may not read.</param>
public sealed record TimelineEntry(
    int Version, DateTimeOffset At, Person? By, string Type, int? Case, int? Flag, int? Task, int? Escalation, string? Text, bool Withheld)
{
    /// <summary>The entry of a row of the journal; null where the caller may not know of it at all.</summary>
    internal static TimelineEntry? Of(OpenFile file, JournalRow row)
    {
        var happened = JournalRows.Read(row);
        var told = About(happened.Event) ?? AboutEscalation(happened.Event) ?? AboutTask(happened.Event) ?? new Told();
        if (told.For == Readers.OfHarmReports && !file.ReadsHarmReportOf(happened.By))
            return null;
        var mayRead = told.For switch
        {
            Readers.OfConfidential => file.ReadsConfidential,
            Readers.OfTheWork => file.ReadsWorkOf(happened.By),
            _ => true,
        };
        return new TimelineEntry(
            row.Version, happened.At, file.People.Of(happened.By), row.Type, told.Case?.Value, told.Flag?.Value, told.Task?.Value,
            told.Escalation?.Value, mayRead && told.Words is { } words ? file.Caller.Say(words) : null, !mayRead && told.Words is not null);
    }

    private static Told? About(ChildEvent what) => what switch
    {
        FlagRaised e => new(e.Case, Flag: e.Flag, Words: e.Finding.Because),
        FlagChanged e => new(Flag: e.Flag, Words: e.Finding.Because),
        FlagLapsed e => new(Flag: e.Flag),
        FlagAnswered e => new(Flag: e.Flag, Words: Plain(e.Reason), For: Readers.OfTheWork),
        CaseOpened e => new(e.Case, Words: e.Because),
        LevelChanged e => new(e.Case, Words: e.Because),
        CaseTaken e => new(e.Case),
        OwnerChanged e => new(e.Case, Words: Plain(e.Reason), For: Readers.OfTheWork),
        StageEntered e => new(e.Case, Words: Plain(e.Stage)),
        MilestoneReached e => new(e.Case, Words: Plain(e.Milestone)),
        CaseAssessed e => new(e.Case, Words: Plain(e.Findings), For: Readers.OfTheWork),
        PlanMade e => new(e.Case, Words: Plain(string.Join('\n', e.Goals.Select(g => g.Text)))),
        CaseReviewed e => new(e.Case, Words: Plain(e.Note), For: Readers.OfTheWork),
        GuardedStepTaken e => new(e.Case, Escalation: e.Approval, Words: Plain(e.Note ?? e.Step), For: Readers.OfTheWork),
        HarmReported e => new(e.Case, Words: Plain(string.Join('\n', [e.To, e.Note])), For: Readers.OfHarmReports),
        NoteAdded e => new(e.Case, Words: Plain(e.Text), For: e.Confidential ? Readers.OfConfidential : Readers.Everybody),
        LeavingNoted e => new(e.Case, Words: Plain(e.To)),
        CaseClosed e => new(e.Case, Words: Plain(e.Reason), For: Readers.OfTheWork),
        CaseReopened e => new(e.Case, Words: Plain(e.Reason), For: Readers.OfTheWork),
        WorkflowChanged e => new(e.Case, Words: Plain(e.Reason), For: Readers.OfTheWork),
        SignalWithdrawn e => new(Words: Plain(e.Reason)),
        _ => null,
    };

    private static Told? AboutEscalation(ChildEvent what) => what switch
    {
        EscalationRequested e => new(e.Case, Escalation: e.Escalation, Words: e.Reason.Words, For: Readers.OfTheWork),
        EscalationJoined e => new(Escalation: e.Escalation, Words: e.Reason.Words, For: Readers.OfTheWork),
        EscalationApproved e => new(Escalation: e.Escalation, Words: Plain(e.Conditions), For: Readers.OfTheWork),
        EscalationRejected e => new(Escalation: e.Escalation, Words: Plain(e.Reason), For: Readers.OfTheWork),
        EscalationReturned e => new(Escalation: e.Escalation, Words: Plain(e.Question), For: Readers.OfTheWork),
        EscalationAnswered e => new(Escalation: e.Escalation, Words: Plain(e.Answer), For: Readers.OfTheWork),
        EscalationReminded e => new(Escalation: e.Escalation),
        _ => null,
    };

    private static Told? AboutTask(ChildEvent what) => what switch
    {
        TaskIssued e => new(e.Task.Case, Task: e.Task.No, Words: e.Task.Title),
        TaskSent e => new(Task: e.Task),
        TaskFellLate e => new(Task: e.Task),
        LatenessPassed e => new(Task: e.Task),
        TaskMoved e => new(Task: e.Task, Words: e.Because),
        TaskAssigned e => new(Task: e.Task, Words: e.WhyYou),
        TaskTried e => OfOutcome(e.Task, e.Outcome),
        TaskDone e => OfOutcome(e.Task, e.Outcome),
        InterventionEnded e => new(Task: e.Task),
        InterventionContinued e => new(Task: e.Task, Words: Plain(e.Reason), For: Readers.OfTheWork),
        TaskWithdrawn e => new(Task: e.Task, Words: e.Because),
        _ => null,
    };

    private static Told OfOutcome(TaskNo task, Outcome outcome) => new(
        Task: task,
        Words: Plain(string.Join('\n', [outcome.Note, .. outcome.Headings?.Values ?? []])),
        For: outcome.Confidential ? Readers.OfConfidential : Readers.Everybody);

    private static Words? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : new Words(text.Trim(), text.Trim());

    /// <summary>Whom the words of an entry are for.</summary>
    private enum Readers
    {
        Everybody,
        OfTheWork,
        OfConfidential,
        OfHarmReports,
    }

    private sealed record Told(
        CaseNo? Case = null, FlagNo? Flag = null, TaskNo? Task = null, EscalationNo? Escalation = null, Words? Words = null,
        Readers For = Readers.Everybody);
}
