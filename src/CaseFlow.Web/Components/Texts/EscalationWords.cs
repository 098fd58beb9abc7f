using CaseFlow.Engine;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The head teacher's queue.</summary>
public static class EscalationWords
{
    public static readonly Words Title = new("上报", "Escalation");
    public static readonly Words TitleOf = new("{0}的上报", "Escalation about {0}");
    public static readonly Words Waiting = new("等待您决定", "Waiting for you");
    public static readonly Words Besides = new("还有 {0} 项：", "{0} more:");
    public static readonly Words WaitingNone = new("没有等待决定的上报。重点和紧急个案会自动上报到这里。", "No escalation waits. Priority and emergency cases come up here by themselves.");
    public static readonly Words Returned = new("已退回提问，等待回答", "Sent back with a question");
    public static readonly Words Decided = new("已决定", "Decided");
    public static readonly Words DecidedNone = new("还没有作出过决定。", "Nothing has been decided yet.");
    public static readonly Words Reasons = new("上报理由", "Reasons");
    public static readonly Words Evidence = new("依据", "Evidence");
    public static readonly Words Proposed = new("建议", "Proposed step");
    public static readonly Words DecideBy = new("请在 {0} 前决定", "decide by {0}");
    public static readonly Words RatifyBy = new("请在 {0} 前追认；应急处置已经开始", "ratify by {0}; the emergency path is under way already");
    public static readonly Words Overdue = new("已超过时限", "beyond its limit");
    public static readonly Words RequestedBy = new("提出人", "Asked by");
    public static readonly Words RequestedAt = new("提出时间", "Asked at");
    public static readonly Words Emergency = new("紧急", "emergency");
    public static readonly Words Approve = new("批准", "Approve");
    public static readonly Words Ratify = new("追认", "Ratify");
    public static readonly Words Conditions = new("附加条件（可不填）", "Conditions (may be left empty)");
    public static readonly Words Reject = new("不批准", "Reject");
    public static readonly Words SendBack = new("退回提问", "Send back");
    public static readonly Words Question = new("要问的问题", "Question");
    public static readonly Words Opens = new("批准后可办理：", "An approval opens:");
    public static readonly Words Decision = new("决定", "Decision");
    public static readonly Words DecidedBy = new("决定人", "Decided by");
    public static readonly Words Conversation = new("问答", "Questions and answers");
    public static readonly Words ToCase = new("看整个个案", "See the whole case");
    public static readonly Words ConditionsWere = new("条件：{0}", "conditions: {0}");
    public static readonly Words None = new("没有上报。", "No escalations.");
    public static readonly Words NotesTitle = new("随上报提供的保密记录", "Confidential notes that come with the escalation");

    public static Words Status(EscalationStatus status) => status switch
    {
        EscalationStatus.Pending => new("等待决定", "waits for a decision"),
        EscalationStatus.Returned => new("已退回提问", "sent back with a question"),
        EscalationStatus.Approved => new("已批准", "approved"),
        _ => new("未批准", "rejected"),
    };
}
