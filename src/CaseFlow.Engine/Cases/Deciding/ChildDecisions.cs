namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Decides what follows from a command. Pure: looks at its arguments and at nothing else.</summary>
public static class ChildDecisions
{
    /// <summary>What happens, with all that follows by the workflow and the escalation rules; or why nothing does.</summary>
    public static Decision Decide(ChildState state, ChildCommand command, Circumstances circumstances)
    {
        var draft = new Draft(state, circumstances);
        if (Handle(draft, command) is { } refusal)
            return new Decision(state, [], refusal);
        Following.Settle(draft);
        return new Decision(draft.State, draft.Happened, null);
    }

    private static Refusal? Handle(Draft draft, ChildCommand command) => command switch
    {
        ApplyScreening c => Screening.Apply(draft, c),
        HandleDue => DueWork.Handle(draft),
        TakeCase c => Owning.Take(draft, c),
        GiveCase c => Owning.Give(draft, c),
        CompleteTask c => Tasks.Complete(draft, c),
        MoveTask c => Tasks.Move(draft, c),
        AssignTask c => Tasks.Assign(draft, c),
        AssessCase c => Planning.Assess(draft, c),
        MakePlan c => Planning.Make(draft, c),
        TakeGuardedStep c => Planning.TakeGuardedStep(draft, c),
        ReviewCase c => Reviewing.Review(draft, c),
        AnswerFlag c => Reviewing.Answer(draft, c),
        RequestEscalation c => Escalating.Request(draft, c),
        ApproveEscalation c => Escalating.Approve(draft, c),
        RejectEscalation c => Escalating.Reject(draft, c),
        ReturnEscalation c => Escalating.Return(draft, c),
        AnswerEscalation c => Escalating.Answer(draft, c),
        ReportHarm c => Noting.ReportHarm(draft, c),
        AddNote c => Noting.Add(draft, c),
        CloseCase c => Closing.Close(draft, c),
        MoveToWorkflow c => Moving.Move(draft, c),
        ContinueIntervention c => Interventions.Continue(draft, c),
        FinishIntervention c => Interventions.Finish(draft, c),
        ReopenCase c => Reopening.Reopen(draft, c),
        WithdrawSignal c => Noting.Withdraw(draft, c),
        PassOn c => PassingOn.Pass(draft, c),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "a command without a decision"),
    };
}
