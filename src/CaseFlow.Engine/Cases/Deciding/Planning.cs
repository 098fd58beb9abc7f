using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Assessment, plan, interventions, and the steps that wait for the head teacher.</summary>
internal static class Planning
{
    public static Refusal? Assess(Draft draft, AssessCase command)
    {
        if (Refusals.Check(draft.State, command.Case, out var care) is { } refusal)
            return refusal;
        if (care.TakenAt is null)
            return Refusals.NotTaken;
        if (string.IsNullOrWhiteSpace(command.Findings))
            return Refusals.NeedsText;
        draft.Record(new CaseAssessed(care.No, command.Findings));
        Following.FinishStep(draft, care.No, TaskKind.Assessment, null);
        return null;
    }

    public static Refusal? Make(Draft draft, MakePlan command)
    {
        if (Refusals.Check(draft.State, command.Case, out var care) is { } refusal)
            return refusal;
        if (care.TakenAt is null)
            return Refusals.NotTaken;
        if (care.Assessment is null)
            return Refusals.NotAssessed;
        if (!command.Goals.Any(g => !string.IsNullOrWhiteSpace(g.Text)))
            return Refusals.PlanNeedsGoal;
        var approval = command.LongTerm ? Escalating.LiveApproval(draft.State, care.No, WorkflowDefinition.LongTermPlan) : null;
        if (command.LongTerm && Guarded(draft, care, WorkflowDefinition.LongTermPlan) is { } guarded)
            return guarded;
        var catalogue = draft.WorkflowOf(care.No).Interventions;
        if (command.Interventions.Any(i => catalogue.All(c => c.Id != i.Id)))
            return Refusals.NoSuchIntervention;

        draft.Record(new PlanMade(care.No, command.Goals, command.LongTerm, approval?.No));
        Following.FinishStep(draft, care.No, TaskKind.Plan, null);
        foreach (var wanted in command.Interventions)
            Begin(draft, care.No, wanted, catalogue.First(c => c.Id == wanted.Id));
        return null;
    }

    public static Refusal? TakeGuardedStep(Draft draft, TakeGuardedStep command)
    {
        if (Refusals.Check(draft.State, command.Case, out var care) is { } refusal)
            return refusal;
        if (draft.WorkflowOf(care.No).GuardedSteps.All(g => g.Id != command.Step))
            return Refusals.NoSuchStep;
        if (command.Step == WorkflowDefinition.LongTermPlan)
            return Refusals.PlanIsItsForm;
        if (Guarded(draft, care, command.Step) is { } guarded)
            return guarded;
        draft.Record(new GuardedStepTaken(care.No, command.Step, Escalating.LiveApproval(draft.State, care.No, command.Step)?.No, command.Note));
        return null;
    }

    /// <summary>Why a step that waits for the head teacher cannot be taken; null where it can, or does not wait at this level.</summary>
    /// <remarks>Whoever approved it leaves it to somebody else: two people stand behind a guarded step.</remarks>
    public static Refusal? Guarded(Draft draft, CareCase care, string step)
    {
        var guard = draft.WorkflowOf(care.No).GuardedSteps.FirstOrDefault(g => g.Id == step);
        if (guard is null || care.Level < guard.FromLevel)
            return null;
        if (Escalating.LiveApproval(draft.State, care.No, step) is not { } approval)
            return Refusals.NeedsApproval;
        return approval.DecidedBy == draft.Circumstances.Actor ? Refusals.OwnApproval : null;
    }

    private static void Begin(Draft draft, CaseNo no, PlannedIntervention wanted, InterventionDefinition definition)
    {
        var step = WorkflowDefinition.Intervention + definition.Id;
        var time = draft.Circumstances.Time;
        var due = wanted.Until is { } until && until >= draft.Today
            ? time.CloseOf(until)
            : time.After(draft.Now, definition.Lasts, draft.State.Cases[no].Level);
        var occurrence = 1 + draft.State.TasksOf(no).Count(t => t.Step == step);
        draft.Record(new TaskIssued(new CareTask(
            draft.State.NextTask, no, step, occurrence, TaskKind.Intervention, wanted.Assignee, definition.Title,
            new Words("帮扶方案", "the care plan"), new Words("方案中指定", "named in the plan"), due, draft.Now, draft.Now,
            State: TaskState.Open)));
    }
}
