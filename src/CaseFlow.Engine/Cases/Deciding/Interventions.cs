using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>An intervention past its end asks whether it goes on; somebody says so, one way or the other.</summary>
/// <remarks>Source: domain, 'What people who use such systems elsewhere complain of': services never ended.</remarks>
internal static class Interventions
{
    private const int LongestDays = 180;
    private const int AnswerWithinDays = 3;

    /// <summary>The end has passed: the owner of the case is asked.</summary>
    public static void End(Draft draft, CareTask intervention)
    {
        draft.Follow(new InterventionEnded(intervention.No));
        if (intervention.Case is not { } no || !draft.State.Cases[no].IsOpen)
            return;
        var care = draft.State.Cases[no];
        var step = WorkflowDefinition.InterventionEnd + intervention.Step[(intervention.Step.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var due = draft.Circumstances.Time.After(draft.Now, new Calendar.Limit(AnswerWithinDays, Calendar.LimitUnit.Days), care.Level);
        draft.Follow(new TaskIssued(new CareTask(
            draft.State.NextTask, no, step, 1 + draft.State.TasksOf(no).Count(t => t.Step == step), TaskKind.Continuation, care.Owner,
            new Words($"{intervention.Title.Zh}已到期：是否继续", $"{intervention.Title.En} has reached its end: does it go on?"),
            new Words("帮扶措施到期须说明是否继续", "an intervention past its end is continued or finished"),
            new Words("个案负责人", "the owner of the case"), due, draft.Now, draft.Now, State: TaskState.Open, About: intervention.No)));
    }

    public static Refusal? Continue(Draft draft, ContinueIntervention command)
    {
        if (Check(draft, command.Task, out var task) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusals.MoveNeedsReason;
        if (command.Until < draft.Today)
            return Refusals.MoveToPast;
        if (command.Until.DayNumber - draft.Today.DayNumber > LongestDays)
            return Refusals.InterventionTooLong;
        draft.Record(new InterventionContinued(task.No, draft.Circumstances.Time.CloseOf(command.Until), command.Reason));
        SettleQuestion(draft, task.No, draft.Today);
        return null;
    }

    public static Refusal? Finish(Draft draft, FinishIntervention command)
    {
        if (Check(draft, command.Task, out var task) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Result))
            return Refusals.NeedsText;
        if (command.On > draft.Today)
            return Refusals.DoneInFuture;
        draft.Record(new TaskDone(task.No, command.On, new Outcome(command.Result)));
        SettleQuestion(draft, task.No, draft.Today);
        return null;
    }

    /// <summary>The question about an intervention is answered with it.</summary>
    public static void SettleQuestion(Draft draft, TaskNo intervention, DateOnly on)
    {
        foreach (var question in draft.State.PendingTasks.Where(t => t.About == intervention).ToList())
            draft.Record(new TaskDone(question.No, on, new Outcome(null)));
    }

    private static Refusal? Check(Draft draft, TaskNo no, out CareTask intervention)
    {
        intervention = null!;
        if (!draft.State.Tasks.TryGetValue(no, out var found))
            return Refusals.NoSuchTask;
        intervention = found.About is { } about ? draft.State.Tasks[about] : found;
        if (intervention.Kind != TaskKind.Intervention)
            return Refusals.NotAnIntervention;
        return intervention.IsPending ? null : Refusals.TaskNotPending;
    }
}
