using System.Globalization;
using CaseFlow.Engine;

namespace CaseFlow.Web.Components;

/// <summary>Dates and figures as people of the current language read them.</summary>
public static class Say
{
    /// <summary>The language of the page for the html element.</summary>
    public static string Language => IsChinese ? "zh-CN" : "en";

    public static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>2026年3月2日, 2 Mar 2026.</summary>
    public static string Date(DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Date(DateOnly? day) => day is { } d ? Date(d) : "—";

    /// <summary>Day and time at the school.</summary>
    public static string When(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString(IsChinese ? "yyyy年M月d日 HH:mm" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>For the value of a date field.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day that an address names, as <see cref="Iso"/> writes it; null where it names none, or one at the edge of all days.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsAmongDays(day) ? day : null;

    /// <summary>Whether there are days before and after a day.</summary>
    public static bool IsAmongDays(DateOnly day) => day.Year is > 1 and < 9999;

    /// <summary>Several things in a row.</summary>
    public static string List(IEnumerable<string> items) => string.Join(IsChinese ? "、" : ", ", items);

    /// <summary>Words with figures in them; the placeholders are {0}, {1}.</summary>
    public static string With(this Words words, params object?[] values) => string.Format(CultureInfo.InvariantCulture, words.ToString(), values);
}
