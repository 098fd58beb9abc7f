using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Cases;

/// <summary>One line of the timeline: what happened, and what was said.</summary>
public sealed record TimelineLine(Happened Happened, Words What, string? Said)
{
    /// <summary>The head teacher on whose behalf it was decided; null where somebody decided in the own right.</summary>
    public Engine.Children.StaffId? OnBehalfOf => Happened.Event switch
    {
        EscalationApproved e => e.Right?.OnBehalfOf,
        EscalationRejected e => e.Right?.OnBehalfOf,
        EscalationReturned e => e.Right?.OnBehalfOf,
        _ => null,
    };
}

/// <summary>The journal of a child in words, newest first.</summary>
public static class TimelineWords
{
    public static IEnumerable<TimelineLine> Of(ChildFile file, CaseNo? only = null) =>
        from happened in file.Journal.Reverse()
        where only is not { } no || IsAbout(file.State, happened.Event, no)
        let words = What(file, happened.Event)
        where words is not null
        select new TimelineLine(happened, words, SaidIn(file, happened.Event));

    /// <summary>What somebody said or wrote in it, where this person may read it.</summary>
    private static string? SaidIn(ChildFile file, ChildEvent what) => what switch
    {
        TaskDone e => Outcome(file, e.Task, e.Outcome),
        TaskTried e => Outcome(file, e.Task, e.Outcome),
        NoteAdded { Confidential: true } e => file.MayReadConfidential ? e.Text : CaseWords.NotForYou.ToString(),
        NoteAdded e => e.Text,
        CaseAssessed e => file.LeadsTheCase ? e.Findings : null,
        CaseReviewed e => file.LeadsTheCase ? e.Note : null,
        FlagAnswered e => e.Reason,
        OwnerChanged e => e.Reason,
        EscalationApproved e => file.LeadsTheCase ? e.Conditions : null,
        EscalationRejected e => file.LeadsTheCase ? e.Reason : null,
        EscalationReturned e => file.LeadsTheCase ? e.Question : null,
        EscalationAnswered e => file.LeadsTheCase ? e.Answer : null,
        GuardedStepTaken e => file.LeadsTheCase ? e.Note : null,
        HarmReported e => file.LeadsTheCase ? e.Note : null,
        CaseClosed e => e.Reason,
        WorkflowChanged e => e.Reason,
        CaseReopened e => e.Reason,
        SignalWithdrawn e => e.Reason,
        InterventionContinued e => file.LeadsTheCase ? e.Reason : null,
        _ => null,
    };

    private static Words? What(ChildFile file, ChildEvent what) => what switch
    {
        FlagRaised e => In("出现标记：{0}", "flag raised: {0}", e.Finding.Title),
        FlagChanged e => In("标记有变化：{0}", "flag changed: {0}", e.Finding.Title),
        FlagLapsed e => In("标记失效（规则不再成立）：{0}", "flag lapsed, its rule no longer holds: {0}", file.State.Flags[e.Flag].Finding.Title),
        FlagAnswered e => In("回应标记“{0}”：{1}", "flag '{0}' answered: {1}", file.State.Flags[e.Flag].Finding.Title, CaseWords.Of(e.Response)),
        CaseOpened e => In("立案，{0}：{1}", "case opened, {0}: {1}", CaseWords.Level(e.Level), e.Because),
        LevelChanged e => In("等级由 {0} 变为 {1}：{2}", "level from {0} to {1}: {2}", CaseWords.Level(e.From), CaseWords.Level(e.To), e.Because),
        CaseTaken => new("受理个案", "took the case"),
        OwnerChanged e => In("个案移交给 {0}", "case handed over to {0}", Same(file.Names.Of(e.To))),
        StageEntered e => In("进入阶段：{0}", "stage: {0}", StepWords.Stage(file.WorkflowOf(e.Case), e.Stage)),
        CaseAssessed => new("完成评估", "assessed the case"),
        PlanMade e => In("制定方案，{0} 个目标", "made the care plan, goals: {0}", Same($"{e.Goals.Count}")),
        CaseReviewed e => In("阶段评估：{0}", "reviewed: {0}", CaseWords.Of(e.Finding)),
        GuardedStepTaken e => In("办理须批准的步骤：{0}", "took a step that needs approval: {0}", StepWords.Guarded(file.WorkflowOf(e.Case), e.Step)),
        HarmReported e => In("提交强制报告：{0}", "mandatory report made to: {0}", Same(e.To)),
        NoteAdded { Confidential: true } => CaseWords.ConfidentialNote,
        NoteAdded => new("添加记录", "added a note"),
        LeavingNoted e => In("孩子于 {0} 离校", "the child left on {0}", Same(Say.Date(e.LeftOn))),
        CaseClosed => new("结案", "closed the case"),
        CaseReopened => new("重新打开个案", "reopened the case"),
        SignalWithdrawn e => In("撤回 {0} 的一条记录", "withdrew a record of {0}", Same(Say.Date(e.On))),
        ResponsibilityPassed e => In("{0} 的全部工作移交给 {1}", "all that {0} was responsible for passed to {1}", Same(file.Names.Of(e.From)), Same(file.Names.Of(e.To))),
        WorkflowChanged e => In("转到流程版本 {0}", "moved to version {0} of the workflow", Same(e.To)),
        // What is asked of the head teacher is between the head teacher and those who lead the case.
        _ => OfTask(file, what) ?? (file.LeadsTheCase ? OfEscalation(what) : null),
    };

    private static Words? OfTask(ChildFile file, ChildEvent what) => what switch
    {
        TaskIssued e => In("新任务：{0}（{1}，{2} 前）", "new task: {0} ({1}, by {2})", e.Task.Title, Same(file.Names.Of(e.Task.Assignee)), Same(Say.Date(e.Task.Due.On))),
        TaskFellLate e => In("任务逾期：{0}", "task fell late: {0}", Title(file, e.Task)),
        TaskMoved e => In("任务改期到 {0}：{1}（{2}）", "task moved to {0}: {1} ({2})", Same(Say.Date(e.Due.On)), Title(file, e.Task), e.Because),
        TaskAssigned e => In("任务改由 {0} 办理：{1}", "task given to {0}: {1}", Same(file.Names.Of(e.To)), Title(file, e.Task)),
        TaskTried e => In("去过但没有找到人：{0}（{1}）", "tried, nobody was met: {0} ({1})", Title(file, e.Task), Same(Say.Date(e.On))),
        TaskDone e => In("完成任务：{0}（{1}）", "task done: {0} ({1})", Title(file, e.Task), Same(Say.Date(e.On))),
        InterventionEnded e => In("帮扶到期：{0}", "an intervention has reached its end: {0}", Title(file, e.Task)),
        InterventionContinued e => In("帮扶继续到 {0}：{1}", "goes on until {0}: {1}", Same(Say.Date(e.Due.On)), Title(file, e.Task)),
        TaskWithdrawn e => In("任务撤销：{0}（{1}）", "task withdrawn: {0} ({1})", Title(file, e.Task), e.Because),
        _ => null,
    };

    private static Words? OfEscalation(ChildEvent what) => what switch
    {
        EscalationRequested e => In("上报校长：{0}", "asked the head teacher: {0}", e.Reason.Words),
        EscalationJoined e => In("上报补充理由：{0}", "a further reason joined the escalation: {0}", e.Reason.Words),
        EscalationApproved => new("批准上报", "approved the escalation"),
        EscalationRejected => new("不批准上报", "rejected the escalation"),
        EscalationReturned => new("退回上报并提问", "sent the escalation back with a question"),
        EscalationAnswered => new("回答校长的提问", "answered the head teacher's question"),
        EscalationReminded => new("提醒：上报超过时限", "reminder: the escalation waits beyond its limit"),
        _ => null,
    };

    private static bool IsAbout(ChildState state, ChildEvent what, CaseNo no) => what switch
    {
        TaskIssued e => e.Task.Case == no,
        TaskFellLate e => state.Tasks[e.Task].Case == no,
        TaskMoved e => state.Tasks[e.Task].Case == no,
        TaskAssigned e => state.Tasks[e.Task].Case == no,
        TaskTried e => state.Tasks[e.Task].Case == no,
        TaskDone e => state.Tasks[e.Task].Case == no,
        TaskWithdrawn e => state.Tasks[e.Task].Case == no,
        CaseOpened e => e.Case == no,
        CaseTaken e => e.Case == no,
        CaseClosed e => e.Case == no,
        WorkflowChanged e => e.Case == no,
        CaseReopened e => e.Case == no,
        InterventionEnded e => state.Tasks[e.Task].Case == no,
        InterventionContinued e => state.Tasks[e.Task].Case == no,
        StageEntered e => e.Case == no,
        LevelChanged e => e.Case == no,
        OwnerChanged e => e.Case == no,
        NoteAdded e => e.Case is null || e.Case == no,
        _ => true,
    };

    private static string? Outcome(ChildFile file, TaskNo no, Outcome outcome) =>
        outcome.Confidential && !file.MayReadConfidential
            ? CaseWords.NotForYou.ToString()
            : OutcomeWords.Of(outcome) is { Length: > 0 } said && (file.LeadsTheCase || file.State.Tasks[no].Assignee == file.Who.Staff) ? said : null;

    private static Words Title(ChildFile file, TaskNo no) => file.State.Tasks[no].Title;

    private static Words Same(string text) => new(text, text);

    private static Words In(string zh, string en, params Words[] values) => new(
        string.Format(System.Globalization.CultureInfo.InvariantCulture, zh, [.. values.Select(v => v.Zh)]),
        string.Format(System.Globalization.CultureInfo.InvariantCulture, en, [.. values.Select(v => v.En)]));
}
