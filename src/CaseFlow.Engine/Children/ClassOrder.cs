using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Children;

/// <summary>Grades and classes as people count them: 一年级 before 二年级, 三(2)班 before 三(10)班, 初一 after 六年级.</summary>
public static class ClassOrder
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Classes by grade, then by name.</summary>
    public static IOrderedEnumerable<ClassRoom> InOrder(this IEnumerable<ClassRoom> classes) =>
        classes.OrderBy(c => KeyOf(c.Grade ?? c.Name), StringComparer.Ordinal).ThenBy(c => KeyOf(c.Name), StringComparer.Ordinal);

    /// <summary>A text that sorts by code point as the name sorts for people: each number in it, Chinese or not, in three places.</summary>
    public static string KeyOf(string name)
    {
        var key = new StringBuilder(name.StartsWith('初') ? "1" : name.StartsWith('高') ? "2" : "0");
        for (var at = 0; at < name.Length;)
        {
            var end = at;
            while (end < name.Length && (char.IsAsciiDigit(name[end]) || name[end] == '十' || Digits.Contains(name[end], StringComparison.Ordinal)))
                end++;
            if (end == at)
                key.Append(name[end++]);
            else
                key.Append(Number(name[at..end]).ToString("000", CultureInfo.InvariantCulture));
            at = end;
        }

        return key.ToString();
    }

    /// <summary>The value of digits, or of a Chinese number below a hundred; larger ones as the sum of their digits' places.</summary>
    private static long Number(string text)
    {
        var value = 0L;
        foreach (var c in text.TakeLast(6))
        {
            if (c == '十')
                value = value == 0 ? 10 : value * 10;
            else if (text.Contains('十', StringComparison.Ordinal))
                value += Digits.IndexOf(c, StringComparison.Ordinal);
            else
                value = (value * 10) + (char.IsAsciiDigit(c) ? c - '0' : Digits.IndexOf(c, StringComparison.Ordinal));
        }

        return value;
    }
}
