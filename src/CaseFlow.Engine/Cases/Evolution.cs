using System.Collections.Immutable;

namespace CaseFlow.Engine.Cases;

/// <summary>An event with who did it and when: one row of the journal.</summary>
public sealed record Happened(ChildEvent Event, Actor By, DateTimeOffset At);

/// <summary>Folds events into the state of a child. Pure; never refuses what is in the journal.</summary>
public static class Evolution
{
    /// <summary>The state after <paramref name="history"/>.</summary>
    public static ChildState Replay(IEnumerable<Happened> history) =>
        history.Aggregate(ChildState.Empty, (state, happened) => state.After(happened));

    /// <summary>The state after one more event.</summary>
    public static ChildState After(this ChildState s, Happened happened)
    {
        var next = happened.Event switch
        {
            FlagRaised or FlagChanged or FlagLapsed or FlagAnswered => OfFlags(s, happened),
            TaskIssued or TaskSent or TaskFellLate or InterventionEnded or InterventionContinued or LatenessPassed or TaskMoved or TaskAssigned or TaskTried or TaskDone or TaskWithdrawn
                => OfTasks(s, happened),
            EscalationRequested or EscalationJoined or EscalationApproved or EscalationRejected or EscalationReturned
                or EscalationAnswered or EscalationReminded => OfEscalations(s, happened),
            CaseOpened e => Opened(s, e, happened.At),
            CaseReopened e => Reopened(s, e, happened.At),
            _ => OfCase(s, happened),
        };
        return WithQuietDays(next, happened) with { Version = s.Version + 1 };
    }

    private static ChildState OfFlags(ChildState s, Happened h) => h.Event switch
    {
        FlagRaised e => s with { Flags = s.Flags.Add(e.Flag, new Flag(e.Flag, e.Finding, h.At, Case: e.Case)) },
        FlagChanged e => s.WithFlag(e.Flag, f => f with { Finding = e.Finding }),
        FlagLapsed e => s.WithFlag(e.Flag, f => f with { Status = FlagStatus.Lapsed, EndedOn = e.On }),
        FlagAnswered e => s.WithFlag(e.Flag, f => f with
        {
            Status = FlagStatus.Answered,
            EndedOn = e.On,
            Answer = new FlagAnswer(h.By, h.At, e.On, e.Response, e.Reason, e.SeenUpTo),
        }),
        _ => s,
    };

    private static ChildState OfTasks(ChildState s, Happened h) => h.Event switch
    {
        TaskIssued e => s with { Tasks = s.Tasks.Add(e.Task.No, e.Task) },
        TaskSent e => s.WithTask(e.Task, t => t with { State = TaskState.Open }),
        LatenessPassed e => s.WithTask(e.Task, t => t with { EscalatedLate = true }),
        TaskFellLate e => s.WithTask(e.Task, t => t with { BecameLate = h.At }),
        TaskMoved e => s.WithTask(e.Task, t => t with
        {
            Due = e.Due,
            SendAt = e.SendAt,
            MovedByOwner = t.MovedByOwner + (e.ByAssignee ? 1 : 0),
            MovedByPerson = t.MovedByPerson || !h.By.IsSystem,
        }),
        InterventionEnded e => s.WithTask(e.Task, t => t with { EndedAt = h.At }),
        InterventionContinued e => s.WithTask(e.Task, t => t with { Due = e.Due, EndedAt = null, MovedByPerson = true }),
        TaskAssigned e => s.WithTask(e.Task, t => t with { Assignee = e.To, WhyYou = e.WhyYou }),
        TaskTried e => s.WithTask(e.Task, t => t with { Outcome = e.Outcome }),
        TaskDone e => s.WithTask(e.Task, t => t with
        {
            State = TaskState.Done,
            DoneOn = e.On,
            EnteredAt = h.At,
            DoneBy = h.By,
            Outcome = e.Outcome,
        }),
        TaskWithdrawn e => s.WithTask(e.Task, t => t with { State = TaskState.Withdrawn, WithdrawnBecause = e.Because }),
        _ => s,
    };

    private static ChildState OfEscalations(ChildState s, Happened h) => h.Event switch
    {
        EscalationRequested e => WithLateEscalated(s, e.Reason) with
        {
            Escalations = s.Escalations.Add(
                e.Escalation,
                new Escalation(e.Escalation, e.Case, h.By, h.At, [e.Reason], e.ProposedStep, e.Due, e.Emergency, e.Due.At, Steps: e.Steps)),
        },
        EscalationJoined e => WithLateEscalated(s, e.Reason).WithEscalation(
            e.Escalation, x => x with
            {
                Reasons = [.. x.Reasons, e.Reason],
                Steps = e.Steps is null ? x.Steps : [.. (x.Steps ?? []).Union(e.Steps)],
                Due = e.Due,
                // A reason that brings no earlier date does not start the reminders anew.
                RemindAt = e.Due.At < x.Due.At ? e.Due.At : x.RemindAt,
                Emergency = x.Emergency || e.Emergency,
                Status = e.Emergency ? EscalationStatus.Pending : x.Status,
            }),
        EscalationApproved e => s.WithEscalation(e.Escalation, x => Decided(x, EscalationStatus.Approved, h, e.Conditions, e.Right)),
        EscalationRejected e => s.WithEscalation(e.Escalation, x => Decided(x, EscalationStatus.Rejected, h, e.Reason, e.Right)),
        EscalationReturned e => s.WithEscalation(e.Escalation, x => x with
        {
            Status = EscalationStatus.Returned,
            Conversation = [.. x.Conversation ?? [], new EscalationTurn(h.By, h.At, e.Question)],
        }),
        EscalationAnswered e => s.WithEscalation(e.Escalation, x => x with
        {
            Status = EscalationStatus.Pending,
            Due = e.Due,
            RemindAt = e.Due.At,
            Conversation = [.. x.Conversation ?? [], new EscalationTurn(h.By, h.At, e.Answer)],
        }),
        EscalationReminded e => s.WithEscalation(e.Escalation, x => x with { Reminders = e.Reminder, RemindAt = e.NextAt }),
        _ => s,
    };

    private static ChildState OfCase(ChildState s, Happened h) => h.Event switch
    {
        LevelChanged e => s.WithCase(e.Case, c => c with
        {
            Level = e.To,
            Levels = c.Levels.Add(new LevelSince(h.At, e.To)),
        }),
        CaseTaken e => s.WithCase(e.Case, c => c with { TakenAt = h.At }),
        OwnerChanged e => s.WithCase(e.Case, c => c with { Owner = e.To, WhyOwner = new Words(e.Reason, e.Reason) }),
        StageEntered e => s.WithCase(e.Case, c => c with { Stage = e.Stage }),
        MilestoneReached e => s.WithCase(e.Case, c => c with { Reached = c.Reached.SetItem(e.Milestone, h.At) }),
        CaseAssessed e => s.WithCase(e.Case, c => c with { Assessment = e.Findings }),
        PlanMade e => s.WithCase(e.Case, c => c with { Plan = new CarePlan(e.Goals, e.LongTerm, h.By, h.At) }),
        CaseReviewed e => s.WithCase(e.Case, c => c with
        {
            Reviews = c.Reviews.Add(new Review(e.Finding, h.By, h.At, e.On, e.Note, e.Results)),
            Plan = Measured(c.Plan, e.Results),
        }),
        WorkflowChanged e => s.WithCase(e.Case, c => c with { WorkflowVersion = e.To, RestartedAt = h.At }),
        LeavingNoted e => s.WithCase(e.Case, c => c with { LeavingFor = e.To ?? "" }),
        CaseClosed e => s.WithCase(e.Case, c => c with { ClosedAt = h.At, ClosedOn = e.On, CloseReason = e.Reason }),
        _ => s,
    };

    private static ChildState Opened(ChildState s, CaseOpened e, DateTimeOffset at) => s with
    {
        Cases = s.Cases.Add(e.Case, new CareCase(
            e.Case, e.Level, e.Owner, e.WhyOwner, at, e.On, e.SchoolYear, e.WorkflowVersion, "",
            ImmutableSortedDictionary<string, DateTimeOffset>.Empty.WithComparers(StringComparer.Ordinal), [], [new LevelSince(at, e.Level)])),
        Flags = s.Flags.SetItems(s.ActiveFlags.Select(f => KeyValuePair.Create(f.No, f with { Case = e.Case }))),
    };

    /// <summary>What the closing answered is up again; nobody else had an answer for it.</summary>
    private static ChildState Reopened(ChildState s, CaseReopened e, DateTimeOffset at)
    {
        var closedAt = s.Cases[e.Case].ClosedAt;
        var answered = s.Flags.Values.Where(f => f.Case == e.Case && f.Answer is { Response: FlagResponse.Explained } answer && answer.At == closedAt);
        return (s with
        {
            Flags = s.Flags.SetItems(answered.Select(f => KeyValuePair.Create(f.No, f with { Status = FlagStatus.Active, Answer = null, EndedOn = null }))),
        }).WithCase(e.Case, c => c with { ClosedAt = null, ClosedOn = null, CloseReason = null, RestartedAt = at });
    }

    private static CarePlan? Measured(CarePlan? plan, IReadOnlyList<GoalResult>? results) => plan is null || results is null ? plan : plan with
    {
        Goals = [.. plan.Goals.Select((g, i) => results.LastOrDefault(r => r.Goal == i + 1) is { } measured
            ? g with { Result = measured.Value, Met = measured.Met }
            : g)],
    };

    /// <summary>Keeps the day since which no flag of severity 2 or more is active; closure counts from it.</summary>
    private static ChildState WithQuietDays(ChildState s, Happened h)
    {
        if (h.Event is not (FlagRaised or FlagChanged or FlagLapsed or FlagAnswered or CaseOpened or CaseReopened) || s.OpenCase is not { } open)
            return s;
        var severe = s.ActiveFlags.Any(f => f.Severity >= 2);
        DateOnly? since = severe ? null : open.NoSevereFlagSince ?? h.Event switch
        {
            FlagLapsed e => e.On,
            FlagAnswered e => e.On,
            FlagChanged e => e.On,
            _ => open.OpenedOn,
        };
        return since == open.NoSevereFlagSince ? s : s.WithCase(open.No, c => c with { NoSevereFlagSince = since });
    }

    /// <summary>Late tasks that a reason took up are not taken up again.</summary>
    private static ChildState WithLateEscalated(ChildState s, EscalationReason reason) =>
        reason.Tasks is not { } tasks ? s : s with
        {
            Tasks = s.Tasks.SetItems(tasks.Select(no => KeyValuePair.Create(no, s.Tasks[no] with { EscalatedLate = true }))),
        };

    private static Escalation Decided(Escalation x, EscalationStatus status, Happened h, string? words, DecisionRight? right) =>
        x with { Status = status, DecidedBy = h.By, DecidedAt = h.At, Words = words, Right = right };

    private static ChildState WithFlag(this ChildState s, FlagNo no, Func<Flag, Flag> change) =>
        s with { Flags = s.Flags.SetItem(no, change(s.Flags[no])) };

    private static ChildState WithTask(this ChildState s, TaskNo no, Func<CareTask, CareTask> change) =>
        s with { Tasks = s.Tasks.SetItem(no, change(s.Tasks[no])) };

    private static ChildState WithEscalation(this ChildState s, EscalationNo no, Func<Escalation, Escalation> change) =>
        s with { Escalations = s.Escalations.SetItem(no, change(s.Escalations[no])) };

    private static ChildState WithCase(this ChildState s, CaseNo no, Func<CareCase, CareCase> change) =>
        s with { Cases = s.Cases.SetItem(no, change(s.Cases[no])) };
}
