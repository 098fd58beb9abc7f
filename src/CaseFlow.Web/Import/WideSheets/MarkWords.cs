using System.Text.RegularExpressions;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>What the marks of a register say: by the sheet's own legend, otherwise as most schools use them.</summary>
internal static partial class MarkWords
{
    private static readonly Dictionary<string, MarkMeaning> Usual = Of(
        (MarkMeaning.Present, "√ ✓ ✔ 到 出勤 ."),
        (MarkMeaning.Absent, "× ✕ ✗ ✘ ╳ X 旷 缺 缺课 旷课 缺勤 缺席"),
        (MarkMeaning.Excused, "○ 〇 O ◯ 病 事 假 请假 病假 事假"),
        (MarkMeaning.Late, "△ ▲ 迟 迟到"),
        (MarkMeaning.Early, "▽ ▼ 退 早退"));

    private static readonly Dictionary<string, MarkMeaning> Words = Of(
        (MarkMeaning.Present, "出勤 到校 正常 出席 在校 到课"),
        (MarkMeaning.Absent, "旷课 缺勤 缺课 缺席"),
        (MarkMeaning.Excused, "请假 病假 事假"),
        (MarkMeaning.Late, "迟到"),
        (MarkMeaning.Early, "早退"));

    /// <summary>A mark as it is compared; a small x is a large one.</summary>
    public static string Key(string mark) => Folded.Key(mark).Trim();

    public static MarkMeaning? UsualOf(string mark) => Usual.TryGetValue(Key(mark), out var meaning) ? meaning : null;

    /// <summary>The legend in a text such as <c>√出勤 ×缺课</c> or <c>出勤：√ 迟到：△</c>; empty where it has none.</summary>
    public static IEnumerable<(string Mark, MarkMeaning Meaning)> Legend(string text)
    {
        var found = Part().Matches(text).Select(m => m.Value).ToList();
        for (var i = 0; i + 1 < found.Count; i++)
        {
            // Whether the mark comes first or the word: as the text begins.
            var (mark, word) = Words.ContainsKey(found[0]) ? (found[i + 1], found[i]) : (found[i], found[i + 1]);
            if (Words.ContainsKey(mark) || !Words.TryGetValue(word, out var meaning))
                continue;
            yield return (Key(mark), meaning);
            i++;
        }
    }

    private static Dictionary<string, MarkMeaning> Of(params (MarkMeaning Meaning, string Marks)[] words) =>
        words.SelectMany(w => w.Marks.Split(' '), (w, mark) => (mark, w.Meaning)).ToDictionary(x => x.mark, x => x.Meaning);

    [GeneratedRegex(@"出勤|到校|正常|出席|在校|到课|旷课|缺勤|缺课|缺席|请假|病假|事假|迟到|早退|[\p{S}〇·#*@-[=+<>|~^`$]]|(?<![A-Za-z])[A-Za-z](?![A-Za-z])")]
    private static partial Regex Part();
}
