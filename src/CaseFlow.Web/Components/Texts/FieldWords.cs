using CaseFlow.Engine;

namespace CaseFlow.Web.Components.Texts;

/// <summary>What is done in the class room and on the way: the register by keyboard, what is recorded in three taps, the visit form.</summary>
public static class FieldWords
{
    public static readonly Words KeyMove = new("上一名、下一名", "pupil before, pupil after");
    public static readonly Words KeyInitials = new("姓名拼音首字母，跳到该生", "pinyin initials of a name jump there");
    public static readonly Words KeySave = new("保存并完成登记", "save and close the register");
    public static readonly Words Marked = new("缺勤标记", "Marked");

    public static readonly Words ObserveOf = new("记录观察：{0}", "Record what you saw: {0}");
    public static readonly Words ThreeTaps = new("选类型，再提交；程度默认为轻微。涉及安全的情况马上启动应急处置。", "Choose the kind, then send; how much is 'slight' unless you say otherwise. Anything about safety starts the emergency path immediately.");
    public static readonly Words RecordedOf = new("已记录 {0} 的情况，并已重新筛查。", "Recorded for {0}, and the child was screened again.");
    public static readonly Words RecordedUrgentOf = new("已记录 {0} 的情况。应急处置正在进行，校长已收到通知。", "Recorded for {0}. The emergency path is under way and the head teacher has been told.");
}
