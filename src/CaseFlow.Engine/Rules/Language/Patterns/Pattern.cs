using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Regular expressions in the syntax of RE2 that never backtrack: their time is linear in the text.</summary>
internal static class Pattern
{
    private const int MostRemembered = 256;

    /// <summary>Making a pattern takes about as long as a thousand turns of a loop.</summary>
    private const long CostOfMaking = 1_000;

    private static readonly ConcurrentDictionary<string, Regex> Known = new();

    /// <exception cref="CelEvaluationException">Not a pattern.</exception>
    public static Regex Of(string pattern, ref long cost)
    {
        if (Known.TryGetValue(pattern, out var known))
            return known;

        Cost.Charge(CostOfMaking, ref cost);
        if (Known.Count >= MostRemembered)
            Known.Clear();
        return Known[pattern] = Make(pattern);
    }

    /// <exception cref="CelEvaluationException">Not a pattern.</exception>
    public static void Check(string pattern)
    {
        var cost = 0L;
        _ = Of(pattern, ref cost);
    }

    private static Regex Make(string pattern)
    {
        try
        {
            var translated = new PatternTranslator(pattern).Translate();
            return new Regex(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new CelEvaluationException($"'{pattern}' is not a regular expression: {error.Message}");
        }
    }
}
