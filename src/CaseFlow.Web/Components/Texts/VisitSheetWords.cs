using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The paper of a visit, and its entry.</summary>
public static class VisitSheetWords
{
    public static readonly Words Title = new("家访表", "Visit sheet");
    public static readonly Words Print = new("打印家访表", "Print the visit sheet");
    public static readonly Words WeekTitle = new("一周的家访表", "Visit sheets of a week");
    public static readonly Words WeekLead = new("{0} 至 {1}，{2} 张。用浏览器的打印功能（Ctrl+P）打印，每个孩子一张 A4 纸。", "{0} to {1}, {2} sheet(s). Print them with your browser (Ctrl+P): a page of A4 for each child.");
    public static readonly Words OneLead = new("用浏览器的打印功能（Ctrl+P）打印一张 A4 纸。", "Print it with your browser (Ctrl+P) on a page of A4.");
    public static readonly Words Keep = new("表上没有等级和标记；仍有姓名、地址和电话，请收好，录入后交回学校销毁。", "No level and no flag stands on it, but a name, an address and phone numbers: keep it safe, and give it back to the school to be destroyed once it is entered.");
    public static readonly Words Week = new("从哪一天起", "From");
    public static readonly Words Whose = new("家访人", "Visitor");
    public static readonly Words Show = new("显示", "Show");
    public static readonly Words Before = new("前一周", "The week before");
    public static readonly Words After = new("后一周", "The week after");
    public static readonly Words None = new("这一周没有待办的家访。", "No visit is to be done in this week.");

    public static readonly Words Code = new("编码", "Code");
    public static readonly Words Whom = new("看望", "To see");
    public static readonly Words Until = new("请在此日前去", "Please go by");
    public static readonly Words Reason = new("为什么去", "Why");
    public static readonly Words ReasonFirst = new("老师想到家里认识一下，聊聊孩子最近的学习和生活。", "The school would like to get to know the family, and to hear how the child is doing.");
    public static readonly Words ReasonAgain = new("老师再来看看孩子和家里人，聊聊最近过得怎么样。", "The school looks in again, to hear how the child and the family are doing.");
    public static readonly Words DateLine = new("____ 年 ____ 月 ____ 日", "Day ____  Month ____  Year ______");
    public static readonly Words SeenOnPaper = new("{0}–{1} 观察到的情况：勾选，最多三项，并圈出程度（{2}）", "{0}–{1} What you saw: tick three at most, and circle how much ({2})");
    public static readonly Words SameForAll = new("每张表的选项都相同。", "The choices are the same on every sheet.");
    public static readonly Words Foot = new("录入：{0}，输入编码。", "To enter it: {0}, then the code.");

    public static readonly Words EntryTitle = new("录入家访表", "Enter visit sheets");
    public static readonly Words EntryLead = new("输入纸上的编码，回车。大小写、空格和短横都不要紧。", "Type the code on the sheet, then Enter. Case, blanks and the hyphen do not matter.");
    public static readonly Words Next = new("下一步", "Go on");
    public static readonly Words Entered = new("已录入 {0}。请输入下一张的编码。", "{0} is entered. Type the code of the next sheet.");
    public static readonly Words Another = new("换一张表", "Another sheet");
    public static readonly Words EnterKeys = new("数字选择选项，Tab 或回车到下一题，Ctrl+回车提交。", "Figures choose, Tab or Enter goes on, Ctrl+Enter sends.");
    public static readonly Words Kind = new("{0} 观察到的情况", "{0} What you saw");
    public static readonly Words Severity = new("{0} 程度", "{0} How much");

    /// <summary>Before the note of whoever entered what somebody else wrote: the record itself says who entered it.</summary>
    public static readonly Words FromPaperOf = new("按{0}的纸质家访表录入。", "Entered from the visit sheet of {0}. ");
}
