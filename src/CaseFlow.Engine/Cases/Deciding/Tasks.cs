using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Doing, moving and passing on tasks.</summary>
internal static class Tasks
{
    private const int OldestPaperDays = 60;
    private const int FurthestMoveDays = 30;

    public static Refusal? Complete(Draft draft, CompleteTask command)
    {
        if (Check(draft, command.Task, out var task) is { } refusal)
            return refusal;
        if (task.Kind is TaskKind.Triage or TaskKind.Assessment or TaskKind.Plan or TaskKind.Review)
            return Refusals.HasOwnForm;
        if (task.Kind == TaskKind.Continuation)
            return Refusals.InterventionAsks;
        if (command.On > draft.Today)
            return Refusals.DoneInFuture;
        if (command.On.DayNumber < draft.Circumstances.Time.DayOf(task.IssuedAt).DayNumber - OldestPaperDays)
            return Refusals.DoneTooEarly;
        if (!command.Outcome.Reached)
        {
            draft.Record(new TaskTried(task.No, command.On, command.Outcome));
            return null;
        }

        draft.Record(new TaskDone(task.No, command.On, command.Outcome));
        Interventions.SettleQuestion(draft, task.No, command.On);
        AnswerWatchedFlags(draft, task, command.On);
        if (task.Case is not { } no || !draft.State.Cases[no].IsOpen)
            return null;
        Following.Reach(draft, task);
        return task.Step == WorkflowDefinition.TransferConfirmed ? Closing.HandOver(draft, no) : null;
    }

    public static Refusal? Move(Draft draft, MoveTask command)
    {
        if (Check(draft, command.Task, out var task) is { } refusal)
            return refusal;
        if (task.EndedAt is not null)
            return Refusals.InterventionAsks;
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusals.MoveNeedsReason;
        if (command.To < draft.Today)
            return Refusals.MoveToPast;
        var later = command.To > task.Due.On;
        var level = task.Case is { } no ? draft.State.Cases[no].Level : 1;
        if (later && (level >= 4 || command.To.DayNumber - draft.Today.DayNumber > FurthestMoveDays))
            return Refusals.MoveTooFar;
        var byAssignee = Following.Asker(draft) == task.Assignee && !OwnsTheCase(draft, task);
        if (byAssignee && task.MovedByOwner > 0)
            return Refusals.MovedAlready;
        var due = draft.Circumstances.Time.CloseOf(command.To);
        var send = task.State == TaskState.Open
            ? task.SendAt
            : Following.SendAt(draft, due, draft.WorkflowOf(task).TaskOf(task.Step)?.SendBefore);
        draft.Record(new TaskMoved(task.No, due, send, new Words(command.Reason, command.Reason), byAssignee));
        return null;
    }

    public static Refusal? Assign(Draft draft, AssignTask command)
    {
        if (Check(draft, command.Task, out var task) is { } refusal)
            return refusal;
        if (task.Assignee != command.To)
            draft.Record(new TaskAssigned(task.No, command.To, new Words("由个案负责人指派", "assigned by the owner of the case")));
        return null;
    }

    private static Refusal? Check(Draft draft, TaskNo no, out CareTask task)
    {
        task = null!;
        if (!draft.State.Tasks.TryGetValue(no, out var found))
            return Refusals.NoSuchTask;
        task = found;
        return found.IsPending ? null : Refusals.TaskNotPending;
    }

    private static bool OwnsTheCase(Draft draft, CareTask task) =>
        task.Case is { } no && draft.State.Cases[no].Owner == Following.Asker(draft);

    /// <summary>
    /// At level 1 the class teacher's talk, call or visit is the answer to the flags that asked for it, and to those of their
    /// kinds that came while it waited. What came after it was done asks for another.
    /// </summary>
    private static void AnswerWatchedFlags(Draft draft, CareTask task, DateOnly on)
    {
        if (draft.Policy.Workflow.Watch.FirstOrDefault(w => w.Id == task.Step) is not { } watch)
            return;
        var response = task.Kind switch
        {
            TaskKind.HomeVisit => FlagResponse.Visited,
            TaskKind.Call => FlagResponse.Called,
            _ => FlagResponse.Talked,
        };
        var watched = draft.State.ActiveFlags.Where(f => f is { Case: null, Severity: 1 } && watch.Kinds.Contains(f.Kind)).ToList();
        var answered = watched.Where(f => task.Flags?.Contains(f.No) == true || draft.Circumstances.Time.DayOf(f.RaisedAt) <= on).ToList();
        foreach (var flag in answered)
            draft.Record(new FlagAnswered(flag.No, response, null, on, draft.Circumstances.SeenUpTo));
        if (watched.Except(answered).ToList() is { Count: > 0 } later)
            Following.IssueWatch(draft, watch, later);
    }
}
