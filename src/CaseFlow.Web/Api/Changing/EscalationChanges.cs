using CaseFlow.Engine.Cases;

namespace CaseFlow.Web.Api.Changing;

/// <summary>The decisions on escalations, and the answer to a question that came back.</summary>
internal static class EscalationChanges
{
    private const string Escalations = "escalations";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapCommand<ApproveBody>(Escalations, "approve", "approveEscalation", "Approve, with conditions if there are any",
            (b, no) => new ApproveEscalation(new(no), b.Conditions));
        api.MapCommand<RejectBody>(Escalations, "reject", "rejectEscalation", "Reject, with a reason",
            (b, no) => new RejectEscalation(new(no), b.Reason!));
        api.MapCommand<ReturnBody>(Escalations, "return", "returnEscalation", "Send back with a question",
            (b, no) => new ReturnEscalation(new(no), b.Question!));
        api.MapCommand<AnswerEscalationBody>(Escalations, "answer", "answerEscalation", "Answer the question; it then waits again",
            (b, no) => new AnswerEscalation(new(no), b.Answer!));
    }
}
