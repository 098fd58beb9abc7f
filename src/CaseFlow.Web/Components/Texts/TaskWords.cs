using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Tasks and their forms.</summary>
public static class TaskWords
{
    public static readonly Words Tasks = new("任务", "Tasks");
    public static readonly Words LateTitle = new("已逾期", "Late");
    public static readonly Words TodayTitle = new("今天", "Today");
    public static readonly Words ComingTitle = new("接下来", "Coming");
    public static readonly Words DoneTitle = new("最近完成", "Done lately");
    public static readonly Words AllDone = new("没有等您办理的任务。新任务会按期发到这里，也可以到孩子档案记录观察。", "No task waits for you. New ones are sent here in time; you can also record what you see in a child's file.");
    public static readonly Words NoneOfThese = new("没有。", "None.");
    public static readonly Words NoTasks = new("这个个案还没有任务。", "This case has no task yet.");
    public static readonly Words Why = new("为什么有这项任务", "Why there is this task");
    public static readonly Words WhyYou = new("为什么由您办理", "Why you have it");
    public static readonly Words WhyThem = new("为什么由其办理", "Why this person has it");
    public static readonly Words Assignee = new("办理人", "Who");
    public static readonly Words DueOn = new("期限 {0}", "due {0}");
    public static readonly Words LateSince = new("逾期：应于 {0} 完成", "late: was due {0}");
    public static readonly Words WasLate = new("曾逾期", "was late");
    public static readonly Words DoneOn = new("{0} 完成", "done {0}");
    public static readonly Words DoneAndEntered = new("{0} 完成，{1} 录入", "done {0}, entered {1}");
    public static readonly Words DoneBy = new("完成人", "Done by");
    public static readonly Words Scheduled = new("将于 {0} 发出", "will be sent on {0}");
    public static readonly Words Withdrawn = new("已撤销：{0}", "withdrawn: {0}");
    public static readonly Words TriedBefore = new("上次没有找到人：{0}", "Nobody was met last time: {0}");
    public static readonly Words ContactCard = new("联系卡", "Contact card");
    public static readonly Words Record = new("填写结果", "Record what was done");
    public static readonly Words DateDone = new("实际完成日期", "Date it was really done");
    public static readonly Words DateDoneHint = new("补录也可以：日期写当时的，录入时间另外记录。", "Entering it later is fine: give the day it was done; when it was entered is kept as well.");
    public static readonly Words WasReached = new("是否见到（联系到）", "Was somebody met or reached");
    public static readonly Words Reached = new("见到了", "yes");
    public static readonly Words NotReached = new("没有见到，以后再去", "no, to be tried again");
    public static readonly Words WhatWasFound = new("情况说明", "What was seen and said");
    public static readonly Words WhatWasDone = new("做了什么", "What was done");
    public static readonly Words Headings = new("五个方面（有则填写）", "The five headings (where there is something)");
    public static readonly Words Seen = new("观察到的情况（可选，最多三项）", "What you saw (optional, three at most)");
    public static readonly Words SeenHint = new("选填后会立即筛查；涉及安全的情况会马上启动应急处置。", "The child is screened at once; anything about safety starts the emergency path immediately.");
    public static readonly Words SeenKind = new("第 {0} 项", "No. {0}");
    public static readonly Words SeenSeverity = new("程度", "How much");
    public static readonly Words Confidential = new("保密（只有心理教师可读内容）", "Confidential (its content is read by counselors only)");
    public static readonly Words Finish = new("提交结果", "Send the result");
    public static readonly Words MoveTitle = new("改到另一天", "Move to another day");
    public static readonly Words MoveHint = new("本人可改期一次，最多 30 天；紧急个案不能推迟。", "You can move it once, by 30 days at most; an emergency cannot be put off.");
    public static readonly Words MoveTo = new("新的日期", "New date");
    public static readonly Words Move = new("改期", "Move it");
    public static readonly Words AssignTitle = new("改由他人办理", "Give it to somebody else");
    public static readonly Words Assign = new("改派", "Assign");
    public static readonly Words OwnForm = new("这项任务在个案页面用专门的表单办理。", "This task has a form of its own on the page of the case.");
    public static readonly Words ToCase = new("打开个案", "Open the case");
    public static readonly Words ToChild = new("孩子档案", "The child's file");
    public static readonly Words NotYours = new("这项任务由他人办理，您可以查看。", "Somebody else has this task; you can look at it.");
    public static readonly Words Result = new("结果", "Result");

    /// <summary>The headings of the record card, under the keys that outcomes keep.</summary>
    public static readonly IReadOnlyList<(string Key, Words Words)> FiveHeadings =
    [
        ("study", new("学习", "Study")), ("life", new("生活", "Daily life")), ("mood", new("情绪", "Mood")),
        ("friends", new("交友", "Friends")), ("health", new("健康", "Health")),
    ];

    public static readonly Words HasEnded = new("{0}已于 {1} 到期，请说明是否继续。", "{0} reached its end on {1}. Say whether it goes on.");
    public static readonly Words FinishIntervention = new("结束帮扶", "Finish");
    public static readonly Words InterventionResult = new("结果", "Result");
    public static readonly Words ContinueIntervention = new("继续帮扶", "Continue");
    public static readonly Words NewEnd = new("新的结束日期", "New end");

    public static Words Kind(TaskKind kind) => kind switch
    {
        TaskKind.Triage => new("受理", "triage"),
        TaskKind.Talk => new("谈话", "talk"),
        TaskKind.HomeVisit => new("家访", "home visit"),
        TaskKind.Call => new("电话", "call"),
        TaskKind.Assessment => new("评估", "assessment"),
        TaskKind.Plan => new("方案", "plan"),
        TaskKind.Review => new("阶段评估", "review"),
        TaskKind.Intervention => new("帮扶", "intervention"),
        TaskKind.Continuation => new("是否继续", "goes on or not"),
        _ => new("步骤", "step"),
    };

    public static Words State(TaskState state) => state switch
    {
        TaskState.Scheduled => new("待发出", "scheduled"),
        TaskState.Open => new("待办", "open"),
        TaskState.Done => new("已完成", "done"),
        _ => new("已撤销", "withdrawn"),
    };

    /// <summary>How much, as an observation says it.</summary>
    public static Words Severity(int severity) => severity switch
    {
        1 => new("轻微", "slight"),
        2 => new("明显", "plain"),
        _ => new("严重", "severe"),
    };
}
