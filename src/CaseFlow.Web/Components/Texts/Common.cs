using CaseFlow.Engine;
using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Words that many pages share. All words of the pages are in this folder, Chinese first.</summary>
public static class Common
{
    public static readonly Words Product = new("守望个案", "CaseFlow");
    public static readonly Words Skip = new("跳到正文", "Skip to the content");
    public static readonly Words MainMenu = new("主菜单", "Main menu");
    public static readonly Words SignOut = new("退出", "Sign out");
    public static readonly Words Notices = new("提醒", "Notices");
    public static readonly Words FootNote = new("儿童资料属敏感个人信息。每次查阅都会留下记录。", "Children's records are sensitive personal data. Every reading of a file is logged.");
    public static readonly Words TodayTitle = new("今日工作", "Today");
    public static readonly Words EscalationsTitle = new("待批上报", "Escalations");
    public static readonly Words TasksTitle = new("我的任务", "My tasks");
    public static readonly Words ChildrenTitle = new("孩子档案", "Children");
    public static readonly Words RegisterTitle = new("考勤登记", "Register");
    public static readonly Words TotalsTitle = new("汇总", "Totals");
    public static readonly Words AccountsTitle = new("账号管理", "Accounts");

    public static readonly Words NotDone = new("没有办成。", "This was not done.");
    public static readonly Words RefusalId = new("原因编号", "Reason");
    public static readonly Words Must = new("必填", "required");
    public static readonly Words Choose = new("请选择", "Choose");
    public static readonly Words Send = new("提交", "Send");
    public static readonly Words Back = new("返回", "Back");
    public static readonly Words Open = new("打开", "Open");
    public static readonly Words Pages = new("翻页", "Pages");
    public static readonly Words PageBefore = new("上一页", "Page before");
    public static readonly Words PageAfter = new("下一页", "Next page");
    public static readonly Words PageOf = new("第 {0} 页，共 {1} 页", "Page {0} of {1}");
    public static readonly Words Search = new("查找", "Search");
    public static readonly Words None = new("无", "none");
    public static readonly Words NotOnFile = new("未登记", "not on file");
    public static readonly Words Yes = new("是", "yes");
    public static readonly Words No = new("否", "no");
    public static readonly Words Reason = new("理由", "Reason");
    public static readonly Words Note = new("说明", "Note");
    public static readonly Words Due = new("期限", "Due");
    public static readonly Words Late = new("逾期", "late");
    public static readonly Words DueToday = new("今天到期", "due today");
    public static readonly Words System = new("系统", "the system");
    public static readonly Words Somebody = new("（已不在名册）", "(no longer on the list)");
    public static readonly Words ToStart = new("回到首页", "To the first page");

    public static readonly Words NotFoundTitle = new("找不到这个页面", "This page is not there");
    public static readonly Words NotFoundText = new("地址可能有误，或者这份资料不归您查看。请从首页或列表重新打开；如认为应当能看到，请联系心理教师或管理员。", "The address may be wrong, or the file is not one that you may see. Open it again from the first page or a list; if you think that you should see it, ask the counselor or the administrator.");
    public static readonly Words DeniedTitle = new("没有权限", "Not for this account");
    public static readonly Words DeniedText = new("您的角色不能查看这个页面。请从首页打开您的工作；如角色有误，请联系管理员。", "Your role does not include this page. Open your work from the first page; if your role is wrong, ask the administrator.");
    public static readonly Words ErrorTitle = new("出错了", "Something went wrong");
    public static readonly Words ErrorText = new("这一步没有完成，数据没有改动。请返回再试一次；如再次出现，请把下面的编号告诉管理员。", "This was not done and nothing was changed. Go back and try again; if it happens again, give the administrator the number below.");

    public static readonly Words NoticesTitle = new("提醒", "Notices");
    public static readonly Words NoNotices = new("没有提醒。有任务、上报或决定时会出现在这里。", "No notices. Tasks, escalations and decisions will show up here.");
    public static readonly Words MarkRead = new("标为已读", "Mark as read");
    public static readonly Words MarkAllRead = new("全部标为已读", "Mark all as read");
    public static readonly Words Unread = new("未读", "unread");
    public static readonly Words Urgent = new("紧急", "urgent");

    public static readonly Words TotalsText = new("只有合计，没有姓名；少于 5 的数不显示。", "Totals only, no names; numbers below 5 are not shown.");
    public static readonly Words Suppressed = new("少于 5", "below 5");
    public static readonly Words Pupils = new("在校学生", "Pupils");
    public static readonly Words LeftBehindChildren = new("留守儿童", "Left-behind children");
    public static readonly Words OpenCases = new("在办个案", "Open cases");
    public static readonly Words ClosedCases = new("已结个案", "Closed cases");
    public static readonly Words WaitingDecisions = new("待决定的上报", "Escalations waiting");
    public static readonly Words LateTasks = new("逾期任务", "Late tasks");

    /// <summary>What a role is called.</summary>
    public static Words Role(string role) => role switch
    {
        Roles.Counselor => new("心理教师", "counselor"),
        Roles.HeadTeacher => new("校长", "head teacher"),
        Roles.ClassTeacher => new("班主任", "class teacher"),
        Roles.SubjectTeacher => new("科任教师", "subject teacher"),
        Roles.Helper => new("帮扶教师", "helper"),
        Roles.EducationOffice => new("教育办", "education office"),
        _ => new("管理员", "administrator"),
    };

    /// <summary>What waits, as a notice says it: no name and no reason.</summary>
    public static Words Notice(string kind) => kind switch
    {
        "task" => new("有一项任务等您办理", "A task waits for you"),
        "late" => new("您有一项任务已逾期", "A task of yours is late"),
        "case" => new("有一个个案由您负责", "A case is yours"),
        "escalation" => new("有一项上报等您决定", "An escalation waits for your decision"),
        "emergency" => new("紧急：有一项应急上报等您追认", "Emergency: an escalation waits for you to ratify"),
        "reminder" => new("一项上报已超过时限", "An escalation has waited beyond its limit"),
        "decision" => new("校长对一项上报有了答复", "The head teacher has answered an escalation"),
        "digest" => new("今天有事项等您处理", "Things wait for you today"),
        "harm" => new("已提交一份强制报告", "A mandatory report was made"),
        _ => new("有事项等您处理", "Something waits for you"),
    };
}
