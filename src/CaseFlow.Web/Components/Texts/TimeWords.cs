using CaseFlow.Engine;
using CaseFlow.Web.Demonstration;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The page that lets time pass in the demonstration school.</summary>
public static class TimeWords
{
    public static readonly Words Title = new("让时间前进", "Move time on");
    public static readonly Words Lead = new(
        "这是虚构的示范学校，今天是{0}。时间前进时，学生会缺勤、考试、情绪起伏，教职工照常处理个案；该到期的到期，该催的催，该上报的上报。之后换一个账号登录，看看各人的页面有什么变化。",
        "This is an invented school, and today is {0}. While time passes pupils are absent, write exams and are sad, and the staff deal with cases as usual; what is due comes up, is reminded of and is escalated. Then sign in with another account and see what has become of each person's pages.");
    public static readonly Words HowFar = new("前进多久", "How far");
    public static readonly Words Day = new("一天", "One day");
    public static readonly Words Week = new("一周", "One week");
    public static readonly Words Month = new("四周", "Four weeks");
    public static readonly Words ToEndOfTerm = new("到学期结束（{0} 天）", "To the end of the term ({0} days)");
    public static readonly Words ToEndOfYear = new("到校历结束（{0} 天）", "To the end of the calendar ({0} days)");
    public static readonly Words Effort = new("教职工有多少时间", "How much time the staff have");
    public static readonly Words Start = new("前进", "Move on");
    public static readonly Words NoWayBack = new("时间不能倒退。要从头看，请用空的数据文件夹重新启动。", "There is no way back. To begin anew, start with an empty data folder.");
    public static readonly Words UnderWay = new("时间正在前进：第 {0} 天，共 {1} 天。这个页面会自己更新；您可以先去做别的事。", "Time is passing: day {0} of {1}. This page renews itself; you can do something else meanwhile.");
    public static readonly Words Progress = new("时间前进的进度", "Progress of the days");
    public static readonly Words LookAgain = new("看看进度", "See how far it is");
    public static readonly Words Failed = new("第 {0} 天出了差错，停下了；之前的日子都已保存，可以再试。原因在程序的日志里。", "It stopped on day {0}; the days before are kept, and you can try again. The log of the program says why.");
    public static readonly Words Happened = new("{0}至{1}发生的事", "What happened from {0} to {1}");
    public static readonly Words OwnChildren = new("只数您可以查看的孩子和任务；心理教师和校长看到全校。", "Counted among the children and tasks that you may see; the counselor and the head teacher see all.");
    public static readonly Words RowsLead = new("{0}至{1}，共 {2} 条。", "{0} to {1}: {2} in all.");
    public static readonly Words RowsNow = new("目前共 {0} 条。", "{0} now.");
    public static readonly Words SchoolDays = new("上课日", "school days");
    public static readonly Words Flags = new("新的风险提示", "flags raised");
    public static readonly Words Opened = new("新开个案", "cases opened");
    public static readonly Words Closed = new("结案", "cases closed");
    public static readonly Words TasksDone = new("完成的任务", "tasks done");
    public static readonly Words FellLate = new("逾期过的任务", "tasks that fell late");
    public static readonly Words Visits = new("家访", "home visits");
    public static readonly Words VisitsInTime = new("其中按时 {0}", "{0} of them in time");
    public static readonly Words Escalations = new("上报", "escalations asked");
    public static readonly Words Decided = new("已批 {0}，催办过 {1}", "{0} approved, {1} had to be reminded of");
    public static readonly Words Emergencies = new("应急启动", "emergencies");
    public static readonly Words Reviews = new("评估：好转 {0}，未变 {1}，变差 {2}", "Reviews: {0} improved, {1} unchanged, {2} worse");
    public static readonly Words ChartTitle = new("一周一周", "Week by week");
    public static readonly Words ChartSummary = new("每周新的风险提示、新开个案、家访和逾期家访的数目；数字见下表。", "Flags, cases, home visits and late ones by week; the figures are in the table below.");
    public static readonly Words WeekFrom = new("从", "Week from");
    public static readonly Words VisitsLate = new("逾期家访", "late home visits");
    public static readonly Words Unit = new("数目", "count");
    public static readonly Words NobodyFell = new("没有一个孩子被落下", "No child fell through");
    public static readonly Words Standing = new(
        "在办个案 {0} 个：{1} 个有负责人，{2} 个有下一个日期；{3} 个已过日期，其中最久的过了 {4} 天，都在负责人和校长的页面上催着。",
        "{0} open cases: {1} have somebody responsible, {2} have a next date; {3} are past it, by {4} days at most, and stand as late on the pages of their owner and of the head teacher.");
    public static readonly Words Holds = new("程序核对了 {0} 条不变式，全部成立。", "The program has checked {0} invariants, and all of them hold.");
    public static readonly Words HoldsNot = new("不变式没有全部成立，请告诉程序的作者：", "Not every invariant holds; tell the authors of the program:");
    public static readonly Words LookAt = new("现在去看", "Now look at");

    public static Words Of(StaffEffort effort) => effort switch
    {
        StaffEffort.Usual => new("和平常一样：大部分按时完成", "As usual: most is done on its day"),
        StaffEffort.Short => new("人手不够：按时完成的不到一半", "Too few people: less than half is done on its day"),
        _ => new("没有人处理（紧急情况除外）：看程序自己做什么", "Nobody acts, save in an emergency: see what the program does by itself"),
    };
}
