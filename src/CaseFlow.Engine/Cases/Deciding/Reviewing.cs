using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Reviews, and typed answers to flags.</summary>
internal static class Reviewing
{
    public static Refusal? Review(Draft draft, ReviewCase command)
    {
        if (Refusals.Check(draft.State, command.Case, out var care) is { } refusal)
            return refusal;
        if (care.TakenAt is null)
            return Refusals.NotTaken;
        var level = command.Level ?? care.Level;
        if (level is < 2 or > 4 || level > care.Level)
            return Refusals.LevelOutOfRange;
        if (level < LowestLevel(draft))
            return Refusals.LevelTooLow;

        if (command.Results?.Any(r => r.Goal < 1 || r.Goal > (care.Plan?.Goals.Count ?? 0)) == true)
            return Refusals.NoSuchGoal;
        if (command.Results?.Any(r => string.IsNullOrWhiteSpace(r.Value)) == true)
            return Refusals.NeedsText;

        draft.Record(new CaseReviewed(care.No, command.Finding, draft.Today, command.Note, command.Results is { Count: > 0 } ? command.Results : null));
        if (level < care.Level)
            draft.Record(new LevelChanged(care.No, care.Level, level, new Words("阶段评估降级", "lowered at a review")));
        Following.FinishStep(draft, care.No, TaskKind.Review, command.Note);
        return null;
    }

    public static Refusal? Answer(Draft draft, AnswerFlag command)
    {
        if (!draft.State.Flags.TryGetValue(command.Flag, out var flag))
            return Refusals.NoSuchFlag;
        if (!flag.IsActive)
            return Refusals.FlagNotActive;
        if (command.Response is FlagResponse.Explained or FlagResponse.FalseAlarm && string.IsNullOrWhiteSpace(command.Reason))
            return Refusals.FlagNeedsReason;
        if (command.Response == FlagResponse.Referred && draft.State.OpenCase is { } open && Planning.Guarded(draft, open, WorkflowDefinition.Refer) is { } guarded)
            return guarded;
        draft.Record(new FlagAnswered(flag.No, command.Response, command.Reason, draft.Today, draft.Circumstances.SeenUpTo));
        return null;
    }

    /// <summary>The lowest level that a review may give: that of the flags that are active, and 2 while a case is open.</summary>
    private static int LowestLevel(Draft draft) =>
        Math.Max(2, draft.Policy.RuleEngine.LevelOf([.. draft.State.ActiveFlags.Select(f => (f.Kind, f.Severity))]).Level);
}
