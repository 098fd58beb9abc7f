using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Runtime;

/// <summary>Checks one event against the state before it: what no decision may do, looked at once more from the record.</summary>
internal sealed class HistoryChecks(VerificationFindings findings, CarePolicy policy, SchoolTime time, HashSet<StaffId> staff, IReadOnlyList<Delegation> delegations)
{
    /// <summary>By so much the clocks of two nodes may differ: what one of them ended may have held on the other for so long.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(20);

    public void Check(ChildState before, Happened happened, Func<string> place)
    {
        switch (happened.Event)
        {
            case TaskSent e:
                findings.Check(Invariants.NotEarly, happened.At >= before.Tasks[e.Task].SendAt, () => $"{place()}: sent before its time");
                break;
            case TaskFellLate e:
                findings.Check(Invariants.NotEarly, happened.At >= before.Tasks[e.Task].Due.At, () => $"{place()}: late before its time");
                break;
            case EscalationReminded e:
                findings.Check(Invariants.NotEarly, happened.At >= before.Escalations[e.Escalation].RemindAt, () => $"{place()}: reminded before its time");
                break;
            case EscalationApproved e:
                Decided(before.Escalations[e.Escalation], happened, e.Right, place);
                break;
            case EscalationRejected e:
                Decided(before.Escalations[e.Escalation], happened, e.Right, place);
                break;
            case GuardedStepTaken e:
                Guarded(before, e.Case, e.Step, e.Approval, happened.By, place);
                break;
            case PlanMade { LongTerm: true } e:
                Guarded(before, e.Case, WorkflowDefinition.LongTermPlan, e.Approval, happened.By, place);
                break;
            case InterventionEnded e:
                findings.Check(Invariants.NotEarly, happened.At >= before.Tasks[e.Task].Due.At, () => $"{place()}: asked about before its end");
                break;
            case LatenessPassed e:
                findings.Check(Invariants.NotEarly, happened.At >= before.Tasks[e.Task].Due.At, () => $"{place()}: passed as late before its date");
                break;
            case CaseClosed e:
                findings.Check(
                    Invariants.Closure,
                    !string.IsNullOrWhiteSpace(e.Reason) || Positions.IsClosable(before.Cases[e.Case], policy.WorkflowOf(before.Cases[e.Case]).Closure, time.DayOf(happened.At)),
                    () => $"{place()}: closed without meeting the conditions and without a reason");
                break;
        }
    }

    private void Decided(Escalation escalation, Happened happened, DecisionRight? right, Func<string> place)
    {
        var by = happened.By;
        findings.Check(
            Invariants.OtherDecides,
            escalation.Status == EscalationStatus.Pending && !by.IsSystem && escalation.RequestedBy != by,
            () => $"{place()}: decided by whoever asked, or twice, or by nobody");
        // Journals from before rights were recorded say no more than who decided.
        findings.Check(
            Invariants.DeciderEntitled,
            by.Staff is { } person && staff.Contains(person) && (right is not { As: DecisionRight.Delegate }
                || delegations.Any(d => d.DelegateId == person && d.HeadTeacherId == right.OnBehalfOf && d.From <= happened.At && happened.At < d.Until + Skew)),
            () => $"{place()}: decided by somebody who was not entitled at that moment");
    }

    /// <summary>A live approval of this very step, by somebody else; journals from before steps were named had any approval of the case.</summary>
    private void Guarded(ChildState before, CaseNo no, string step, EscalationNo? named, Actor by, Func<string> place)
    {
        var care = before.Cases[no];
        var guard = policy.WorkflowOf(care).GuardedSteps.FirstOrDefault(g => g.Id == step);
        var unnamed = before.Escalations.Values.Any(e => e.Case == no && e.Status == EscalationStatus.Approved && e.Steps is null);
        var live = Escalating.LiveApproval(before, no, step);
        findings.Check(
            Invariants.GuardedStep,
            guard is null || care.Level < guard.FromLevel || unnamed || (live is not null && live.No == named && live.DecidedBy != by),
            () => $"{place()}: the step '{step}' follows no live approval of it by somebody else");
    }
}
