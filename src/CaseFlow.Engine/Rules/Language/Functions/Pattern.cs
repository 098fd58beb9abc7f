using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Rules.Language;

/// <summary>Regular expressions that never backtrack, so that their time is linear in the text.</summary>
internal static class Pattern
{
    private const int MostRemembered = 256;

    private static readonly ConcurrentDictionary<string, Regex> Known = new();

    /// <exception cref="CelEvaluationException">Not a pattern.</exception>
    public static Regex Of(string pattern)
    {
        if (Known.TryGetValue(pattern, out var known))
            return known;

        if (Known.Count >= MostRemembered)
            Known.Clear();
        return Known[pattern] = Make(pattern);
    }

    private static Regex Make(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            throw new CelEvaluationException($"'{pattern}' is not a regular expression: {error.Message}");
        }
    }
}
