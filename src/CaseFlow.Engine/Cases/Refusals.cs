using CaseFlow.Engine.Children;

namespace CaseFlow.Engine.Cases;

/// <summary>Every refusal of the engine: what is so, and what to do instead.</summary>
public static class Refusals
{
    public static readonly Refusal NoSuchCase = Of("case.unknown", "没有这个个案。请从个案列表中打开。", "There is no such case. Open it from the list of cases.");
    public static readonly Refusal CaseClosed = Of("case.closed", "个案已结案，不能再办理。新的情况会另立新案。", "The case is closed. What is new opens another case.");
    public static readonly Refusal CaseTaken = Of("case.taken", "个案已被受理。如需换人，请使用“移交个案”。", "The case has been taken already. To change who owns it, hand it over.");
    public static readonly Refusal NotTaken = Of("case.not-taken", "个案尚未受理，请先受理。", "Nobody has taken the case yet. Take it first.");
    public static readonly Refusal NotAssessed = Of("case.not-assessed", "尚未评估，请先完成评估再制定方案。", "The case is not assessed yet. Assess it, then plan.");
    public static readonly Refusal NoOwner = Of("case.no-owner", "学校没有可负责个案的人员。请先录入心理教师、校长或管理员。", "The school has nobody who could own a case. Enter a counselor, a head teacher or an administrator first.");
    public static readonly Refusal PendingDecision = Of("case.decision-pending", "还有一项上报等待校长决定。请先取得决定，再结案。", "An escalation still waits for a decision. Get it decided, then close.");
    public static readonly Refusal EmergencyOpen = Of("case.emergency-open", "应急步骤尚未完成。请先完成应急任务，再结案。", "Steps of the emergency path are not done. Do them, then close.");
    public static readonly Refusal CloseNeedsReason = Of("case.close-needs-reason", "尚未达到结案条件（连续两次好转且 30 天内没有 2 级以上标记）。提前结案须写明理由。", "The conditions of closure are not met (two reviews improved in a row, no flag of severity 2 or more for 30 days). Closing earlier needs a reason.");
    public static readonly Refusal LevelTooLow = Of("review.level-too-low", "等级不能低于当日标记所给的等级。", "The level cannot be lower than the flags of the day give.");
    public static readonly Refusal LevelOutOfRange = Of("review.level-range", "个案等级只能是 2、3 或 4；上升由标记自动决定。", "A case has level 2, 3 or 4, and a review can only keep or lower it.");
    public static readonly Refusal NoSuchTask = Of("task.unknown", "没有这项任务。", "There is no such task.");
    public static readonly Refusal TaskNotPending = Of("task.not-pending", "任务已完成或已撤销。", "The task has been done or withdrawn already.");
    public static readonly Refusal DoneInFuture = Of("task.future", "完成日期不能晚于今天。", "What is done cannot be dated after today.");
    public static readonly Refusal DoneTooEarly = Of("task.too-early", "完成日期早于任务下达 60 天以上，请核对日期。", "The date is more than 60 days before the task was issued. Check it.");
    public static readonly Refusal HasOwnForm = Of("task.own-form", "这项任务要在个案页面用专门的表单完成（受理、评估、方案、阶段评估）。", "This task has a form of its own on the page of the case (take, assess, plan, review).");
    public static readonly Refusal MoveNeedsReason = Of("task.move-needs-reason", "改期须写明理由。", "Moving a task needs a reason.");
    public static readonly Refusal MovedAlready = Of("task.moved-already", "本人只能改期一次，请让个案负责人改期。", "You have moved it once already. Ask the owner of the case to move it.");
    public static readonly Refusal MoveToPast = Of("task.move-to-past", "新日期不能早于今天。", "The new date cannot be before today.");
    public static readonly Refusal MoveTooFar = Of("task.move-too-far", "一次最多推迟 30 天；4 级个案不能推迟。", "A task moves by 30 days at most, and not at all to a later day in an emergency.");
    public static readonly Refusal NoSuchFlag = Of("flag.unknown", "没有这个标记。", "There is no such flag.");
    public static readonly Refusal FlagNotActive = Of("flag.not-active", "标记已回应或已失效。", "The flag has been answered or has lapsed.");
    public static readonly Refusal FlagNeedsReason = Of("flag.needs-reason", "说明情况或判为误报须写明理由。", "Explaining a flag or calling it a false alarm needs a reason.");
    public static readonly Refusal NoneSuchEscalation = Of("escalation.none-pending", "没有等待决定的上报。", "There is no escalation waiting for a decision.");
    public static readonly Refusal Decided = Of("escalation.decided", "这项上报已经决定，不能再次决定。", "This escalation has been decided already; a decision is made once.");
    public static readonly Refusal NotReturned = Of("escalation.not-returned", "这项上报没有被退回提问。", "This escalation was not sent back with a question.");
    public static readonly Refusal OneIsPending = Of("escalation.one-pending", "已有一项上报等待决定，理由已可在其中补充。", "One escalation is waiting already. Wait for its decision.");
    public static readonly Refusal OwnRequest = Of("escalation.own-request", "不能审批自己提出的上报，请由他人决定。", "Whoever asked does not decide. Let somebody else who is entitled do it.");
    public static readonly Refusal NeedsReason = Of("escalation.needs-reason", "请写明理由。", "Give a reason.");
    public static readonly Refusal NeedsQuestion = Of("escalation.needs-question", "请写明要问的问题。", "Write the question.");
    public static readonly Refusal NeedsAnswer = Of("escalation.needs-answer", "请写明回答。", "Write the answer.");
    public static readonly Refusal NeedsApproval = Of("step.needs-approval", "这一步须经校长批准。请先上报。", "This step waits for the head teacher. Ask for an escalation first.");
    public static readonly Refusal NoSuchStep = Of("step.unknown", "流程文件中没有这一步。", "The workflow file has no such step.");
    public static readonly Refusal NoSuchIntervention = Of("plan.unknown-intervention", "帮扶目录中没有这一项。", "The catalogue has no such intervention.");
    public static readonly Refusal PlanNeedsGoal = Of("plan.needs-goal", "方案至少要有一个目标。", "A plan needs at least one goal.");
    public static readonly Refusal NeedsText = Of("text.missing", "请填写内容。", "Write something.");
    public static readonly Refusal NotOnStaff = Of("who.not-on-staff", "所选人员不是本校承担关爱工作的教职工。", "The person chosen is nobody on the staff who works with children.");
    public static readonly Refusal NotAllowed = Of("who.not-allowed", "您没有权限做这一步。", "You are not entitled to do this.");

    public static readonly Refusal WorkflowNotInForce = Of("workflow.not-in-force", "流程文件在此期间已更改。请重新查看变化，再确认。", "The workflow file has changed meanwhile. Look at what would change once more, then confirm.");
    public static readonly Refusal OnThisWorkflow = Of("workflow.already-on-it", "个案已在现行流程版本上，无需转换。", "The case runs on this version of the workflow already; there is nothing to move.");
    public static readonly Refusal WorkflowLacks = Of("workflow.lacks-step", "新版流程没有个案现有的阶段或步骤（{0}）。请先办完，或由管理员在流程文件的 withdraws 中列出。", "The new version lacks a stage or step that the case has ({0}). Finish it first, or have the administrator list it under 'withdraws' in the workflow file.");

    /// <summary>The open case of that number, or why there is none.</summary>
    internal static Refusal? Check(ChildState state, CaseNo no, out CareCase found)
    {
        found = null!;
        if (!state.Cases.TryGetValue(no, out var known))
            return NoSuchCase;
        found = known;
        return known.IsOpen ? null : CaseClosed;
    }

    /// <summary>The same refusal with what it is about in its words.</summary>
    internal static Refusal Naming(this Refusal refusal, string what) => refusal with
    {
        Words = new Words(
            refusal.Words.Zh.Replace("{0}", what, StringComparison.Ordinal), refusal.Words.En.Replace("{0}", what, StringComparison.Ordinal)),
    };

    private static Refusal Of(string id, string zh, string en) => new(id, new Words(zh, en));
}

/// <summary>Whoever asked for an escalation does not decide it.</summary>
/// <remarks>Source: domain, 'Risk level and escalation'. Compares with the requester, not with the owner of the case.</remarks>
public static class ApproverIsNotRequester
{
    public static Refusal? Check(Escalation request, Actor approver) =>
        !request.RequestedBy.IsSystem && request.RequestedBy == approver ? Refusals.OwnRequest : null;
}

/// <summary>Only the head teacher decides, or the administrator where there is none or the head teacher asked; the system never does.</summary>
public static class ApproverIsEntitled
{
    public static Refusal? Check(Staffing staffing, Escalation request, Actor approver) =>
        approver.Staff is { } staff && (staff == staffing.Approver || staff == staffing.DeciderOf(request.RequestedBy)) ? null : Refusals.NotAllowed;
}
