using System.Globalization;
using System.Text;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Conversions between numbers, strings, bytes and booleans; what does not fit the target is an error.</summary>
internal static class Conversions
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [CelFunction("int", IsTotal = true)]
    public static long ToInt(long value) => value;

    [CelFunction("int")]
    public static long ToInt(ulong value) => value <= long.MaxValue ? (long)value : throw Errors.Overflow("int");

    /// <summary>Towards zero; both ends of the range are excluded, because doubles there are not exact.</summary>
    [CelFunction("int")]
    public static long ToInt(double value) =>
        value > long.MinValue && value < long.MaxValue ? (long)value : throw Errors.Overflow("int");

    [CelFunction("int")]
    public static long ToInt(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Errors.Conversion(text, "int");

    [CelFunction("int", IsTotal = true)]
    public static long ToInt(CelTimestamp instant) => instant.Seconds;

    [CelFunction("uint", IsTotal = true)]
    public static ulong ToUInt(ulong value) => value;

    [CelFunction("uint")]
    public static ulong ToUInt(long value) => value >= 0 ? (ulong)value : throw Errors.Overflow("uint");

    [CelFunction("uint")]
    public static ulong ToUInt(double value) =>
        value >= 0 && value < 18446744073709551616.0 ? (ulong)value : throw Errors.Overflow("uint");

    [CelFunction("uint")]
    public static ulong ToUInt(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Errors.Conversion(text, "uint");

    [CelFunction("double", IsTotal = true)]
    public static double ToDouble(double value) => value;

    [CelFunction("double", IsTotal = true)]
    public static double ToDouble(long value) => value;

    [CelFunction("double", IsTotal = true)]
    public static double ToDouble(ulong value) => value;

    [CelFunction("double")]
    public static double ToDouble(string text) => DoubleText.Parse(text);

    [CelFunction("bool", IsTotal = true)]
    public static bool ToBool(bool value) => value;

    [CelFunction("bool")]
    public static bool ToBool(string text) => text switch
    {
        "1" or "t" or "T" or "true" or "True" or "TRUE" => true,
        "0" or "f" or "F" or "false" or "False" or "FALSE" => false,
        _ => throw Errors.Conversion(text, "bool"),
    };

    [CelFunction("string", IsTotal = true)]
    public static string ToText(string text) => text;

    [CelFunction("string", IsTotal = true)]
    public static string ToText(bool value) => value ? "true" : "false";

    [CelFunction("string", IsTotal = true)]
    public static string ToText(long value) => value.ToString(CultureInfo.InvariantCulture);

    [CelFunction("string", IsTotal = true)]
    public static string ToText(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    [CelFunction("string", IsTotal = true)]
    public static string ToText(double value) => DoubleText.Format(value);

    [CelFunction("string")]
    public static string ToText(byte[] utf8, ref long cost)
    {
        Cost.CheckLength(utf8.Length, ref cost);
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            throw new CelEvaluationException("the bytes are not UTF-8");
        }
    }

    [CelFunction("bytes", IsTotal = true)]
    public static byte[] ToBytes(byte[] value) => value;

    [CelFunction("bytes")]
    public static byte[] ToBytes(string text, ref long cost)
    {
        Cost.CheckLength(Encoding.UTF8.GetByteCount(text), ref cost);
        return Encoding.UTF8.GetBytes(text);
    }
}
