namespace CaseFlow.Engine.Rules.Language;

/// <summary>What a mistyped name was perhaps meant to be.</summary>
internal static class Suggestion
{
    /// <summary>The names there are, with the nearest one first if one is near.</summary>
    public static string For(string name, IEnumerable<string> known)
    {
        var names = known.Distinct().Order(StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return "there are none";

        var nearest = names.MinBy(candidate => Distance(name, candidate))!;
        var hint = Distance(name, nearest) <= Math.Max(2, name.Length / 3) ? $"did you mean '{nearest}'? " : "";
        return $"{hint}there are {string.Join(", ", names)}";
    }

    private static int Distance(string left, string right)
    {
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var current = new int[right.Length + 1];
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var isSame = char.ToUpperInvariant(left[i - 1]) == char.ToUpperInvariant(right[j - 1]);
                current[j] = Math.Min(previous[j - 1] + (isSame ? 0 : 1), 1 + Math.Min(previous[j], current[j - 1]));
            }

            previous = current;
        }

        return previous[^1];
    }
}
