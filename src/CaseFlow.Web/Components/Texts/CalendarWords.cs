using CaseFlow.Engine;
using CaseFlow.Engine.Calendar;

namespace CaseFlow.Web.Components.Texts;

/// <summary>The calendar of the school.</summary>
public static class CalendarWords
{
    public static readonly Words Title = new("校历", "Calendar");
    public static readonly Words Lead = new("期限、考勤和筛查都按校历计算。放假、调休和考试在这里登记，登记后立即生效。", "Limits, attendance and screening count by this calendar. Put holidays, make-up days and exams on record here; they hold at once.");
    public static readonly Words NoTermYet = new("还没有校历，目前按周一至周五上课计算。请先添加学期。", "There is no calendar yet, so Monday to Friday count as school days. Add a term first.");
    public static readonly Words Before = new("上个月", "Month before");
    public static readonly Words Next = new("下个月", "Next month");
    public static readonly Words SetTitle = new("登记放假、调休或考试", "Holidays, make-up days, exams");
    public static readonly Words From = new("从", "From");
    public static readonly Words Until = new("到", "Until");
    public static readonly Words UntilHint = new("只有一天时不填。", "Leave it empty for one day.");
    public static readonly Words Kind = new("这几天", "These days are");
    public static readonly Words Note = new("备注，例如“清明节”", "Note, for example 'Tomb-Sweeping Day'");
    public static readonly Words Set = new("登记", "Put on record");
    public static readonly Words TermTitle = new("添加学期", "Add a term");
    public static readonly Words TermName = new("学期", "Term");
    public static readonly Words TermHint = new("例如 2025-2026-2 是 2025–2026 学年下学期。周一至周五记为上课日，已登记的日子不变。", "For example 2025-2026-2 for the spring term of that school year. Monday to Friday become school days; days on record stay.");
    public static readonly Words AddTerm = new("添加学期", "Add the term");
    public static readonly Words MakeUp = new("调休上课", "make-up");
    public static readonly Words WrongDays = new("结束日期要在开始日期之后，且不超过一年。", "The last day must not be before the first, nor a year after it.");

    public static IEnumerable<Words> Weekdays { get; } =
        [new("一", "Mon"), new("二", "Tue"), new("三", "Wed"), new("四", "Thu"), new("五", "Fri"), new("六", "Sat"), new("日", "Sun")];

    public static string Month(DateOnly month) => Say.IsChinese ? $"{month.Year}年{month.Month}月" : month.ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>For the cell of a day, which is narrow on a phone.</summary>
    public static readonly Words Off = new("放假", "off");

    public static Words Of(DayKind kind) => kind switch
    {
        DayKind.Holiday => new("放假", "holiday"),
        DayKind.Exam => new("考试", "exam"),
        _ => new("上课", "school"),
    };
}
