using CaseFlow.Engine.Cases;
using CaseFlow.Web.Components;

namespace CaseFlow.Web.Pages.Escalations;

/// <summary>What the head teacher's forms ask for.</summary>
public static class Decisions
{
    public const string Approve = "approve";
    public const string Reject = "reject";
    public const string SendBack = "send-back";

    /// <summary>The command that was sent; null where there is no such form.</summary>
    public static ChildCommand? Read(EscalationNo no, Typed typed) => typed.Action switch
    {
        Approve => new ApproveEscalation(no, typed.Maybe("conditions")),
        Reject => new RejectEscalation(no, typed["reason"]),
        SendBack => new ReturnEscalation(no, typed["question"]),
        _ => null,
    };
}
