using CaseFlow.Engine;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Web.Robots;

/// <summary>Why a robot was not taken, or not told.</summary>
public static class RobotRefusals
{
    public static readonly Refusal Name = new("robot.name", new Words(
        $"请填写群的名称，最多 {Robot.LongestName} 个字。", $"Give the name of the group, in {Robot.LongestName} characters at most."));

    public static readonly Refusal Address = new("robot.address", new Words(
        "机器人地址须是 https:// 开头的完整地址，不含用户名。请从群机器人的设置中复制。", "The address of the robot is a whole one that begins with https:// and names no user. Copy it from the robot's settings."));

    public static readonly Refusal Secret = new("robot.secret", new Words(
        "加签密钥只用于钉钉机器人，最多 200 个字。", "A secret for signing is for DingTalk's robots only, of 200 characters at most."));

    public static readonly Refusal Happenings = new("robot.happenings", new Words("请至少选择一类消息。", "Choose at least one kind of message."));

    public static readonly Refusal Site = new("robot.site", new Words(
        "本系统的地址须是 http:// 或 https:// 开头的地址，最多 150 个字。", "The address of this program begins with http:// or https://, in 150 characters at most."));

    public static readonly Refusal Unknown = new("robot.unknown", new Words("没有这个群机器人。", "There is no such robot."));

    public static readonly Refusal NotDelivered = new("robot.not-delivered", new Words(
        "试发失败，原因见机器人的状态。", "The test message did not get through; the state of the robot says why."));
}
