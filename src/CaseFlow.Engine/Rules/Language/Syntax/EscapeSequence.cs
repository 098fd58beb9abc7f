using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>What a backslash starts inside of quotes.</summary>
internal static class EscapeSequence
{
    private const string Letters = "abfnrtv\\?\"'`";
    private const string Meanings = "\a\b\f\n\r\t\v\\?\"'`";

    /// <summary>Adds what the sequence at <paramref name="at"/> means and returns the position behind it.</summary>
    public static int Read(string text, int at, QuotedContent content)
    {
        var letter = at + 1 < text.Length ? text[at + 1] : '\0';
        var simple = Letters.IndexOf(letter, StringComparison.Ordinal);
        if (simple >= 0 && letter != '\0')
        {
            content.Add(new Rune(Meanings[simple]));
            return at + 2;
        }

        switch (letter)
        {
            case 'x' or 'X':
                content.AddOctet((int)Digits(text, at, at + 2, 2, NumberStyles.AllowHexSpecifier));
                return at + 4;
            case >= '0' and <= '3':
                content.AddOctet(Octal(text, at));
                return at + 4;
            case 'u' or 'U' when content.IsBytes:
                throw new SyntaxError(at, $"\\{letter} cannot stand in bytes", "\\x with two digits");
            case 'u':
                content.Add(CodePoint(text, at, 4));
                return at + 6;
            case 'U':
                content.Add(CodePoint(text, at, 8));
                return at + 10;
            default:
                throw new SyntaxError(at, "a backslash must start an escape sequence", @"\n, \t, \\, \', \x41, \u0041 or \101");
        }
    }

    private static Rune CodePoint(string text, int at, int length)
    {
        var value = Digits(text, at, at + 2, length, NumberStyles.AllowHexSpecifier);
        if (value > 0x10FFFF || !Rune.IsValid((int)value))
            throw new SyntaxError(at, $"U+{value:X4} is not a Unicode character", "0000 to D7FF or E000 to 10FFFF");

        return new Rune((int)value);
    }

    private static uint Digits(string text, int at, int first, int length, NumberStyles style)
    {
        if (first + length <= text.Length
            && uint.TryParse(text.AsSpan(first, length), style, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        throw new SyntaxError(at, "the escape sequence is not complete", $"{length} hexadecimal digits");
    }

    private static int Octal(string text, int at)
    {
        if (at + 3 < text.Length && text[at + 2] is >= '0' and <= '7' && text[at + 3] is >= '0' and <= '7')
            return ((text[at + 1] - '0') * 64) + ((text[at + 2] - '0') * 8) + (text[at + 3] - '0');

        throw new SyntaxError(at, "the escape sequence is not complete", "three octal digits, 000 to 377");
    }
}
