namespace CaseFlow.Engine.Rules.Language;

/// <summary>Questions about strings; all compare code points, without regard to culture.</summary>
internal static class TextFunctions
{
    private const char FirstLowSurrogate = '\uDC00';
    private const char LastLowSurrogate = '\uDFFF';

    [CelFunction("contains", IsMethod = true, IsTotal = true)]
    public static bool Contains(string text, string part, ref long cost)
    {
        Cost.ChargeLength(text.Length, ref cost);
        return text.Contains(part, StringComparison.Ordinal);
    }

    [CelFunction("startsWith", IsMethod = true, IsTotal = true)]
    public static bool StartsWith(string text, string start, ref long cost)
    {
        Cost.ChargeLength(start.Length, ref cost);
        return text.StartsWith(start, StringComparison.Ordinal);
    }

    [CelFunction("endsWith", IsMethod = true, IsTotal = true)]
    public static bool EndsWith(string text, string end, ref long cost)
    {
        Cost.ChargeLength(end.Length, ref cost);
        return text.EndsWith(end, StringComparison.Ordinal);
    }

    /// <summary>Whether a part of the text matches a pattern in the syntax of RE2; time is linear in the text.</summary>
    [CelFunction("matches", IsMethod = true)]
    [CelFunction("matches")]
    public static bool Matches(string text, string pattern, ref long cost)
    {
        Cost.Charge(text.Length + pattern.Length, ref cost);
        return Pattern.Of(pattern, ref cost).IsMatch(text);
    }

    /// <summary>Number of code points.</summary>
    public static long Size(string text, ref long cost)
    {
        Cost.ChargeLength(text.Length, ref cost);
        var first = text.AsSpan().IndexOfAnyInRange(FirstLowSurrogate, LastLowSurrogate);
        return first < 0 ? text.Length : text.Length - LowSurrogates(text.AsSpan(first));
    }

    private static int LowSurrogates(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var unit in text)
            count += char.IsLowSurrogate(unit) ? 1 : 0;
        return count;
    }
}
