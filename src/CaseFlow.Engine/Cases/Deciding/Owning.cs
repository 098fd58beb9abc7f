namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Taking a case, and handing it to somebody else.</summary>
internal static class Owning
{
    public static Refusal? Take(Draft draft, TakeCase command)
    {
        if (Refusals.Check(draft.State, command.Case, out var care) is { } refusal)
            return refusal;
        if (care.TakenAt is not null)
            return Refusals.CaseTaken;
        if (Following.Asker(draft) is not { } taker)
            return Refusals.NotAllowed;
        if (care.Owner != taker)
            ChangeOwner(draft, care, taker, "受理");
        draft.Record(new CaseTaken(care.No));
        Following.FinishStep(draft, care.No, Workflow.TaskKind.Triage, null);
        return null;
    }

    public static Refusal? Give(Draft draft, GiveCase command)
    {
        if (Refusals.Check(draft.State, command.Case, out var care) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusals.NeedsReason;
        if (care.Owner != command.To)
            ChangeOwner(draft, care, command.To, command.Reason);
        return null;
    }

    private static void ChangeOwner(Draft draft, CareCase care, Children.StaffId to, string reason)
    {
        draft.Record(new OwnerChanged(care.No, care.Owner, to, reason));
        var why = new Words("个案负责人", "the owner of the case");
        foreach (var task in draft.State.TasksOf(care.No).Where(t => t.IsPending && t.Assignee == care.Owner).ToList())
            draft.Follow(new TaskAssigned(task.No, to, why));
    }
}
