namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Notes, and the report that the law requires.</summary>
internal static class Noting
{
    public static Refusal? Add(Draft draft, AddNote command)
    {
        if (command.Case is { } no && Refusals.Check(draft.State, no, out _) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Text))
            return Refusals.NeedsText;
        draft.Record(new NoteAdded(command.Case, command.Text, command.Confidential));
        return null;
    }

    public static Refusal? Withdraw(Draft draft, WithdrawSignal command)
    {
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusals.NeedsReason;
        draft.Record(new SignalWithdrawn(command.Kind, command.On, command.Reason));
        return null;
    }

    /// <summary>Safety does not wait: nothing but an empty name of the authority stands before it.</summary>
    public static Refusal? ReportHarm(Draft draft, ReportHarm command)
    {
        if (string.IsNullOrWhiteSpace(command.To))
            return Refusals.NeedsText;
        draft.Record(new HarmReported(draft.State.OpenCase?.No, command.To, draft.Now, command.Note));
        return null;
    }
}
