using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>The words by which schools head the columns of their sheets.</summary>
internal static partial class HeaderWords
{
    private static readonly HashSet<string> Subjects =
    [
        "语文", "数学", "英语", "科学", "道德与法治", "道法", "品德", "思想品德", "政治", "物理", "化学", "生物", "历史", "地理", "音乐", "美术", "体育",
        "信息技术", "信息", "劳动", "劳技", "书法", "心理健康", "综合实践",
    ];

    private static readonly Dictionary<string, ColumnUse> Uses = new()
    {
        ["学号"] = ColumnUse.StudentNo, ["学生学号"] = ColumnUse.StudentNo, ["studentno"] = ColumnUse.StudentNo,
        ["姓名"] = ColumnUse.Name, ["学生姓名"] = ColumnUse.Name, ["名字"] = ColumnUse.Name, ["name"] = ColumnUse.Name,
        ["班级"] = ColumnUse.Class, ["班别"] = ColumnUse.Class, ["class"] = ColumnUse.Class,
        ["总分"] = ColumnUse.Total, ["总成绩"] = ColumnUse.Total, ["total"] = ColumnUse.Total,
        ["名次"] = ColumnUse.Rank, ["排名"] = ColumnUse.Rank, ["班级名次"] = ColumnUse.Rank, ["班级排名"] = ColumnUse.Rank, ["班名次"] = ColumnUse.Rank,
        ["总分名次"] = ColumnUse.Rank, ["总分排名"] = ColumnUse.Rank, ["rank"] = ColumnUse.Rank,
    };

    /// <summary>What stands where a name would stand in rows that are of no pupil.</summary>
    private static readonly string[] Summaries =
        ["平均", "合计", "总计", "总分", "最高", "最低", "及格", "优秀", "良好", "满分", "人数", "应到", "实到", "全班", "班级平均", "备注", "制表", "填表", "图例", "说明", "班主任", "星期", "注:"];

    /// <summary>Where no number says who did not sit the exam, one of these does.</summary>
    private static readonly HashSet<string> NotSat = ["缺考", "缺", "免考", "未考", "请假", "病假", "事假", "休学", "转学", "-", "--", "—", "——", "/", "\\"];

    public static ColumnUse UseOf(string header) => Uses.GetValueOrDefault(Bare(header));

    public static bool IsPerson(string header) => UseOf(header) is ColumnUse.Name or ColumnUse.StudentNo;

    /// <summary>The subject that a header names, without what stands around it; null where it names none that is known.</summary>
    public static string? SubjectOf(string header)
    {
        var name = SubjectEnd().Replace(Bare(header), "");
        return Subjects.Contains(name) ? name : null;
    }

    /// <summary>The full score that stands in brackets behind a header.</summary>
    public static decimal? FullScoreIn(string header) =>
        InBrackets().Match(Folded.Width(header)) is { Success: true } match ? decimal.Parse(match.Groups["score"].ValueSpan, CultureInfo.InvariantCulture) : null;

    public static bool IsSummary(string cell) => Array.Exists(Summaries, s => Folded.Header(cell).StartsWith(s, StringComparison.Ordinal));

    public static bool IsFullScores(string cell) => Folded.Header(cell) is "满分" or "满分值" or "卷面满分";

    public static bool IsNotSat(string cell) => cell.Length == 0 || NotSat.Contains(Folded.Width(cell));

    /// <summary>A header or name without blanks and what is in brackets.</summary>
    public static string Bare(string text) => Brackets().Replace(Folded.Header(text), "");

    /// <summary>A name of a pupil as it is compared: <c>张 三</c> is <c>张三</c>.</summary>
    public static string NameKey(string name) => string.Concat(Folded.Key(name).Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"\(.*?\)|\[.*?\]|【.*?】")]
    private static partial Regex Brackets();

    [GeneratedRegex("(成绩|分数|得分)$")]
    private static partial Regex SubjectEnd();

    [GeneratedRegex(@"[(\[【](?:满分)?[:]?(?<score>[1-9][0-9]{1,2})分?[)\]】]", RegexOptions.ExplicitCapture)]
    private static partial Regex InBrackets();
}
