using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Reads a pattern by code points.</summary>
internal sealed class PatternReader(string pattern)
{
    private const string Letters = "aftnrv";
    private const string Meanings = "\a\f\t\n\r\v";

    public int At { get; private set; }

    public bool IsAtEnd => At >= pattern.Length;

    public bool Follows(string text) => pattern.AsSpan(At).StartsWith(text, StringComparison.Ordinal);

    public bool TryTake(string text)
    {
        if (!Follows(text))
            return false;

        At += text.Length;
        return true;
    }

    public int Take()
    {
        if (!Rune.TryGetRuneAt(pattern, At, out var rune))
            throw new PatternError("half of a surrogate pair is not a character");

        At += rune.Utf16SequenceLength;
        return rune.Value;
    }

    /// <summary>The text up to a closing mark, which is taken too.</summary>
    public string TakeUntil(string close)
    {
        var end = pattern.IndexOf(close, At, StringComparison.Ordinal);
        if (end < 0)
            throw new PatternError($"'{close}' is missing");

        var text = pattern[At..end];
        At = end + close.Length;
        return text;
    }

    /// <summary>The rest when there is no closing mark.</summary>
    public string TakeQuoted() =>
        pattern.IndexOf("\\E", At, StringComparison.Ordinal) < 0 ? TakeRest() : TakeUntil("\\E");

    /// <summary>{2}, {2,} or {2,5}; null, and nothing taken, when it is something else.</summary>
    public (int Least, int? Most)? TryTakeCount()
    {
        var start = At;
        if (TryTake("{") && Number() is { } least)
        {
            if (TryTake("}"))
                return (least, least);
            if (TryTake(","))
            {
                var most = Number();
                if (TryTake("}"))
                    return (least, most);
            }
        }

        At = start;
        return null;
    }

    /// <summary>A character after a backslash that was taken.</summary>
    public int TakeEscaped()
    {
        if (IsAtEnd)
            throw new PatternError("a backslash at the end");

        var letter = pattern[At];
        var simple = Letters.IndexOf(letter, StringComparison.Ordinal);
        if (simple >= 0)
        {
            At++;
            return Meanings[simple];
        }

        if (letter == 'x')
            return Hexadecimal();
        if (letter is >= '0' and <= '7')
            return Octal();
        if (letter >= 128 || char.IsAsciiLetterOrDigit(letter))
            throw new PatternError($"\\{letter} is not known");
        return Take();
    }

    private int Hexadecimal()
    {
        At++;
        string digits;
        if (TryTake("{"))
        {
            digits = TakeUntil("}");
        }
        else
        {
            digits = pattern.Substring(At, Math.Min(2, pattern.Length - At));
            At += digits.Length;
        }

        var isNumber = int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value);
        return isNumber && Rune.IsValid(value)
            ? value
            : throw new PatternError($"\\x{digits} is not a character");
    }

    /// <summary>Up to three digits; a single digit but 0 would be a reference to a group, which RE2 does not have.</summary>
    private int Octal()
    {
        var start = At;
        while (At < pattern.Length && At < start + 3 && pattern[At] is >= '0' and <= '7')
            At++;
        if (At == start + 1 && pattern[start] != '0')
            throw new PatternError("references to groups are not possible");

        return pattern[start..At].Aggregate(0, (value, digit) => (value * 8) + (digit - '0'));
    }

    private int? Number()
    {
        var start = At;
        while (At < pattern.Length && At < start + 5 && char.IsAsciiDigit(pattern[At]))
            At++;
        return At == start ? null : int.Parse(pattern.AsSpan(start, At - start), CultureInfo.InvariantCulture);
    }

    private string TakeRest()
    {
        var rest = pattern[At..];
        At = pattern.Length;
        return rest;
    }
}
