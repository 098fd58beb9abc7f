using CaseFlow.Engine;
using CaseFlow.Web.Access;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Tokens of other systems.</summary>
public static class TokenWords
{
    public static readonly Words Title = new("系统接口", "Other systems");
    public static readonly Words Lead = new(
        "其他系统（如教务系统）用令牌调用本系统的接口。每个令牌只能做所选范围内的事；它读了谁、写了什么，都以令牌的名称记入查阅记录和导入记录。",
        "Other systems, such as the register of the school, call this one with a token. A token does only what its scopes name; whom it read and what it wrote is on record under its name.");
    public static readonly Words MakeTitle = new("新建令牌", "New token");
    public static readonly Words Name = new("系统名称", "Name of the system");
    public static readonly Words Scopes = new("权限范围", "Scopes");
    public static readonly Words LastDay = new("有效期至", "Good until");
    public static readonly Words LastDayHint = new("到这一天结束为止，最长一年。", "To the end of that day, a year at most.");
    public static readonly Words Make = new("新建并显示令牌", "Make it and show the token");
    public static readonly Words OnceTitle = new("令牌（只显示这一次）", "Token (shown this once)");
    public static readonly Words OnceText = new("请把它存进那个系统的设置，不要通过聊天或邮件转发。程序里只保存它的校验值。", "Put it into the settings of that system; do not send it by chat or mail. The program keeps its hash alone.");
    public static readonly Words None = new("还没有令牌。", "There is no token yet.");
    public static readonly Words Made = new("建立", "Made");
    public static readonly Words LastUsed = new("最近使用", "Last used");
    public static readonly Words Never = new("从未使用", "never");
    public static readonly Words State = new("状态", "State");
    public static readonly Words Revoke = new("撤销", "Revoke");
    public static readonly Words RevokeMeans = new("使用它的系统立即不能再访问，且无法恢复；需要时另发一个新令牌。", "The system that uses it is shut out at once and for good; it would need a new token.");
    public static readonly Words Revoked = new("已撤销", "revoked");
    public static readonly Words Ended = new("已到期", "ended");
    public static readonly Words All = new("令牌", "Tokens");

    private static readonly Words Lists = new("读取学生名单和个案名单", "read the lists of children and cases");
    private static readonly Words Figures = new("读取学期统计", "read the figures of a term");
    private static readonly Words Observations = new("记录观察", "record observations");
    private static readonly Words Import = new("导入考勤、成绩、观察和联系记录", "import attendance, exams, observations and contacts");

    public static Words Scope(string scope) => scope switch
    {
        OtherSystem.Lists => Lists,
        OtherSystem.Figures => Figures,
        OtherSystem.Observations => Observations,
        _ => Import,
    };
}
