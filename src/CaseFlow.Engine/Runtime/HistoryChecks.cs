using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;

namespace CaseFlow.Engine.Runtime;

/// <summary>Checks one event against the state before it: what no decision may do, looked at once more from the record.</summary>
internal static class HistoryChecks
{
    public static void Check(
        VerificationFindings findings, ChildState before, Happened happened, CarePolicy policy, SchoolTime time, Func<string> place)
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
                Decided(findings, before.Escalations[e.Escalation], happened.By, place);
                break;
            case EscalationRejected e:
                Decided(findings, before.Escalations[e.Escalation], happened.By, place);
                break;
            case GuardedStepTaken e:
                findings.Check(
                    Invariants.GuardedStep,
                    before.Escalations.TryGetValue(e.Approval, out var approval) && approval.Status == EscalationStatus.Approved && approval.Case == e.Case,
                    () => $"{place()}: the step '{e.Step}' follows no approval");
                break;
            case CaseClosed e:
                findings.Check(
                    Invariants.Closure,
                    !string.IsNullOrWhiteSpace(e.Reason) || Positions.IsClosable(before.Cases[e.Case], policy.WorkflowOf(before.Cases[e.Case]).Closure, time.DayOf(happened.At)),
                    () => $"{place()}: closed without meeting the conditions and without a reason");
                break;
        }
    }

    private static void Decided(VerificationFindings findings, Escalation escalation, Actor by, Func<string> place) => findings.Check(
        Invariants.OtherDecides,
        escalation.Status == EscalationStatus.Pending && !by.IsSystem && escalation.RequestedBy != by,
        () => $"{place()}: decided by whoever asked, or twice, or by nobody");
}
