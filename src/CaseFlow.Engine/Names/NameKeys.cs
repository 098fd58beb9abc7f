using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Names;

/// <summary>
/// What is stored beside a name so that every database sorts and finds it alike: plain lower-case letters and digits that compare by
/// code point, whatever the collation of the database.
/// </summary>
public static class NameKeys
{
    /// <summary>The longest sort key, in characters; enough for twelve Chinese characters.</summary>
    public const int LongestSort = 160;

    /// <summary>The longest search keys, in characters.</summary>
    public const int LongestSearch = 400;

    /// <summary>The sort key of a name in which there is nothing to sort by.</summary>
    private const string Last = "{";

    /// <summary>Names of characters with several readings are kept in so many of them, at most.</summary>
    private const int MostReadings = 12;

    /// <summary>A key that sorts as Chinese readers expect: character by character, by syllable, then by tone, then by code point.</summary>
    public static string SortKeyOf(string name)
    {
        var key = new StringBuilder();
        foreach (var (character, readings) in Read(name))
        {
            var part = readings.Count > 0
                ? $"{readings[0]} {(int)character:x4} "
                : char.IsAscii(character) ? char.ToLowerInvariant(character).ToString() : $"{{{(int)character:x4}";
            if (key.Length + part.Length > LongestSort)
                break;
            key.Append(part);
        }

        var made = key.ToString().TrimEnd();
        return made.Length == 0 && name.Length > 0 ? Last : made;
    }

    /// <summary>The keys that a search looks for: from each character on the syllables without tones, and their initials, each after a bar.</summary>
    /// <remarks>For 张伟 <c>|zhangwei|zw|wei|w</c>: whoever knows the given name only finds it too.</remarks>
    public static string SearchKeysOf(string name)
    {
        var all = Read(name).Where(r => r.Readings.Count > 0 || char.IsAsciiLetterOrDigit(r.Character))
            .Select(r => r.Readings.Count > 0 ? r.Readings.Select(x => x[..^1]).Distinct().ToList() : [char.ToLowerInvariant(r.Character).ToString()]).ToList();
        var isChinese = Read(name).Any(r => r.Readings.Count > 0);
        var keys = new StringBuilder();
        var known = new HashSet<string>();
        for (var from = 0; from < (isChinese ? all.Count : Math.Min(1, all.Count)); from++)
        {
            foreach (var syllables in Combined(all[from..]))
            {
                Add(string.Concat(syllables));
                if (isChinese)
                    Add(string.Concat(syllables.Select(s => s[0])));
            }
        }

        return keys.ToString();

        void Add(string key)
        {
            if (known.Add(key) && keys.Length + key.Length + 1 <= LongestSearch)
                keys.Append('|').Append(key);
        }
    }

    /// <summary>The first letters of how a name is usually read: zw for 张伟.</summary>
    public static string InitialsOf(string name) => string.Concat(
        Read(name).Where(r => r.Readings.Count > 0 || char.IsAsciiLetter(r.Character)).Select(r => r.Readings.Count > 0 ? r.Readings[0][0] : char.ToLowerInvariant(r.Character)));

    /// <summary>The letters of what was typed, without tones, spaces and apostrophes; empty where it is not pinyin.</summary>
    public static string TypedOf(string typed)
    {
        var plain = new StringBuilder();
        var syllable = 0; // letters since the last digit: a tone follows two or more of them, anything else is a number
        foreach (var c in typed.Normalize(NormalizationForm.FormKD).ToLowerInvariant())
        {
            if (char.IsAsciiDigit(c))
            {
                if (syllable < 2)
                    return "";
                syllable = 0;
                continue;
            }

            syllable += char.IsAsciiLetter(c) ? 1 : 0;
            if (c == '\u0308' && plain.Length > 0 && plain[^1] == 'u')
                plain[^1] = 'v'; // ü
            else if (char.IsAsciiLetter(c))
                plain.Append(c);
            else if (!char.IsWhiteSpace(c) && c is not ('\'' or '’' or '-') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                return "";
        }

        return plain.ToString();
    }

    private static IEnumerable<(char Character, IReadOnlyList<string> Readings)> Read(string name)
    {
        var surname = Readings.OfSurname(name);
        for (var at = 0; at < name.Length; at++)
        {
            var usual = Readings.Of(name[at]);
            yield return (name[at], at < surname?.Count ? [surname[at], .. usual.Where(r => r != surname[at])] : usual);
        }
    }

    private static IEnumerable<List<string>> Combined(List<List<string>> syllables)
    {
        IEnumerable<List<string>> all = [[]];
        foreach (var choices in syllables)
            all = [.. all.SelectMany(_ => choices, (before, next) => new List<string>([.. before, next])).Take(MostReadings)];
        return all;
    }
}
