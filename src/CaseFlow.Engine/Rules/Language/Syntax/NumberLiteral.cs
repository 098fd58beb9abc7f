using System.Globalization;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Numbers: <c>1</c>, <c>0x1F</c>, <c>1u</c>, <c>1.5</c>, <c>.5</c>, <c>2e10</c>.</summary>
internal static class NumberLiteral
{
    /// <summary>-2^63 is written as a minus before this; the parser puts them together.</summary>
    public static readonly object MagnitudeOfMinimum = new();

    public readonly record struct Number(int End, object Value, CelType Type);

    public static SyntaxError OutsideOfInt(int position) =>
        new(position, "the number is outside of the range of int", "at most 9223372036854775807");

    public static Number Read(string text, int start)
    {
        var number = IsHex(text, start) ? Hex(text, start) : Decimal(text, start);
        if (number.End < text.Length && (char.IsAsciiLetterOrDigit(text[number.End]) || text[number.End] == '_'))
            throw new SyntaxError(number.End, $"'{text[number.End]}' cannot follow a number", "an operator");

        return number;
    }

    private static bool IsHex(string text, int start) =>
        text[start] == '0' && start + 2 < text.Length && text[start + 1] is 'x' && char.IsAsciiHexDigit(text[start + 2]);

    private static Number Hex(string text, int start)
    {
        var end = start + 2;
        while (end < text.Length && char.IsAsciiHexDigit(text[end]))
            end++;
        return Integer(text, start, end, text.AsSpan(start + 2, end - start - 2), NumberStyles.AllowHexSpecifier);
    }

    private static Number Decimal(string text, int start)
    {
        var end = Digits(text, start);
        var isDouble = false;
        if (end < text.Length && text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
        {
            isDouble = true;
            end = Digits(text, end + 1);
        }

        var exponent = Exponent(text, end);
        if (exponent == end && !isDouble)
            return Integer(text, start, end, text.AsSpan(start, end - start), NumberStyles.None);

        var value = double.Parse(text.AsSpan(start, exponent - start), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (double.IsInfinity(value))
            throw new SyntaxError(start, "the number is outside of the range of double", "at most 1.7976931348623157e308");

        return new Number(exponent, value, CelType.Double);
    }

    private static int Exponent(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('e' or 'E'))
            return at;

        var digits = at + 1 < text.Length && text[at + 1] is ('+' or '-') ? at + 2 : at + 1;
        var end = Digits(text, digits);
        return end == digits ? at : end;
    }

    private static Number Integer(string text, int start, int end, ReadOnlySpan<char> digits, NumberStyles style)
    {
        var isUnsigned = end < text.Length && text[end] is ('u' or 'U');
        if (!ulong.TryParse(digits, style, CultureInfo.InvariantCulture, out var value))
            throw new SyntaxError(start, "the number is outside of the range of uint", "at most 18446744073709551615");
        if (isUnsigned)
            return new Number(end + 1, value, CelType.UInt);
        if (value == 1UL << 63)
            return new Number(end, MagnitudeOfMinimum, CelType.Int);
        if (value > long.MaxValue)
            throw OutsideOfInt(start);

        return new Number(end, (long)value, CelType.Int);
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }
}
