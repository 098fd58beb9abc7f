using CaseFlow.Engine;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The counselor's day and the page of a case.</summary>
public static class CaseWords
{
    public static readonly Words TodayLead = new("{0}，在办个案 {1} 个", "{0}: {1} open cases");
    public static readonly Words TodayLeadOwn = new("{0}，您负责的在办个案 {1} 个", "{0}: you answer for {1} open cases");
    public static readonly Words ToBoard = new("个案看板", "Board of cases");
    public static readonly Words Hours = new("今天有几个小时", "Hours that you have today");
    public static readonly Words Fit = new("安排", "Fit to them");
    public static readonly Words NothingFits = new("时间不够做任何一件，都在下面。", "The hours are too few for any of it; everything stands below.");
    public static readonly Words TakesAbout = new("以上大约需要{0}（按每类任务的一般时长估计，含路上）。", "All this takes about {0}, by the usual length of each kind of task, ways included.");
    public static readonly Words Minutes = new("{0} 分钟", "{0} min");
    public static readonly Words HoursMinutes = new("{0} 小时 {1} 分钟", "{0} h {1} min");
    public static readonly Words Beyond = new("以下 {0} 件今天来不及", "{0} below this line: nobody can be seen today");
    public static readonly Words BeyondText = new("来不及的不会消失：请改期、转给别人，或告诉校长人手不够。", "They do not go away: move them to another day, give them to somebody, or tell the head teacher that there are too few people.");
    public static readonly Words OwnOpen = new("您负责的在办个案", "Open cases that you answer for");
    public static readonly Words AllOf = new("查看全部 {0} 个", "All {0}");
    public static readonly Words MoreLists = new("其他名单", "More lists");
    public static readonly Words BoardTitle = new("个案看板", "Board of cases");
    public static readonly Words ListLead = new("共 {0} 个。", "{0} in all.");
    public static readonly Words AnyVersion = new("不限版本", "of any version");
    public static readonly Words BoardLead = new("在办个案 {0} 个，按阶段排列；每个阶段最紧急的在上面。", "{0} open cases by stage; the most urgent of each stage stand on top.");
    public static readonly Words BoardNone = new("这个阶段没有个案。", "No case is in this stage.");
    public static readonly Words ShowAll = new("看全部个案", "Show all cases");
    public static readonly Words ShowMine = new("只看我负责的", "Show those that I answer for");
    public static readonly Words Narrow = new("筛选个案", "Narrow the list");
    public static readonly Words StageTitle = new("阶段", "Stage");
    public static readonly Words AnyStage = new("所有阶段", "Any stage");
    public static readonly Words AnyLevel = new("所有等级", "Any level");
    public static readonly Words AnyOwner = new("所有人", "Anybody");
    public static readonly Words Me = new("我", "Me");
    public static readonly Words NoneOfThese = new("没有符合条件的个案。", "No case is like that.");
    public static readonly Words WatchedLead = new("{0} 件。只有轻微提示的孩子由班主任留意。", "{0} tasks. Children with slight flags only are watched by their class teachers.");
    public static readonly Words NeedsYou = new("现在需要您", "Needs you now");
    public static readonly Words NeedsYouNone = new("今天没有到期或逾期的任务。可以看看下面的个案，或提前安排家访。", "Nothing of yours is due or late today. Look at the cases below, or plan a visit ahead.");
    public static readonly Words NotTaken = new("尚未受理的个案", "Cases that nobody has taken yet");
    public static readonly Words NotTakenNone = new("没有等待受理的个案。新个案会在筛查后出现在这里。", "No case waits to be taken. New ones show up here after a screening.");
    public static readonly Words AllOpen = new("全部在办个案", "All open cases");
    public static readonly Words AllOpenNone = new("没有在办个案。有 2 级以上标记时会自动立案；也可在孩子档案中记录观察。", "There is no open case. One opens by itself on a flag of severity 2; you can also record an observation in a child's file.");
    public static readonly Words Watched = new("班主任关注中（1 级）", "Watched by class teachers (level 1)");
    public static readonly Words WatchedNone = new("没有 1 级关注任务。", "No watch tasks at level 1.");
    public static readonly Words Child = new("孩子", "Child");
    public static readonly Words LevelTitle = new("等级", "Level");
    public static readonly Words Why = new("原因", "Why");
    public static readonly Words Next = new("下一步", "Next");
    public static readonly Words Owner = new("负责人", "Owner");
    public static readonly Words WhyOwner = new("为何由其负责", "Why this person");
    public static readonly Words NoNext = new("没有待办", "nothing pending");
    public static readonly Words Mine = new("我负责", "mine");
    public static readonly Words WaitsForDecision = new("等待校长决定", "waits for the head teacher's decision");

    public static readonly Words CaseOf = new("{0}的个案", "Case of {0}");
    public static readonly Words CaseNumber = new("第 {0} 案", "case {0}");
    public static readonly Words OpenedOn = new("立案日期", "Opened on");
    public static readonly Words ClosedOn = new("结案日期", "Closed on");
    public static readonly Words Stage = new("阶段", "Stage");
    public static readonly Words Now = new("当前", "now");
    public static readonly Words NextDate = new("下一个日期", "Next date");
    public static readonly Words FlagsTitle = new("标记与依据", "Flags and their evidence");
    public static readonly Words NoFlags = new("目前没有标记。", "No flags at present.");
    public static readonly Words EarlierFlags = new("已回应或失效的标记", "Flags answered or lapsed");
    public static readonly Words SeverityTitle = new("程度", "Severity");
    public static readonly Words Since = new("起于", "Since");
    public static readonly Words EvidenceTitle = new("依据", "Evidence");
    public static readonly Words RuleTitle = new("规则", "Rule");
    public static readonly Words FileVersion = new("文件版本", "file version");
    public static readonly Words AnswerFlag = new("回应这个标记", "Answer this flag");
    public static readonly Words AnswerHint = new("写一条备注不会关闭标记；请选择实际做了什么。“说明情况”和“误报”须写理由。", "Filing a note does not close a flag; say what was done. 'Explained' and 'false alarm' need a reason.");
    public static readonly Words Response = new("回应方式", "Response");
    public static readonly Words StepsTitle = new("可以办理的下一步", "Possible next steps");
    public static readonly Words StepsNone = new("您在这个个案上没有可办理的步骤。", "There is no step for you to take in this case.");
    public static readonly Words People = new("联系人", "People to reach");
    public static readonly Words Timeline = new("时间线", "Timeline");
    public static readonly Words PlanTitle = new("帮扶方案", "Care plan");
    public static readonly Words LongTerm = new("长期方案", "long-term plan");
    public static readonly Words AssessmentTitle = new("评估结论", "Assessment");
    public static readonly Words ConfidentialNote = new("一条保密记录", "a confidential note");
    public static readonly Words Confidential = new("保密（只有心理教师可读）", "Confidential (read by counselors only)");
    public static readonly Words ConfidentialMark = new("保密", "confidential");
    public static readonly Words NotForYou = new("内容不向您的角色公开。", "Its content is not shown to your role.");

    public static readonly Words Take = new("受理个案", "Take the case");
    public static readonly Words TakeHint = new("受理后由您负责；首次谈话、家访和评估的期限从立案起算。", "You will own it; the limits of first talk, visit and assessment count from its opening.");
    public static readonly Words Assess = new("填写评估", "Assess");
    public static readonly Words AssessHint = new("写明孩子的处境、风险和需要；方案以此为依据。", "Write down the child's situation, risks and needs; the plan rests on it.");
    public static readonly Words Findings = new("评估结论", "Findings");
    public static readonly Words MakePlan = new("制定帮扶方案", "Make the care plan");
    public static readonly Words PlanAgain = new("修订帮扶方案", "Revise the care plan");
    public static readonly Words PlanHint = new("至少一个目标；勾选需要的帮扶并指定负责人。", "At least one goal; tick the interventions that are needed and say who does each.");
    public static readonly Words Goal = new("目标 {0}", "Goal {0}");
    public static readonly Words Measure = new("如何衡量", "How to see it");
    public static readonly Words StartValue = new("现状", "Now");
    public static readonly Words TargetValue = new("目标值", "Target");
    public static readonly Words GoalResult = new("测得结果", "Measured result");
    public static readonly Words GoalMet = new("是否达成", "Goal met");
    public static readonly Words Met = new("已达成", "met");
    public static readonly Words NotMet = new("未达成", "not met");
    public static readonly Words GuardedAsked = new("请求批准的步骤（只请指导则不选）", "Step that needs approval (none for an opinion)");
    public static readonly Words Reopen = new("重新打开个案", "Reopen the case");
    public static readonly Words ReopenHint = new("误结案时使用，30 天内有效；方案、标记和未完成的任务随之恢复。", "For a case closed by mistake, within 30 days; plan, flags and what was still to be done come back.");
    public static readonly Words GoalBy = new("达成日期", "By");
    public static readonly Words Interventions = new("帮扶措施", "Interventions");
    public static readonly Words By = new("负责人", "Who");
    public static readonly Words Until = new("截止日期", "Until");
    public static readonly Words UntilHint = new("不填则按目录的期限", "left empty: the length of the catalogue");
    public static readonly Words LongTermTick = new("长期方案（重点级须经校长批准）", "Long-term plan (at level 3 needs the head teacher's approval)");
    public static readonly Words Review = new("阶段评估", "Review");
    public static readonly Words ReviewHint = new("连续两次好转且 30 天内没有 2 级以上标记，即可结案。", "Two reviews improved in a row and no flag of severity 2 for 30 days allow closure.");
    public static readonly Words Finding = new("结论", "Finding");
    public static readonly Words NewLevel = new("今后等级", "Level from now on");
    public static readonly Words KeepLevel = new("保持 {0} 级", "keep level {0}");
    public static readonly Words Ask = new("上报校长", "Ask the head teacher");
    public static readonly Words AskHint = new("请校长决定；保护孩子的事不必等待。", "For a decision; nothing that keeps the child safe waits for it.");
    public static readonly Words ProposedStep = new("建议的做法", "Proposed step");
    public static readonly Words AnswerQuestion = new("回答校长的提问", "Answer the head teacher's question");
    public static readonly Words Answer = new("回答", "Answer");
    public static readonly Words Guarded = new("须批准的步骤：{0}", "Step that needs approval: {0}");
    public static readonly Words GuardedReady = new("校长已批准，可以办理。", "The head teacher has agreed; it can be taken.");
    public static readonly Words TakeGuarded = new("办理", "Take this step");
    public static readonly Words Harm = new("强制报告（涉嫌侵害）", "Mandatory report (suspected harm)");
    public static readonly Words HarmHint = new("法律要求立即向公安机关报告，不等待任何审批。紧急时请先拨打 110。", "The law asks for an immediate report to the police; it waits for no approval. In danger call 110 first.");
    public static readonly Words HarmTo = new("已向谁报告", "Reported to");
    public static readonly Words HarmDefault = new("公安机关 110", "Police, 110");
    public static readonly Words HandOver = new("移交个案", "Hand the case over");
    public static readonly Words HandOverTo = new("移交给", "Hand over to");
    public static readonly Words AddNote = new("添加记录", "Add a note");
    public static readonly Words NoteText = new("内容", "Text");
    public static readonly Words Close = new("结案", "Close the case");
    public static readonly Words CloseReady = new("已达到结案条件。", "The conditions of closure are met.");
    public static readonly Words CloseEarly = new("尚未达到结案条件，提前结案须写明理由。", "The conditions of closure are not met; closing earlier needs a reason.");
    public static readonly Words ClosedBecause = new("结案理由", "Reason of closing");
    public static readonly Words Closed = new("已结案", "closed");
    public static readonly Words Leaving = new("孩子已离校，等待接收学校确认", "the child has left; waits for the receiving school");

    public static Words Level(int level) => level switch
    {
        1 => new("关注", "Watch"),
        2 => new("帮扶", "Care"),
        3 => new("重点", "Priority"),
        4 => new("紧急", "Emergency"),
        _ => new("无", "None"),
    };

    public static Words Of(FlagResponse response) => response switch
    {
        FlagResponse.Talked => new("已谈话", "talked"),
        FlagResponse.Visited => new("已家访", "visited"),
        FlagResponse.Called => new("已电话联系", "called"),
        FlagResponse.Referred => new("已转介", "referred"),
        FlagResponse.Explained => new("说明情况", "explained"),
        _ => new("误报", "false alarm"),
    };

    public static Words Of(FlagStatus status) => status switch
    {
        FlagStatus.Active => new("有效", "active"),
        FlagStatus.Answered => new("已回应", "answered"),
        _ => new("规则不再成立", "its rule no longer holds"),
    };

    public static Words Of(ReviewFinding finding) => finding switch
    {
        ReviewFinding.Improved => new("好转", "improved"),
        ReviewFinding.Unchanged => new("无变化", "unchanged"),
        _ => new("变差", "worse"),
    };
}
