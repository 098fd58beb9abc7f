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
    public static readonly Refusal LevelTooLow = Of("review.level-too-low", "等级不能低于当日标记所给的等级。请先回应标记，或选更高的等级。", "The level cannot be lower than the flags of the day give. Answer the flags first, or choose a higher level.");
    public static readonly Refusal LevelOutOfRange = Of("review.level-range", "个案等级只能是 2、3 或 4；上升由标记自动决定。", "A case has level 2, 3 or 4, and a review can only keep or lower it.");
    public static readonly Refusal NoSuchTask = Of("task.unknown", "没有这项任务。请从任务列表中打开。", "There is no such task. Open it from the list of tasks.");
    public static readonly Refusal TaskNotPending = Of("task.not-pending", "任务已完成或已撤销，不需要再办理。", "The task has been done or withdrawn already; there is nothing left to do.");
    public static readonly Refusal DoneInFuture = Of("task.future", "完成日期不能晚于今天，请填实际完成的日期。", "What is done cannot be dated after today. Give the day on which it was really done.");
    public static readonly Refusal DoneTooEarly = Of("task.too-early", "完成日期早于任务下达 60 天以上，请核对日期。", "The date is more than 60 days before the task was issued. Check it.");
    public static readonly Refusal HasOwnForm = Of("task.own-form", "这项任务要在个案页面用专门的表单完成，即受理、评估、方案、阶段评估。", "This task has a form of its own: take, assess, plan or review on the page of the case.");
    public static readonly Refusal MoveNeedsReason = Of("task.move-needs-reason", "改期须写明理由，请补充。", "Moving a task needs a reason. Give one.");
    public static readonly Refusal MovedAlready = Of("task.moved-already", "本人只能改期一次，请让个案负责人改期。", "You have moved it once already. Ask the owner of the case to move it.");
    public static readonly Refusal MoveToPast = Of("task.move-to-past", "新日期不能早于今天，请选今天或之后的日期。", "The new date cannot be before today. Choose today or a later day.");
    public static readonly Refusal MoveTooFar = Of("task.move-too-far", "一次最多推迟 30 天；4 级个案不能推迟。", "A task moves by 30 days at most, and not at all to a later day in an emergency.");
    public static readonly Refusal NoSuchFlag = Of("flag.unknown", "没有这个标记。请从个案页面选择。", "There is no such flag. Choose one on the page of the case.");
    public static readonly Refusal FlagNotActive = Of("flag.not-active", "标记已回应或已失效，不需要再回应。", "The flag has been answered or has lapsed; there is nothing to answer.");
    public static readonly Refusal FlagNeedsReason = Of("flag.needs-reason", "说明情况或判为误报须写明理由，请补充。", "Explaining a flag or calling it a false alarm needs a reason. Give one.");
    public static readonly Refusal NoneSuchEscalation = Of("escalation.none-pending", "没有等待决定的上报。请从上报列表中打开。", "There is no escalation waiting for a decision. Open one from the list of escalations.");
    public static readonly Refusal Decided = Of("escalation.decided", "这项上报已经决定，不能再次决定。", "This escalation has been decided already; a decision is made once.");
    public static readonly Refusal NotReturned = Of("escalation.not-returned", "这项上报没有被退回提问，请等待决定。", "This escalation was not sent back with a question. Wait for its decision.");
    public static readonly Refusal OneIsPending = Of("escalation.one-pending", "已有一项上报等待决定，理由已可在其中补充。", "One escalation is waiting already. Wait for its decision.");
    public static readonly Refusal OwnRequest = Of("escalation.own-request", "不能审批自己提出的上报，请由他人决定。", "Whoever asked does not decide. Let somebody else who is entitled do it.");
    public static readonly Refusal NeedsReason = Of("escalation.needs-reason", "理由是空的，请写明理由。", "The reason is empty. Give a reason.");
    public static readonly Refusal NeedsQuestion = Of("escalation.needs-question", "请写明要问的问题，由个案负责人回答。", "Write the question; the owner of the case answers it.");
    public static readonly Refusal NeedsAnswer = Of("escalation.needs-answer", "请写明回答，校长据此决定。", "Write the answer; the head teacher decides on it.");
    public static readonly Refusal NeedsApproval = Of("step.needs-approval", "这一步须经校长批准。请先上报。", "This step waits for the head teacher. Ask for an escalation first.");
    public static readonly Refusal NoSuchStep = Of("step.unknown", "流程文件中没有这一步。请从列出的步骤中选择。", "The workflow file has no such step. Choose one of those that it lists.");
    public static readonly Refusal NoSuchIntervention = Of("plan.unknown-intervention", "帮扶目录中没有这一项。请从目录中选择。", "The catalogue has no such intervention. Choose one of the catalogue.");
    public static readonly Refusal PlanNeedsGoal = Of("plan.needs-goal", "方案至少要有一个目标，请先填写目标。", "A plan needs at least one goal. Write one first.");
    public static readonly Refusal NeedsText = Of("text.missing", "内容是空的，请填写。", "Nothing is written. Write something.");
    public static readonly Refusal NotOnStaff = Of("who.not-on-staff", "所选人员不是本校承担关爱工作的教职工，请另选一人。", "The person chosen is nobody on the staff who works with children. Choose somebody else.");
    public static readonly Refusal NotAllowed = Of("who.not-allowed", "您没有权限做这一步。请交给个案负责人、心理教师或校长。", "You are not entitled to do this. Leave it to the owner of the case, the counselor or the head teacher.");

    public static readonly Refusal OwnApproval = Of("step.own-approval", "这一步由您本人批准，须由他人办理。请交给个案负责人。", "You approved this step yourself; somebody else takes it. Leave it to the owner of the case.");
    public static readonly Refusal PlanIsItsForm = Of("step.own-form", "长期方案在“制定帮扶方案”表单中勾选，不单独办理。", "A long-term plan is made on the form of the care plan, by its tick; it is no step of its own.");
    public static readonly Refusal NoSuchGoal = Of("review.no-such-goal", "方案中没有这个目标。请按方案中的目标填写结果。", "The plan has no such goal. Give results for the goals of the plan.");
    public static readonly Refusal NotAnIntervention = Of("intervention.unknown", "这不是一项帮扶措施。请从方案中选择。", "This is no intervention. Choose one of the plan.");
    public static readonly Refusal InterventionAsks = Of("intervention.asks", "请说明帮扶是否继续：继续须写新的结束日期，结束须写结果。", "Say whether the intervention goes on: continue it with a new end, or finish it with its result.");
    public static readonly Refusal InterventionTooLong = Of("intervention.too-long", "一次最多延长 180 天，请选较近的日期。", "An intervention goes on by 180 days at most. Choose a nearer date.");
    public static readonly Refusal CaseNotClosed = Of("case.not-closed", "个案没有结案，不需要重新打开。", "The case is not closed; there is nothing to reopen.");
    public static readonly Refusal ReopenTooLate = Of("case.reopen-too-late", "结案已超过 30 天，不能重新打开。如有新情况，会另立新案。", "The case was closed more than 30 days ago and is not reopened. What is new opens another case.");
    public static readonly Refusal AnotherIsOpen = Of("case.another-open", "孩子已有另一个在办个案。请在那个个案中办理。", "The child has another open case by now. Go on in that one.");
    public static readonly Refusal ChildHasLeft = Of("case.child-left", "孩子已离校，个案已移交，不能重新打开。请联系接收学校。", "The child has left and the case was handed over; it is not reopened. Turn to the receiving school.");
    public static readonly Refusal NoSuchSignal = Of("signal.unknown", "没有这条记录，或已经撤回。请从孩子的档案中选择。", "There is no such record, or it was withdrawn already. Choose one from the child's file.");
    public static readonly Refusal WithdrawTooLate = Of("signal.not-yours", "本人只能在当天撤回自己的记录；之后请心理教师或校长撤回。", "You can withdraw what you recorded yourself, on the same day. Ask the counselor or the head teacher to withdraw it.");
    public static readonly Refusal HandOverToSelf = Of("hand-over.same-person", "接手人不能是移交人本人，请另选一人。", "The successor is the same person. Choose somebody else.");
    public static readonly Refusal HandOverNotAtWork = Of("hand-over.not-at-work", "所选人员不在岗（不在册，或已把工作移交他人）。请选在岗人员。", "The person chosen is not at work (not on the staff, or has handed over). Choose somebody who is.");
    public static readonly Refusal HandOverNobody = Of("hand-over.nobody-entitled", "没有有资格接手“{0}”的人。请先由管理员安排相应角色，再移交。", "Nobody is entitled to take over: {0}. Have the administrator give somebody the role first, then hand over.");
    public static readonly Refusal HandOverRunning = Of("hand-over.running", "此人的移交已在进行，请在列表中继续。", "A hand-over of this person is under way. Go on with it in the list.");
    public static readonly Refusal DelegationDates = Of("delegation.dates", "结束时间须晚于开始时间和现在，最长一年。请改日期。", "The end must be after the beginning and after now, and at most a year later. Change the dates.");
    public static readonly Refusal DelegationOverlaps = Of("delegation.overlaps", "这段时间已委托他人。请先结束那次委托，或改日期。", "For part of this time somebody else is the delegate. End that delegation first, or change the dates.");
    public static readonly Refusal DelegateUnfit = Of("delegation.unfit", "不能委托给本人、不在岗或不承担关爱工作的人员。请另选一人。", "The delegate must be somebody else who is at work and works with children. Choose another person.");
    public static readonly Refusal DelegationUnknown = Of("delegation.unknown", "没有这次委托，或已结束。", "There is no such delegation, or it has ended. Look at the list.");
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

/// <summary>
/// Only the head teacher decides, or who does so on the head teacher's behalf at this moment, or the administrator where there is no head
/// teacher or the head teacher asked; the system never does.
/// </summary>
public static class ApproverIsEntitled
{
    public static Refusal? Check(Staffing staffing, Escalation request, Actor approver) =>
        approver.Staff is { } staff && staffing.RightOf(staff, request.RequestedBy) is not null ? null : Refusals.NotAllowed;
}
