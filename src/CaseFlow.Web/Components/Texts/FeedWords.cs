using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>A person's own page and the calendar feed on it.</summary>
public static class FeedWords
{
    public static readonly Words MineTitle = new("我的账号", "My account");
    public static readonly Words RolesTitle = new("角色", "Roles");
    public static readonly Words PhoneTitle = new("手机", "Phone");
    public static readonly Words PasswordTitle = new("密码", "Password");
    public static readonly Words FeedTitle = new("把任务放进日历", "My tasks in a calendar");
    public static readonly Words FeedText = new(
        "手机或电脑上的日历可以订阅一个只属于您的地址，显示您待办的任务和家访。条目只写任务种类和个案代号，不写孩子的姓名；点开链接后须登录才能查看。",
        "The calendar on your telephone or computer can subscribe to an address of your own and show the tasks and visits that you have to do. An entry gives the kind of task and the code of the case, never a child's name; its link asks you to sign in.");
    public static readonly Words IsOff = new("日历订阅未开启。", "The calendar feed is off.");
    public static readonly Words IsOn = new("日历订阅已于 {0} 开启。地址不再显示；忘记了就换一个。", "The calendar feed has been on since {0}. Its address is not shown again; if you lost it, make a new one.");
    public static readonly Words SwitchOn = new("开启并显示地址", "Switch it on and show the address");
    public static readonly Words Renew = new("换一个新地址", "Make a new address");
    public static readonly Words SwitchOff = new("停用", "Switch it off");
    public static readonly Words RenewHint = new("换地址或停用后，旧地址立即失效。", "A new address, or switching it off, ends the old one at once.");
    public static readonly Words AddressTitle = new("订阅地址（只显示这一次）", "Address to subscribe to (shown this once)");
    public static readonly Words AddressText = new("知道这个地址的人不用登录就能看到这些条目，请不要转发。", "Whoever knows this address sees these entries without signing in. Do not pass it on.");
    public static readonly Words Subscribe = new("在日历中订阅", "Subscribe in your calendar");

    public static readonly Words CalendarName = new("CaseFlow 任务", "CaseFlow tasks");
    public static readonly Words Late = new("逾期：", "Late: ");
}
