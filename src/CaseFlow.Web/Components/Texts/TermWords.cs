using System.Globalization;
using CaseFlow.Engine;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime.Figures;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The numbers of the term.</summary>
public static class TermWords
{
    public static readonly Words Title = new("学期数据", "The term");
    public static readonly Words Lead = new("{0}至{1}，{2}。点数字看它数的是哪些孩子。", "{0} to {1}, {2}. Each figure leads to the children that it counts.");
    public static readonly Words SoFar = new("截至今天", "so far");
    public static readonly Words Ended = new("已结束", "ended");
    public static readonly Words OtherTerms = new("其他学期", "Other terms");
    public static readonly Words Before = new("上学期 {0}", "{0} the term before");
    public static readonly Words Numbers = new("数字", "Numbers");
    public static readonly Words ByRule = new("新的风险提示（按规则）", "Flags raised, by rule");
    public static readonly Words Flags = new("提示数", "Flags");
    public static readonly Words NoFlags = new("本学期还没有新的风险提示。", "No flag was raised in this term.");
    public static readonly Words Coverage = new("关爱到位（按班按月）", "Coverage by class and month");
    public static readonly Words CoverageText = new(
        "当月谈过话、家访过，或与家里联系过的留守儿童。数字是还没有关照到的，点开看是谁。",
        "Left-behind children who were talked to, visited, or reached through their homes in the month. The number is of those who were not; it leads to them.");
    public static readonly Words NoClasses = new("还没有留守儿童在册。请先导入学生名册。", "No left-behind child is on file. Import the list of pupils first.");
    public static readonly Words AllReached = new("全部到位", "all reached");
    public static readonly Words Missing = new("缺 {0} / {1}", "{0} of {1} not");
    public static readonly Words Loads = new("谁手上有多少", "Who carries how much");
    public static readonly Words NoLoads = new("目前没有在办个案和任务。", "There is no open case and no task.");
    public static readonly Words Person = new("教师", "Person");
    public static readonly Words Tasks = new("待办任务", "Open tasks");
    public static readonly Words PendingTasks = new("待办任务（含尚未发出的）", "Pending tasks, those not yet sent among them");
    public static readonly Words Paired = new("结对帮扶的孩子", "Paired children");
    public static readonly Words HandedOver = new("移交时处理的孩子", "Children dealt with by a hand-over");
    public static readonly Words LateTasks = new("其中逾期", "Of them late");
    public static readonly Words Print = new("学期报告", "Term report");
    public static readonly Words Download = new("下载报告（Word）", "Download the report (Word)");
    public static readonly Words RowsLead = new("{0}，{1}：共 {2} 条", "{0}, {1}: {2} in all");
    public static readonly Words NoRows = new("没有。", "None.");
    public static readonly Words What = new("事项", "What");
    public static readonly Words Day = new("日期", "Day");
    public static readonly Words NoTerm = new("还没有学期：校历还没有开始。请管理员导入校历。", "There is no term: the calendar has not begun. Have the administrator import the calendar.");
    public static readonly Words ForOffice = new("少于 {0} 的数字不显示。", "Numbers below {0} are not shown.");
    public static readonly Words MadeOn = new("制表日期：{0}", "Made on {0}");
    public static readonly Words Figure = new("项目", "Figure");
    public static readonly Words ThisTerm = new("本学期", "This term");
    public static readonly Words TermBefore = new("上学期", "Term before");

    /// <summary>What a figure is called, with whom or what it is about.</summary>
    public static string Of(string figure, string? about) => figure switch
    {
        TermFigures.FlagsOfRule => $"{ByRule} · {about}",
        TermFigures.NotReached => $"{Coverage} · {about}",
        TermFigures.CasesOf => $"{Common.OpenCases} · {about}",
        TermFigures.TasksOf => $"{Tasks} · {about}",
        TermFigures.LateOf => $"{LateTasks} · {about}",
        TermFigures.PendingOf => $"{PendingTasks} · {about}",
        TermFigures.PairedWith => $"{Paired} · {about}",
        TermFigures.HandedOver => HandedOver.ToString(),
        _ => Engine.Runtime.Figures.Figure.Of(figure).Words.ToString(),
    };

    /// <summary>3月, Mar.</summary>
    public static string Month(DateOnly month) => month.ToString(Say.IsChinese ? "M月" : "MMM", CultureInfo.InvariantCulture);

    public static string Class(ClassRoom room) => string.IsNullOrEmpty(room.Grade) || room.Name.StartsWith(room.Grade[0]) ? room.Name : $"{room.Grade} {room.Name}";
}
