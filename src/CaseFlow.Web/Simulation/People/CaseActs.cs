using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Web.Simulation.People;

/// <summary>What an owner does for a case beside its tasks, and how escalations go. Pure but for the draws.</summary>
internal static class CaseActs
{
    private const string Contacted = "contacted";

    public static IEnumerable<ChildCommand> Of(CaseErrand errand, Situation now, Chance chance)
    {
        var (care, settings) = (errand.Case, now.Settings);
        if (care.TakenAt is null)
            yield break;
        foreach (var flag in now.State.ActiveFlags.Where(_ => care.Reached.ContainsKey(Contacted)).Where(_ => chance.Happens(settings.FlagAnswered)))
            yield return Answer(flag, settings, chance);
        var steps = now.Policy.WorkflowOf(care).GuardedSteps.Where(g => g.Id != WorkflowDefinition.LongTermPlan).Select(g => g.Id).ToList();
        var waits = now.State.OpenEscalationOf(care.No) is not null;
        if (!waits && chance.Happens(settings.AskedByOwner))
            yield return new RequestEscalation(care.No, "家庭情况复杂，需学校协调", "请校长牵头", chance.Happens(0.6) ? chance.Pick(steps) : null);
        if (chance.Happens(settings.GuardedStep) && care.Plan is not null)
            yield return new TakeGuardedStep(care.No, chance.Pick(steps), "转介说明");
        if (chance.Happens(0.05))
            yield return new AddNote(care.No, "日常记录", chance.Happens(0.5));
        if (Positions.IsClosable(care, now.Policy.WorkflowOf(care).Closure, now.Today) && chance.Happens(settings.ClosedWhenReady))
            yield return new CloseCase(care.No, null);
        else if (care.Plan is not null && chance.Happens(settings.ClosedEarly))
            yield return new CloseCase(care.No, chance.Happens(10 * settings.Slip) ? null : "父母返乡，情况稳定");
        else if (now.Counselors.Where(c => c != care.Owner).ToList() is { Count: > 0 } others && chance.Happens(settings.HandedOver))
            yield return new GiveCase(care.No, others[0], "工作调整");
    }

    public static ChildCommand Of(EscalationErrand errand, Situation now, Chance chance)
    {
        var (waiting, settings) = (errand.Escalation, now.Settings);
        if (waiting.Status == EscalationStatus.Returned)
            return new AnswerEscalation(waiting.No, "已补充情况说明");
        var asked = waiting.Conversation is { Count: > 0 };
        if (!asked && chance.Happens(waiting.Emergency ? settings.EscalationReturned / 5 : settings.EscalationReturned))
            return new ReturnEscalation(waiting.No, "监护人的态度如何？");
        if (chance.Happens(waiting.Emergency ? settings.EscalationRejected / 5 : settings.EscalationRejected))
            return new RejectEscalation(waiting.No, chance.Happens(settings.Slip) ? "" : "先由班级继续跟进");
        return new ApproveEscalation(waiting.No, chance.Happens(0.3) ? "每周汇报一次" : null);
    }

    private static AnswerFlag Answer(Flag flag, SimulationSettings settings, Chance chance)
    {
        var response = chance.Weighted(
            (FlagResponse.Talked, 5.0), (FlagResponse.Visited, 2), (FlagResponse.Called, 2), (FlagResponse.Referred, 0.3),
            (FlagResponse.Explained, 1), (FlagResponse.FalseAlarm, flag.Severity >= 4 ? 0.1 : 0.5));
        var needsReason = response is FlagResponse.Explained or FlagResponse.FalseAlarm;
        return new AnswerFlag(flag.No, response, needsReason && !chance.Happens(10 * settings.Slip) ? "已核实" : null);
    }
}
