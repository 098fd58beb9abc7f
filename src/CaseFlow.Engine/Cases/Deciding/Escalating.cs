using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Cases.Deciding;

/// <summary>Questions to the head teacher: asked by rules or by people, decided by whoever is entitled.</summary>
internal static class Escalating
{
    /// <summary>Asks where an escalation rule holds of the decision just made. One is pending at most; an emergency goes up alone.</summary>
    public static void AskWhereRulesSaySo(Draft draft, CaseNo no)
    {
        var questions = draft.Policy.Escalations.All.Select(rule => new EscalationQuestion(rule, FactsFor(draft, no, rule)));
        var holding = draft.Policy.RuleEngine.Holding([.. questions]).ToList();
        if (holding.Exists(x => x.Rule.Emergency))
            holding.RemoveAll(x => !x.Rule.Emergency);
        foreach (var (rule, facts) in holding)
        {
            if (draft.Happened.Any(h => ReasonOf(h.Event) is { } said && said.Rule == rule.Id))
                continue;
            var late = LateTasks(draft, no, rule).Select(t => t.No).ToList();
            var reason = new EscalationReason(rule.Id, rule.Because.Of(facts), draft.Now, late.Count > 0 ? late : null);
            Ask(draft, no, reason, rule.Propose, rule.Emergency, rule.Opens, draft.Follow);
        }
    }

    public static Refusal? Request(Draft draft, RequestEscalation command)
    {
        if (Refusals.Check(draft.State, command.Case, out _) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusals.NeedsReason;
        if (command.Step is { } step && draft.WorkflowOf(command.Case).GuardedSteps.All(g => g.Id != step))
            return Refusals.NoSuchStep;
        if (draft.State.OpenEscalationOf(command.Case) is not null)
            return Refusals.OneIsPending;
        var reason = new EscalationReason("request", new Words(command.Reason, command.Reason), draft.Now);
        Ask(draft, command.Case, reason, new Words(command.ProposedStep, command.ProposedStep), false, command.Step is null ? [] : [command.Step], draft.Record);
        return null;
    }

    public static Refusal? Approve(Draft draft, ApproveEscalation command)
    {
        if (Pending(draft, command.Escalation) is { } refusal)
            return refusal;
        draft.Record(new EscalationApproved(command.Escalation, command.Conditions, RightIn(draft, command.Escalation)));
        return null;
    }

    public static Refusal? Reject(Draft draft, RejectEscalation command)
    {
        if (Pending(draft, command.Escalation) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Reason))
            return Refusals.NeedsReason;
        draft.Record(new EscalationRejected(command.Escalation, command.Reason, RightIn(draft, command.Escalation)));
        return null;
    }

    public static Refusal? Return(Draft draft, ReturnEscalation command)
    {
        if (Pending(draft, command.Escalation) is { } refusal)
            return refusal;
        if (string.IsNullOrWhiteSpace(command.Question))
            return Refusals.NeedsQuestion;
        draft.Record(new EscalationReturned(command.Escalation, command.Question, RightIn(draft, command.Escalation)));
        return null;
    }

    public static Refusal? Answer(Draft draft, AnswerEscalation command)
    {
        if (!draft.State.Escalations.TryGetValue(command.Escalation, out var escalation))
            return Refusals.NoneSuchEscalation;
        if (escalation.Status != EscalationStatus.Returned)
            return Refusals.NotReturned;
        if (string.IsNullOrWhiteSpace(command.Answer))
            return Refusals.NeedsAnswer;
        draft.Record(new EscalationAnswered(command.Escalation, command.Answer, DueOf(draft, escalation.Case, escalation.Emergency)));
        return null;
    }

    /// <summary>The approval that opens a guarded step: the last decision that was about this very step, if it was one.</summary>
    public static Escalation? LiveApproval(ChildState state, CaseNo no, string step)
    {
        // One waits at most, so their numbers are in the order of their decisions; clocks of several nodes need not be.
        var last = state.Escalations.Values.LastOrDefault(e => e.Case == no && e.DecidedAt is not null && e.Steps?.Contains(step) == true);
        return last is { Status: EscalationStatus.Approved } ? last : null;
    }

    private static DecisionRight? RightIn(Draft draft, EscalationNo no) =>
        draft.Circumstances.Actor.Staff is { } staff ? draft.Circumstances.Staffing.RightOf(staff, draft.State.Escalations[no].RequestedBy) : null;

    private static void Ask(
        Draft draft, CaseNo no, EscalationReason reason, Words propose, bool emergency, IReadOnlyList<string> steps, Action<ChildEvent> add)
    {
        var due = DueOf(draft, no, emergency);
        add(draft.State.OpenEscalationOf(no) is { } pending
            ? new EscalationJoined(pending.No, reason, Due.Earlier(pending.Due, due), emergency, steps)
            : new EscalationRequested(draft.State.NextEscalation, no, reason, propose, due, emergency, steps));
    }

    private static Due DueOf(Draft draft, CaseNo no, bool emergency)
    {
        var level = emergency ? 4 : draft.State.Cases[no].Level;
        return draft.Circumstances.Time.After(draft.Now, draft.WorkflowOf(no).DecideEscalation[level], level);
    }

    private static Refusal? Pending(Draft draft, EscalationNo no)
    {
        if (!draft.State.Escalations.TryGetValue(no, out var escalation))
            return Refusals.NoneSuchEscalation;
        return ApproverIsEntitled.Check(draft.Circumstances.Staffing, escalation, draft.Circumstances.Actor)
            ?? (escalation.Status is EscalationStatus.Approved or EscalationStatus.Rejected ? Refusals.Decided : null)
            ?? (escalation.Status == EscalationStatus.Returned ? Refusals.NoneSuchEscalation : null)
            ?? ApproverIsNotRequester.Check(escalation, draft.Circumstances.Actor);
    }

    private static EscalationReason? ReasonOf(ChildEvent e) => e switch
    {
        EscalationRequested r => r.Reason,
        EscalationJoined j => j.Reason,
        _ => null,
    };

    private static IEnumerable<CareTask> LateTasks(Draft draft, CaseNo no, EscalationRule rule) =>
        draft.State.TasksOf(no).Where(t => t.IsPending && !t.EscalatedLate && rule.LateSteps.Contains(t.Step)
            && draft.Today.DayNumber - t.Due.On.DayNumber > rule.LateDays);

    private static EscalationFacts FactsFor(Draft draft, CaseNo no, EscalationRule rule)
    {
        var now = draft.State.Cases[no];
        var before = draft.Before.Cases.GetValueOrDefault(no);
        return new EscalationFacts(new CaseChange(
            Opened: before is null,
            Rose: before is not null && now.Level > before.Level,
            Reviewed: draft.Happened.Any(h => h.Event is CaseReviewed),
            Level: now.Level,
            LevelBefore: before?.Level ?? 0,
            PlanUnderWay: before?.Plan is not null,
            LateDays: LateTasks(draft, no, rule).Select(t => draft.Today.DayNumber - t.Due.On.DayNumber).DefaultIfEmpty(0).Max(),
            ReviewsWithoutImprovement: now.ReviewsInARow(f => f != ReviewFinding.Improved),
            CasesThisSchoolYear: draft.State.Cases.Values.Count(c => c.SchoolYear == now.SchoolYear)));
    }
}
