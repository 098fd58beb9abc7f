using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Who read whose file.</summary>
public static class ReadingWords
{
    public static readonly Words Title = new("查阅记录", "Who read what");
    public static readonly Words Lead = new("每一次打开孩子的档案、个案、任务或上报都记录在这里，任何人都不能删改。", "Every time somebody opened a child's dossier, case, task or escalation stands here; nobody can change or remove it.");
    public static readonly Words Who = new("查阅人", "Who");
    public static readonly Words Anybody = new("所有人", "anybody");
    public static readonly Words Child = new("学生", "Child");
    public static readonly Words Until = new("截至", "Up to");
    public static readonly Words When = new("时间", "When");
    public static readonly Words What = new("内容", "What");
    public static readonly Words None = new("没有符合条件的查阅记录。", "Nothing was read that fits.");
    public static readonly Words More = new("只列出最近 {0} 条。要看更早的，请把“截至”改为较早的日期。", "The latest {0} are shown. For earlier ones, choose an earlier day.");

    /// <summary>What was opened, by the code that is on record; the address itself where the program's interface was asked.</summary>
    public static string Of(string what) => what switch
    {
        "dossier" => new Words("档案", "dossier").ToString(),
        "case" => new Words("个案", "case").ToString(),
        "task" => new Words("任务", "task").ToString(),
        "sheet" => new Words("家访表", "visit sheet").ToString(),
        "escalation" => new Words("上报", "escalation").ToString(),
        "why" => new Words("预警原因", "why there is a flag").ToString(),
        _ => what,
    };
}
