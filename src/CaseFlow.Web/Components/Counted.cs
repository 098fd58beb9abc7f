using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Web.Components;

/// <summary>Something that stands in a sentence.</summary>
/// <param name="Address">Where it leads: to the rows that it counts; null where it counts nothing, or nothing for this person.</param>
public sealed partial record Counted(string Value, string? Address = null)
{
    public static Counted Of(int count, string? address) => new(count.ToString(CultureInfo.InvariantCulture), address);

    /// <summary>The sentence in parts: text, and what comes after it; null after the last.</summary>
    /// <param name="sentence">With the placeholders {0}, {1}.</param>
    public static IEnumerable<(string Text, Counted? Count)> Pieces(string sentence, IReadOnlyList<Counted> counts)
    {
        var at = 0;
        foreach (Match place in Placeholder().Matches(sentence))
        {
            yield return (sentence[at..place.Index], counts[int.Parse(place.Groups[1].Value, CultureInfo.InvariantCulture)]);
            at = place.Index + place.Length;
        }

        yield return (sentence[at..], null);
    }

    [GeneratedRegex(@"\{(\d+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
