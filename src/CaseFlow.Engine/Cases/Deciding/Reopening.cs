using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>A case closed by mistake goes on as it was: same number, same plan, its flags up again, its steps issued anew.</summary>
internal static class Reopening
{
    private const int LatestDays = 30;

    public static Refusal? Reopen(Draft draft, ReopenCase command)
    {
        if (!draft.State.Cases.TryGetValue(command.Case, out var care))
            return Refusals.NoSuchCase;
        if (care.ClosedOn is not { } closedOn)
            return Refusals.CaseNotClosed;
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusals.NeedsReason;
        if (care.LeavingFor is not null)
            return Refusals.ChildHasLeft;
        if (draft.State.OpenCase is not null)
            return Refusals.AnotherIsOpen;
        if (draft.Today.DayNumber - closedOn.DayNumber > LatestDays)
            return Refusals.ReopenTooLate;

        var interrupted = draft.State.TasksOf(care.No)
            .Where(t => t is { Kind: TaskKind.Intervention, State: TaskState.Withdrawn } && t.WithdrawnBecause == Closing.Because).ToList();
        draft.Record(new CaseReopened(care.No, draft.Today, command.Reason));
        foreach (var visit in draft.State.TasksOf(care.No).Where(t => t.IsPending && t.Step == WorkflowDefinition.CheckVisit).ToList())
            draft.Follow(new TaskWithdrawn(visit.No, new Words("个案重新打开", "the case goes on")));
        foreach (var intervention in interrupted)
            Resume(draft, intervention);
        return null;
    }

    /// <summary>An intervention goes on until its old end; where that has passed, somebody is asked at once whether it goes on.</summary>
    private static void Resume(Draft draft, CareTask intervention)
    {
        var occurrence = 1 + draft.State.TasksOf(intervention.Case!.Value).Count(t => t.Step == intervention.Step);
        var again = intervention with
        {
            No = draft.State.NextTask,
            Occurrence = occurrence,
            State = TaskState.Open,
            IssuedAt = draft.Now,
            WithdrawnBecause = null,
            BecameLate = null,
            EndedAt = null,
        };
        draft.Follow(new TaskIssued(again));
        if (again.Due.IsLate(draft.Now))
            Interventions.End(draft, again);
    }
}
