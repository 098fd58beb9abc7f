using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>What a phone keeps for the way, and the page that works without a line.</summary>
public static class AwayWords
{
    public static readonly Words Title = new("没有信号也能填", "Without a signal");
    public static readonly Words Lead = new("一周内的任务和联系卡加密存放在这台手机上，退出登录即清除。表单先存好，有信号时自动发送，不会重复，也不会丢失。", "The tasks and contact cards of the week are on this phone, encrypted, until you sign out. Forms are kept and sent when there is a signal: never twice, never lost.");
    public static readonly Words NoScript = new("这一页需要脚本。没有脚本时请在有信号的地方打开“我的任务”。", "This page needs script. Without it, open 'My tasks' where there is a signal.");
    public static readonly Words Plain = new("浏览器只允许在 HTTPS 地址上离线使用。在这个地址上，表单会边填边存（只存您在该表单中输入的内容，发送或退出后清除），请在有信号时提交。", "Browsers allow this over HTTPS only. At this address forms still save themselves as they are typed (only what you typed into that form, until it is sent or you sign out); send them where there is a signal.");
    public static readonly Words Nobody = new("这台手机上没有人登录。", "Nobody is signed in on this phone.");
    public static readonly Words SendNow = new("立即发送", "Send now");
    public static readonly Words Sent = new("已发送 {0} 份表单。", "{0} forms were sent.");
    public static readonly Words NoLine = new("现在没有信号，表单已存在手机上。", "There is no signal now; the forms are kept on the phone.");
    public static readonly Words SignInAgain = new("登录已过期，请重新登录，表单会接着发送。", "You are signed out; sign in again and the forms will be sent.");
    public static readonly Words Nothing = new("手机上没有任务。请在有信号时打开“我的任务”。", "No task is on this phone. Open 'My tasks' where there is a signal.");
    public static readonly Words Taken = new("手机上的任务", "Tasks on this phone");
    public static readonly Words Waiting = new("已存好，等待发送。", "Kept, waiting to be sent.");
    public static readonly Words NotTaken = new("没有收下：", "Not taken:");
    public static readonly Words WhatToDo = new("您写的内容保留在下面，没有丢失。可以抄录到孩子档案的观察里，再删除；若任务又回到您名下，可以再试一次。", "What you wrote is kept below and not lost. You can copy it into an observation in the child's file and then delete it here, or try again where the task has come back to you.");
    public static readonly Words Again = new("再试一次", "Try again");
    public static readonly Words Discard = new("删除", "Delete");
    public static readonly Words Sure = new("确定删除？内容不能恢复。", "Delete it? What was written cannot be brought back.");
    public static readonly Words Keep = new("完成并发送", "Finish and send");
    public static readonly Words SeenLater = new("有信号发送后立即筛查。涉及安全的情况不要等，请马上打电话。", "The child is screened as soon as this is sent. Anything about safety does not wait: telephone at once.");
    public static readonly Words Restored = new("上次没有发送的内容已经放回表单。", "What you typed before and did not send has been put back.");
    public static readonly Words Unsent = new("有 {0} 份表单还没有发送，退出登录会把它们删除。仍要退出吗？", "{0} forms have not been sent, and signing out deletes them. Sign out all the same?");
    public static readonly Words UnsentCount = new("等待发送的表单：", "Forms waiting to be sent:");
    public static readonly Words Open = new("离线填写", "Without a signal");
}
