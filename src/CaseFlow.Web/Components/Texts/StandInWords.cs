using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Standing in for somebody: for a while (delegation), or for good (hand-over).</summary>
public static class StandInWords
{
    public static readonly Words OnBehalfOf = new("（代 {0}）", "(on behalf of {0})");
    public static readonly Words Delegations = new("校长外出时的委托", "While the head teacher is away");
    public static readonly Words DelegationsLead = new("外出期间，由您委托的人代您决定上报；记录会写明代谁决定。期限一过，委托自动结束。", "While you are away, the person whom you name decides escalations on your behalf; the record says so. It ends by itself with its last day.");
    public static readonly Words Delegate = new("委托给", "Delegate to");
    public static readonly Words From = new("从", "From");
    public static readonly Words Until = new("到（含当天）", "Until (inclusive)");
    public static readonly Words Why = new("原因", "Reason");
    public static readonly Words MakeDelegation = new("委托", "Delegate");
    public static readonly Words EndDelegation = new("立即结束", "End now");
    public static readonly Words EndMeans = new("对方立即不能再代为决定；需要时另作授权。", "They decide no more from now on; to go on, a new delegation has to be made.");
    public static readonly Words InForce = new("生效中", "in force");
    public static readonly Words Coming = new("尚未开始", "not begun");
    public static readonly Words Ended = new("已结束", "ended");
    public static readonly Words NoDelegations = new("没有委托。外出前在这里指定代为决定的人。", "No delegations. Before you go away, name here who decides.");
    public static readonly Words ToDelegations = new("外出时委托他人决定", "Delegate while you are away");

    public static readonly Words HandOvers = new("工作移交", "Hand-over");
    public static readonly Words HandOversLead = new("有人调离或长期离岗时，把其负责的个案、任务、结对的孩子和等待决定的上报一次交给指定的人。中断后会从停下的地方继续，每个孩子只移交一次。", "When somebody leaves or is away for long, all that this person is responsible for (cases, tasks, paired children, escalations) passes to a named successor in one step. Where it breaks off it is taken up again; each child is handed over once.");
    public static readonly Words Leaving = new("移交人", "Who hands over");
    public static readonly Words Successor = new("接手人", "Successor");
    public static readonly Words ShowPlan = new("查看将移交什么", "Show what would pass on");
    public static readonly Words PlanTitle = new("{0} 移交给 {1}", "From {0} to {1}");
    public static readonly Words What = new("内容", "What");
    public static readonly Words HowMany = new("数量", "How many");
    public static readonly Words Goes = new("交给", "Goes to");
    public static readonly Words NothingLeft = new("没有需要移交的内容；确认后此人不再接到新的工作。", "There is nothing to pass on; once confirmed, this person gets nothing new.");
    public static readonly Words Confirm = new("确认移交", "Hand over");
    public static readonly Words AfterwardsText = new("确认后，此人不再接到新的个案和任务。账号由管理员另行停用。", "From then on this person gets no new case and no new task. The account is locked separately, by the administrator.");
    public static readonly Words Done = new("已完成", "done");
    public static readonly Words Running = new("进行中", "under way");
    public static readonly Words Progress = new("已处理 {0} 个孩子，移交 {1} 项", "children dealt with: {0}, things passed on: {1}");
    public static readonly Words GoOn = new("继续", "Go on");
    public static readonly Words BackAtWork = new("恢复在岗", "Back at work");
    public static readonly Words NoHandOvers = new("还没有移交过。", "Nothing has been handed over yet.");
    public static readonly Words Earlier = new("移交记录", "Hand-overs so far");
}
