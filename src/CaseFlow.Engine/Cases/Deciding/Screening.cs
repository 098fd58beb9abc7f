using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>What the rules found, against the flags that are up.</summary>
internal static class Screening
{
    /// <summary>After how many days an answered flag opens again that rests on what is missing or on the dossier.</summary>
    public const int StandingAnswerDays = 30;

    public static Refusal? Apply(Draft draft, ApplyScreening command)
    {
        if (command.LeftOn is not null)
            return Leave(draft, command);
        Reconcile(draft, command);
        var (level, because) = draft.Policy.RuleEngine.LevelOf([.. draft.State.ActiveFlags.Select(f => (f.Kind, f.Severity))]);
        if (draft.State.OpenCase is { } open)
            RaiseLevel(draft, open, level, because);
        else if (level >= 2)
            return Open(draft, level, because);
        else if (level == 1)
            Watch(draft);
        return null;
    }

    /// <summary>Whether a finding may raise its flag although an earlier one was answered.</summary>
    /// <remarks>Source: domain, 'Risk level and escalation': an answered flag stays closed until its rule holds on something new.</remarks>
    public static bool MayRaise(FlagFinding finding, DateOnly day, DateOnly answeredOn, long seenUpTo) =>
        finding.Evidence.All(e => e.Source != EvidenceSource.Signal)
            ? day.DayNumber - answeredOn.DayNumber >= StandingAnswerDays
            : finding.Evidence.Any(e => e.RecordedNo > seenUpTo);

    /// <summary>
    /// Raises, changes and clears flags. One that rests on something of a later day is left alone: a screening that was slow to come,
    /// or whose clock lags behind, has not seen it.
    /// </summary>
    private static void Reconcile(Draft draft, ApplyScreening command)
    {
        var state = draft.State;
        foreach (var flag in state.ActiveFlags.Where(f => IsSeenBy(command, f) && command.Findings.All(x => x.Rule != f.Finding.Rule)).ToList())
            draft.Follow(new FlagLapsed(flag.No, command.Day));
        foreach (var finding in command.Findings)
        {
            var last = state.Flags.Values.LastOrDefault(f => f.Finding.Rule == finding.Rule);
            if (last is { IsActive: true })
            {
                if (IsSeenBy(command, last) && !last.Finding.SaysTheSameAs(finding))
                    draft.Follow(new FlagChanged(last.No, finding, command.Day));
            }
            else if (last?.Answer is not { } answer || MayRaise(finding, command.Day, answer.On, answer.SeenUpTo))
            {
                draft.Follow(new FlagRaised(draft.State.NextFlag, finding, draft.State.OpenCase?.No));
            }
        }
    }

    private static bool IsSeenBy(ApplyScreening command, Flag flag) => flag.Finding.Evidence.All(e => e.Date <= command.Day);

    private static void RaiseLevel(Draft draft, CareCase open, int level, Words because)
    {
        if (level <= open.Level)
            return;
        draft.Follow(new LevelChanged(open.No, open.Level, level, because));
        Following.BringForward(draft, open.No, level);
    }

    private static Refusal? Open(Draft draft, int level, Words because)
    {
        var circumstances = draft.Circumstances;
        if (circumstances.Staffing.OwnerOfNewCase() is not { } owner)
            return Refusals.NoOwner;
        var no = draft.State.NextCase;
        draft.Follow(new CaseOpened(
            no, level, because, owner.Who, owner.Why, draft.Today,
            circumstances.Time.Calendar.SchoolYearOf(draft.Today), draft.Policy.Workflow.Version));
        draft.Follow(new MilestoneReached(no, WorkflowDefinition.Opened));
        return null;
    }

    private static void Watch(Draft draft)
    {
        var raised = draft.Happened.Select(h => (h.Event as FlagRaised)?.Flag).OfType<FlagNo>().ToList();
        var flags = draft.State.ActiveFlags.Where(f => f.Severity == 1).ToList();
        foreach (var watch in draft.Policy.Workflow.Watch)
        {
            var answers = flags.Where(f => watch.Kinds.Contains(f.Kind)).ToList();
            if (answers.Exists(f => raised.Contains(f.No)) && !draft.State.PendingTasks.Any(t => t.Step == watch.Id))
                Following.IssueWatch(draft, watch, answers);
        }
    }

    /// <summary>The child has left: nothing is screened any more, and an open case is handed over.</summary>
    private static Refusal? Leave(Draft draft, ApplyScreening command)
    {
        foreach (var flag in draft.State.ActiveFlags.ToList())
            draft.Follow(new FlagLapsed(flag.No, command.Day));
        var left = new Words("孩子已离校", "the child has left the school");
        foreach (var task in draft.State.PendingTasks.Where(t => t.Case is null || !draft.State.Cases[t.Case.Value].IsOpen).ToList())
            draft.Follow(new TaskWithdrawn(task.No, left));
        if (draft.State.OpenCase is { LeavingFor: null } open)
            draft.Follow(new LeavingNoted(open.No, command.LeftOn!.Value, command.LeftTo));
        return null;
    }
}
