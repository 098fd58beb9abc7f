using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The note that is written in one line.</summary>
public static class NoteWords
{
    public static readonly Words Title = new("记一笔", "Quick note");
    public static readonly Words TitleOf = new("记一笔：{0}", "Quick note: {0}");
    public static readonly Words Line = new("记一笔，回车保存", "Quick note; Enter saves it");
    public static readonly Words Save = new("保存", "Save");
    public static readonly Words Keys = new("开头写下面的一个字母或一个字，再空一格，即记明类别；通话和见面同时记为联系。", "One of these letters in front, then a space, says what kind; calls and meetings also count as contact.");
    public static readonly Words Observations = new("开头写拼音首字母：记为观察，立即筛查", "Initials in front: an observation, and the child is screened at once");
    public static readonly Words HowMuch = new("后面可加 1 至 3 表示程度，例如 {0}2；不加为轻微。涉及安全的情况马上启动应急处置。", "Add 1 to 3 for how much, as in {0}2; without it: slight. Anything about safety starts the emergency path immediately.");
    public static readonly Words Noted = new("已记下。可以接着写下一条。", "Noted. You can write the next one.");
    public static readonly Words NotedUrgent = new("已记下。应急处置正在进行，校长已收到通知。", "Noted. The emergency path is under way and the head teacher has been told.");
    public static readonly Words Latest = new("最近的经过", "Lately");

    /// <summary>A kind and what was written: on record in the language of the writer.</summary>
    public static readonly Words Said = new("{0}：{1}", "{0}: {1}");
}
