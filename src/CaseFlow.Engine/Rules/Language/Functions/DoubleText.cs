using System.Globalization;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Doubles as text: the shortest digits that read back as the same number.</summary>
internal static class DoubleText
{
    /// <summary>With an exponent below 1e-4 and from 1e+21 on, of at least two digits.</summary>
    public static string Format(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "+Inf" : "-Inf";
        if (value == 0)
            return double.IsNegative(value) ? "-0" : "0";

        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = Exponent(value);
        return exponent is < -4 or >= 21 ? Scientific(shortest, exponent) : Plain(shortest, exponent);
    }

    public static double Parse(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        switch (text.TrimStart('+', '-').ToUpperInvariant())
        {
            case "INF" or "INFINITY":
                return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
            case "NAN":
                return double.NaN;
        }

        return double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw Errors.Conversion(text, "double");
    }

    private static int Exponent(double value)
    {
        var scientific = value.ToString("E16", CultureInfo.InvariantCulture);
        var digits = scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1);
        return int.Parse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private static string Digits(string shortest) =>
        shortest.Split('E')[0].Replace(".", "", StringComparison.Ordinal).TrimStart('-').Trim('0');

    private static string Scientific(string shortest, int exponent)
    {
        var digits = Digits(shortest);
        var sign = shortest[0] == '-' ? "-" : "";
        var mantissa = digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";
        var power = Math.Abs(exponent).ToString("D2", CultureInfo.InvariantCulture);
        return $"{sign}{mantissa}e{(exponent < 0 ? '-' : '+')}{power}";
    }

    private static string Plain(string shortest, int exponent)
    {
        var digits = Digits(shortest);
        var sign = shortest[0] == '-' ? "-" : "";
        if (exponent < 0)
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";

        var whole = exponent + 1;
        return digits.Length <= whole
            ? $"{sign}{digits.PadRight(whole, '0')}"
            : $"{sign}{digits[..whole]}.{digits[whole..]}";
    }
}
