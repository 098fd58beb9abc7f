using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>What the titles of a sheet say: the nearest to the pupils first.</summary>
internal static partial class SheetTitle
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The day that a title names.</summary>
    public static DateOnly? Day(IEnumerable<string> titles) => titles
        .Select(t => Date().Match(Plain(t)) is { Success: true } m ? CellText.Date($"{m.Groups["y"]}-{m.Groups["m"]}-{m.Groups["d"]}", out _) : null)
        .FirstOrDefault(d => d is not null);

    /// <summary>The first day of the month that a title names; without a year the latest such month that has begun.</summary>
    public static DateOnly? Month(IEnumerable<string> titles, DateOnly today)
    {
        var texts = titles.Select(Plain).ToList();
        foreach (var match in texts.Select(t => YearAndMonth().Match(t)).Where(m => m.Success))
            return new(Number(match, "y"), Number(match, "m"), 1);
        foreach (var match in texts.Select(t => MonthOnly().Match(Arabic(t))).Where(m => m.Success))
            return new DateOnly(Number(match, "m") > today.Month ? today.Year - 1 : today.Year, Number(match, "m"), 1);
        return null;
    }

    /// <summary>The exam that a title names, such as 期中考试, with the term where that stands before it.</summary>
    public static string? Exam(IEnumerable<string> titles) => titles
        .Select(t => ExamName().Match(Plain(t))).FirstOrDefault(m => m.Success)?.Value;

    /// <summary>What an exam is called in all its names, such as 期中.</summary>
    public static string? ExamKind(string exam) => KindOfExam().Match(exam) is { Success: true } match ? match.Value : null;

    /// <summary>The class among those given that a title names; null where none is, or several.</summary>
    public static string? Class(IEnumerable<string> titles, IReadOnlyCollection<string> classes)
    {
        foreach (var title in titles.Select(ClassKey))
        {
            var named = classes.Where(c => Names(title, ClassKey(c))).ToList();
            var longest = named.Where(c => ClassKey(c).Length == named.Max(n => ClassKey(n).Length)).ToList();
            if (longest is [var one])
                return one;
        }

        return null;
    }

    /// <summary>A class as it is compared: 三年级2班 and 三(二)班 are the same.</summary>
    public static string ClassKey(string name) =>
        string.Concat(Arabic(Folded.Header(name)).Replace("年级", "", StringComparison.Ordinal).Where(c => c is not ('(' or ')' or '第')));

    /// <summary>A number before it would make it another class: 12班 is not 2班.</summary>
    private static bool Names(string title, string name)
    {
        var at = title.IndexOf(name, StringComparison.Ordinal);
        return name.Length > 0 && at >= 0 && (at == 0 || !char.IsDigit(title[at - 1]) || !char.IsDigit(name[0]));
    }

    private static string Arabic(string text) => string.Concat(
        text.Replace("十一月", "11月", StringComparison.Ordinal).Replace("十二月", "12月", StringComparison.Ordinal).Replace("十月", "10月", StringComparison.Ordinal)
            .Select(c => Digits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c));

    private static string Plain(string text) => string.Concat(Folded.Width(text).Where(c => !char.IsWhiteSpace(c)));

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<y>20[0-9]{2})[年./-](?<m>[0-9]{1,2})[月./-](?<d>[0-9]{1,2})", RegexOptions.ExplicitCapture)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<y>20[0-9]{2})(年|[./-])?(?<m>1[0-2]|0?[1-9])(月|(?![0-9]))", RegexOptions.ExplicitCapture)]
    private static partial Regex YearAndMonth();

    [GeneratedRegex(@"(?<![0-9])(?<m>1[0-2]|0?[1-9])月(?!考(?!勤))", RegexOptions.ExplicitCapture)]
    private static partial Regex MonthOnly();

    [GeneratedRegex(@"([春秋]季(学期)?|第[一二12]学期|[上下]学期)?(期中|期末|第[一二三四五六七八九十0-9]+次月考|[一二三四五六七八九十0-9]*月考|第[一二三四五六七八九十0-9]+单元|开学|摸底|模拟|质量)(考试|测试|检测|测验|调研)?", RegexOptions.ExplicitCapture)]
    private static partial Regex ExamName();

    [GeneratedRegex(@"期中|期末|第[一二三四五六七八九十0-9]+次月考|[一二三四五六七八九十0-9]*月月考|第[一二三四五六七八九十0-9]+单元", RegexOptions.ExplicitCapture)]
    private static partial Regex KindOfExam();
}
