namespace CaseFlow.Web.Import.WideSheets;

/// <summary>The words by which registers name parts of a day and days of the week.</summary>
internal static class DayWords
{
    private static readonly HashSet<string> Parts =
    [
        "上午", "下午", "上", "下", "早", "中", "晚", "早上", "早晨", "早读", "早自习", "中午", "午休", "晚上", "晚自习", "晚修", "夜", "夜间",
        "am", "pm", "a.m.", "p.m.", "morning", "noon", "afternoon", "evening", "night",
    ];

    private static readonly HashSet<string> Weekdays = ["一", "二", "三", "四", "五", "六", "日", "天", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private static readonly string[] WeekdayStarts = ["星期", "礼拜", "周"];

    /// <summary>What stands under 姓名 beside a row of weekdays or parts of the day.</summary>
    private static readonly HashSet<string> Labels = ["日期", "星期", "周次", "时间", "时段", "午别", "上下午", "上午/下午", "节次", "班次"];

    private static readonly char[] Opening = ['(', '[', '【', ' ', '-', '_'], Closing = [')', ']', '】'];

    public static bool IsPart(string cell) => Parts.Contains(Folded.Header(cell));

    public static bool IsWeekday(string cell)
    {
        var text = Folded.Header(cell).Trim('(', ')');
        return Weekdays.Contains(Array.Find(WeekdayStarts, s => text.StartsWith(s, StringComparison.Ordinal)) is { } start ? text[start.Length..] : text);
    }

    public static bool IsLabel(string cell) => Labels.Contains(Folded.Header(cell));

    /// <summary>A header such as <c>9月1日下午</c> or <c>1(上)</c> without its part of the day; the part is null where it has none.</summary>
    public static (string Day, string? Part) Split(string header)
    {
        var text = Folded.Width(header).Trim().TrimEnd(Closing).ToLowerInvariant();
        var part = Parts.Where(p => text.EndsWith(p, StringComparison.Ordinal)).MaxBy(p => p.Length);
        return part is null ? (header, null) : (text[..^part.Length].TrimEnd(Opening), part);
    }
}
