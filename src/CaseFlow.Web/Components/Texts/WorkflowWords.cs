using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The workflow: its drawing, its versions, and moving a case from one to the other.</summary>
public static class WorkflowWords
{
    public static readonly Words Title = new("个案流程", "Workflow");
    public static readonly Words Lead = new("个案从受理到结案的路线、每一步由谁在多长时间内完成。在办个案按立案时的版本办完。", "The way of a case from triage to closure, and who does each step within which time. A running case finishes on the version that it began with.");
    public static readonly Words WhereItStands = new("流程图：个案走到哪里", "Drawing of the workflow, with where this case stands");
    public static readonly Words Version = new("流程版本", "Version of the workflow");
    public static readonly Words InForce = new("现行", "in force");
    public static readonly Words Earlier = new("较早的版本", "an earlier version");
    public static readonly Words Versions = new("在用版本", "Versions in use");
    public static readonly Words OpenCases = new("在办个案 {0} 个", "open cases: {0}");
    public static readonly Words KeptSince = new("自 {0} 保存", "kept since {0}");
    public static readonly Words Differences = new("与现行版本相比，转换后的变化：", "What changes for a case that is moved to the version in force:");
    public static readonly Words OnlyWords = new("只有文字不同", "only words differ");
    public static readonly Words HowToMove = new("个案由其负责的心理教师或校长在个案页面转到现行版本；转换前会列出变化。", "The counselor who owns a case, or the head teacher, moves it on the page of the case; what changes is shown first.");
    public static readonly Words Steps = new("步骤与期限", "Steps and time limits");
    public static readonly Words Step = new("步骤", "Step");
    public static readonly Words Recurs = new("定期", "recurs");
    public static readonly Words BeforeClosing = new("结案前必须完成", "before closing");
    public static readonly Words LevelNo = new("{0} 级", "Level {0}");
    public static readonly Words Decides = new("决定上报", "decides an escalation");
    public static readonly Words GuardedSteps = new("须校长批准的步骤", "Steps that wait for the head teacher");
    public static readonly Words FromLevel = new("{0} 级起", "from level {0}");
    public static readonly Words Catalogue = new("帮扶目录", "Catalogue of interventions");
    public static readonly Words ClosesWhen = new("连续 {0} 次评估好转，且 {1} 天内没有 2 级以上标记。", "{0} reviews in a row improved, and no flag of severity 2 or more for {1} days.");
    public static readonly Words ToldPlain = new("主线依次为：{0}。并行：{1}。", "The stages in turn: {0}. Beside them: {1}.");
    public static readonly Words ToldCase = new("已经过：{0}。当前：{1}。尚未到：{2}。并行：{3}。已达到：{4}。", "Passed: {0}. Now: {1}. Still to come: {2}. Running beside: {3}. Reached: {4}.");

    public static readonly Words Move = new("转到现行流程", "Move to the workflow in force");
    public static readonly Words MoveHint = new("个案在较早的版本 {0} 上运行。转到 {1} 后会有以下变化，请先核对：", "The case runs on the earlier version {0}. Moving it to {1} would change this; look at it first:");
    public static readonly Words NothingChanges = new("阶段、任务和期限都不变。", "Stage, tasks and dates stay as they are.");
    public static readonly Words NewStage = new("阶段变为：{0}", "stage becomes: {0}");
    public static readonly Words TaskGoes = new("撤销任务：{0}", "task is withdrawn: {0}");
    public static readonly Words TaskComes = new("新任务：{0}（{1} 前）", "new task: {0} (by {1})");
    public static readonly Words TaskMoves = new("期限变更：{0}，{1} → {2}", "new date: {0}, {1} → {2}");
}
