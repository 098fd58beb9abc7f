using System.Globalization;
using CaseFlow.Engine;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The charts of a child.</summary>
public static class PictureWords
{
    public static readonly Words Title = new("看一看", "At a glance");
    public static readonly Words Attendance = new("出勤", "Attendance");
    public static readonly Words AttendanceSummary = new("{0} 至 {1}，已上课 {2} 天：{3}。", "{0} to {1}, {2} school days: {3}.");
    public static readonly Words NoMarks = new("没有缺勤记录", "nothing but present");
    public static readonly Words Count = new("{0} {1} 次", "{0} {1} times");
    public static readonly Words SchoolDay = new("上课日（到校）", "school day, present");
    public static readonly Words Ranks = new("考试名次走势", "Places in exams");
    public static readonly Words RanksSummary = new("百分位 100 为第一名，0 为最后一名。最近一次：{0}，第 {1} 名，共 {2} 人。", "Percentile: 100 is the first, 0 the last of the group. The latest: {0}, place {1} of {2}.");
    public static readonly Words Exam = new("考试（名次/人数）", "Exam (place/group)");
    public static readonly Words ExamLabel = new("{0} {1}/{2}", "{0} {1}/{2}");
    public static readonly Words Percentile = new("名次百分位", "rank percentile");
    public static readonly Words MiddleHalf = new("班级中间一半", "middle half of the class");
    public static readonly Words Events = new("情绪与经过", "Mood and what happened");
    public static readonly Words EventsSummary = new("{0} 至 {1}，共 {2} 件。点越大越重。", "{0} to {1}: {2} in all. The larger, the graver.");
    public static readonly Words Day = new("日期", "Day");
    public static readonly Words Mark = new("考勤", "Mark");
    public static readonly Words Lane = new("类别", "Kind");
    public static readonly Words What = new("内容", "What");
    public static readonly Words Mood = new("情绪", "Mood");
    public static readonly Words Seen = new("其他观察", "Else seen");
    public static readonly Words Contacts = new("联系", "Contact");
    public static readonly Words Flags = new("标记", "Flags");
    public static readonly Words Done = new("已做的事", "What was done");
    public static readonly Words Total = new("总分", "total");
    public static readonly Words Nothing = new("本学年还没有可以画出来的记录。登记考勤、导入成绩或记下观察之后，这里就有图。", "Nothing of this school year can be drawn yet. There are charts here once a register is closed, exams are imported or something seen is recorded.");

    /// <summary>What was reached in a subject, with the place in the class where it is on record.</summary>
    public static string Score(ExamResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(result.Subject == ExamResult.Total ? Total.ToString() : result.Subject)} {result.Score:0.##}/{result.FullScore:0.##}{(result.Rank is { } rank ? $" ({rank}/{result.GroupSize})" : "")}");
}
