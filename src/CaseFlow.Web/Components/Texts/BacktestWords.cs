using CaseFlow.Engine;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The pages of backtests.</summary>
public static class BacktestWords
{
    public static readonly Words Title = new("试算规则", "Try rules on the past");
    public static readonly Words Lead = new("选一段过去的日子，改几个数值或改一个规则文件，看标记、个案和老师的工作量会有什么不同。不会改动任何资料。", "Choose a past period, change some values or one rule file, and see what flags, cases and the load on the staff would have been. Nothing is changed.");
    public static readonly Words Period = new("哪一段日子", "The period");
    public static readonly Words From = new("从", "From");
    public static readonly Words To = new("到", "To");
    public static readonly Words TasksEach = new("每位心理教师每周能完成几项个案任务", "Tasks of cases that a counselor gets through in a week");
    public static readonly Words TryValues = new("试改数值", "Try other values");
    public static readonly Words TryValuesHint = new("展开规则，改需要的数值；不改的留着。", "Open a rule and change the values that you want to try; leave the others.");
    public static readonly Words TryFile = new("试改一个规则文件", "Try another text of a rule file");
    public static readonly Words TryFileHint = new("选一个文件，改它的内容；先检查，有错会指出行和列。这里的改动不会保存到文件。", "Choose a file and change its text; it is checked first, and mistakes are named with line and column. Nothing here is written to the file.");
    public static readonly Words ChooseFile = new("打开文件", "Open a file");
    public static readonly Words FileText = new("文件 {0} 的内容", "The text of {0}");
    public static readonly Words Start = new("开始试算", "Start");
    public static readonly Words Problem = new("第 {0} 行第 {1} 列：{2}", "line {0}, column {1}: {2}");
    public static readonly Words Earlier = new("以前的试算", "Earlier runs");
    public static readonly Words EarlierNone = new("还没有试算过。", "Nothing was tried yet.");
    public static readonly Words AskedAt = new("提出", "Asked");
    public static readonly Words LookAgain = new("看看进度", "See how far it is");
    public static readonly Words What = new("试了什么", "What was tried");
    public static readonly Words StateTitle = new("进度", "State");
    public static readonly Words RunOf = new("试算：{0} 至 {1}", "Backtest: {0} to {1}");
    public static readonly Words WaitingText = new("正在排队，几秒钟内开始。这个页面会自己更新。", "It waits its turn and begins within seconds. This page renews itself.");
    public static readonly Words RunningText = new("正在试算：已完成 {0} 个班，共 {1} 个班。这个页面会自己更新，也可以先离开，稍后再来。", "Under way: {0} of {1} classes done. This page renews itself; you can also leave and come back.");
    public static readonly Words FailedText = new("试算没有完成：{0}", "The backtest failed: {0}");
    public static readonly Words Progress = new("试算进度", "Progress of the backtest");
    public static readonly Words DoneText = new("{0} 个上课日，{1} 名学生。按目前在册的资料试算：补录和更正都算；标记只看规则是否成立，不看当时的回应。", "{0} school days, {1} pupils, over what is on record now: late entries and corrections count, and a flag is up while its rule holds, whatever was answered.");
    public static readonly Words Now = new("现行规则", "rules in force");
    public static readonly Words Then = new("试算的规则", "rules tried");
    public static readonly Words NowThen = new("{0} → {1}", "{0} → {1}");
    public static readonly Words FlagsFigure = new("标记", "flags");
    public static readonly Words CasesFigure = new("个案", "cases");
    public static readonly Words NewGone = new("新增 {0}，减少 {1}", "{0} new, {1} gone");
    public static readonly Words NewGoneChanged = new("新增 {0}，减少 {1}，程度改变 {2}", "{0} new, {1} gone, {2} of another severity");
    public static readonly Words LevelsFigure = new("等级不同的时段", "spells at another level");
    public static readonly Words ForeseenFigure = new("事先发现的属实个案", "confirmed cases foreseen");
    public static readonly Words ForeseenOf = new("共 {0} 个属实个案", "of {0} confirmed cases");
    public static readonly Words ForeseenMeans = new("属实个案：做过阶段评估或有属实标记的个案。立案前 30 天内有标记，算事先发现。", "A confirmed case has had a review or a confirmed flag. It was foreseen where a flag was up in the 30 days before it opened.");
    public static readonly Words LoadTitle = new("心理教师每周的任务", "Tasks of counselors by week");
    public static readonly Words LoadSummary = new("按两套规则每周到期的任务数与能完成的任务数；数字见下表。", "Tasks that fall due in each week under both sets of rules, against what the counselors get through; the figures are in the table below.");
    public static readonly Words Capacity = new("能完成 {0} 项", "capacity {0}");
    public static readonly Words Week = new("星期一", "Week from");
    public static readonly Words Tasks = new("任务", "tasks");
    public static readonly Words AllTasks = new("全部（{0}）", "all ({0})");
    public static readonly Words AboveCapacity = new("有 {0} 周超过能完成的量（现行 {1} 周）。", "{0} weeks are above what the counselors get through (now: {1}).");
    public static readonly Words RulesTitle = new("各条规则的标记", "Flags by rule");
    public static readonly Words RulesSummary = new("按规则比较两套规则的标记数；数字见下表。", "Flags by rule under both sets of rules; the figures are in the table below.");
    public static readonly Words PrecisionTitle = new("各条规则准不准", "How right the rules were");
    public static readonly Words PrecisionHint = new("只算有人评判过的标记。", "Of flags that people have judged.");
    public static readonly Words RightOf = new("{1} 个中属实 {0} 个", "{0} of {1} right");
    public static readonly Words NoneJudged = new("无评判", "none judged");
    public static readonly Words Foreseen = new("事先发现", "Foreseen");
    public static readonly Words NewRule = new("新规则", "new rule");
    public static readonly Words GoneRule = new("没有这条规则", "no such rule");
    public static readonly Words UseThese = new("采用这些数值", "Use these values");
    public static readonly Words FlagsNew = new("新增的标记", "New flags");
    public static readonly Words FlagsGone = new("减少的标记", "Flags that are gone");
    public static readonly Words FlagsChanged = new("程度改变的标记", "Flags of another severity");
    public static readonly Words LevelsChanged = new("等级改变", "Other levels");
    public static readonly Words CasesNew = new("新增的个案", "New cases");
    public static readonly Words CasesGone = new("减少的个案", "Cases that are gone");
    public static readonly Words SomeOf = new("这里是前 {0} 个，共 {1} 个。", "The first {0} of {1}.");
    public static readonly Words Student = new("学号", "Student");
    public static readonly Words Days = new("日期", "Days");
    public static readonly Words SeverityChange = new("程度", "Severity");
    public static readonly Words FromTill = new("{0} 至 {1}", "{0} to {1}");
    public static readonly Words Failures = new("出错的规则", "Rules that failed");
    public static readonly Words TextOf = new("文件 {0} 的另一内容", "another text of {0}");
    public static readonly Words ValueOf = new("{0}.{1} = {2}", "{0}.{1} = {2}");
    public static readonly Words TriedText = new("试算的内容", "The text that was tried");

    public static Words State(BacktestState state) => state switch
    {
        BacktestState.Waiting => new("排队中", "waiting"),
        BacktestState.Running => new("进行中", "under way"),
        BacktestState.Done => new("完成", "done"),
        _ => new("失败", "failed"),
    };
}
