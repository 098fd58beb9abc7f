using System.Globalization;
using CaseFlow.Engine;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Robots;

namespace CaseFlow.Web.Components.Texts;

/// <summary>Robots in chat groups: the administrator's page, and what they say.</summary>
public static class RobotWords
{
    public static readonly Words Title = new("群机器人", "Group robots");
    public static readonly Words Lead = new(
        "企业微信群或钉钉群的机器人可以在有事等待办理时提醒大家。消息里只有数量和登录链接，没有孩子的姓名、学号、班级或代号。",
        "A robot in a WeCom or DingTalk group can tell people that something waits. Its messages hold a number and a link to sign in, and no child's name, number, class or code.");
    public static readonly Words All = new("已添加的机器人", "Robots");
    public static readonly Words None = new("还没有群机器人。", "There is no robot yet.");
    public static readonly Words Name = new("群的名称", "Name of the group");
    public static readonly Words KindTitle = new("种类", "Kind");
    public static readonly Words Address = new("机器人地址（Webhook）", "Address of the robot (webhook)");
    public static readonly Words AddressHint = new("从群机器人的设置中复制，以 https:// 开头。保存后加密存放，不再完整显示。", "Copy it from the robot's settings; it begins with https://. It is kept protected and not shown whole again.");
    public static readonly Words Secret = new("加签密钥（仅钉钉）", "Secret for signing (DingTalk only)");
    public static readonly Words SecretHint = new("钉钉机器人选了“加签”才填，以 SEC 开头。选“自定义关键词”的，关键词填 CaseFlow。", "Only where the DingTalk robot asks for a signature; it begins with SEC. Where it asks for a keyword, let that be CaseFlow.");
    public static readonly Words Site = new("本系统的地址", "Address of this program");
    public static readonly Words SiteHint = new("消息里的链接以它开头，群里的人要能打开。", "The link in the messages begins with it; the people of the group have to reach it.");
    public static readonly Words Language = new("消息的语言", "Language of the messages");
    public static readonly Words Happenings = new("提醒哪些事", "What it tells of");
    public static readonly Words AddTitle = new("添加机器人", "Add a robot");
    public static readonly Words Add = new("添加", "Add it");
    public static readonly Words State = new("状态", "State");
    public static readonly Words NothingSent = new("还没有发过消息", "no message sent yet");
    public static readonly Words Sent = new("{0} 发送成功", "sent {0}");
    public static readonly Words Failed = new("{0} 发送失败：{1}", "failed {0}: {1}");
    public static readonly Words Test = new("试发一条", "Send a test message");
    public static readonly Words Remove = new("移除", "Remove");
    public static readonly Words RemoveMeans = new("群里不再收到消息，地址和密钥一并删除；要恢复须重新添加。", "The group hears nothing any more, and address and secret are forgotten; to have it back it has to be added anew.");

    public static readonly Words TestMessage = new("【CaseFlow】这是一条测试消息，收到即表示设置正确。{1}", "[CaseFlow] This is a test message; that it is here means that all is set up. {1}");

    private static readonly Words EmergencySaid = new("【CaseFlow】紧急：有 {0} 件紧急上报等待决定，请立即登录处理。{1}", "[CaseFlow] Emergency: {0} wait for a decision. Sign in at once: {1}");
    private static readonly Words EscalationSaid = new("【CaseFlow】有 {0} 件上报等待决定，请登录处理。{1}", "[CaseFlow] Escalations that wait for a decision: {0}. Sign in: {1}");
    private static readonly Words WaitingSaid = new("【CaseFlow】今天有 {0} 件事等待办理，请登录查看。{1}", "[CaseFlow] Things that wait today: {0}. Sign in: {1}");
    private static readonly Words VisitsSaid = new("【CaseFlow】明天有 {0} 次家访到期，请登录查看。{1}", "[CaseFlow] Home visits due tomorrow: {0}. Sign in: {1}");

    public static Words Kind(RobotKind kind) => kind == RobotKind.WeCom ? new("企业微信", "WeCom") : new("钉钉", "DingTalk");

    public static Words Of(string happening) => happening switch
    {
        Happening.Emergency => new("紧急情况", "emergencies"),
        Happening.Escalation => new("有上报等待决定", "escalations that wait"),
        Happening.Waiting => new("每个上学日一次：有事等待办理", "once a school day: things that wait"),
        _ => new("明天有家访到期", "home visits due tomorrow"),
    };

    /// <summary>What a robot says of a happening; {0} is the number and {1} the link.</summary>
    public static Words Said(string happening) => happening switch
    {
        Happening.Emergency => EmergencySaid,
        Happening.Escalation => EscalationSaid,
        Happening.Waiting => WaitingSaid,
        _ => VisitsSaid,
    };

    /// <summary>A message in the language of a robot.</summary>
    public static string Message(Robot robot, Words words, string page, int number = 0) =>
        string.Format(CultureInfo.InvariantCulture, words.In(CultureInfo.GetCultureInfo(robot.Language)), number, robot.Site + page);

    /// <summary>Why a message did not get through, and what to look at.</summary>
    public static Words Failure(string code)
    {
        var number = code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return code.Split(':')[0] switch
        {
            RobotFailure.Status => new($"对方回答 HTTP {number}，请核对地址", $"it answered HTTP {number}; check the address"),
            RobotFailure.Refused => new($"机器人拒绝（errcode {number}），请核对地址、密钥和关键词", $"the robot refused (errcode {number}); check address, secret and keyword"),
            RobotFailure.NotARobot => new("回答的不是群机器人，请核对地址", "what answered is no group robot; check the address"),
            RobotFailure.NoAnswer => new("对方没有及时回答", "no answer in time"),
            RobotFailure.PrivateAddress => new("地址在内部网络，设置不允许", "the address is in a private network, which the settings do not allow"),
            RobotFailure.Unreadable => new("保存的地址无法解密，请移除后重新添加", "the kept address cannot be read any more; remove the robot and add it again"),
            _ => new("无法连接对方", "it could not be reached"),
        };
    }
}
