using System.Globalization;
using CaseFlow.Engine.Definitions;

namespace CaseFlow.Engine.Rules.Parameters;

/// <summary>What a parameter may be set to (<c>bounds:</c> in a rule file): numbers from a lowest to a highest, words of a closed set.</summary>
/// <param name="Lowest">Inclusive.</param>
/// <param name="Highest">Inclusive.</param>
/// <param name="Words">The words that it, or each of its list, may be; empty where any will do.</param>
public sealed record ParameterBounds(double Lowest, double Highest, IReadOnlyList<string> Words)
{
    /// <summary>Where a file gives none: any word, and numbers from 0 to 1000. No limit of a rule is negative.</summary>
    public static readonly ParameterBounds Usual = new(0, 1000, []);

    public bool Allow(object? value) => value switch
    {
        long whole => whole >= Lowest && whole <= Highest,
        double number => number >= Lowest && number <= Highest,
        string text => Words.Count == 0 || Words.Contains(text),
        IEnumerable<object?> several => several.All(Allow),
        _ => true,
    };

    /// <summary>The bounds that a rule gives its parameters; what is wrong with them is reported at its place.</summary>
    internal static Dictionary<string, ParameterBounds> Read(FileNode? node, Dictionary<string, object?> parameters)
    {
        var bounds = new Dictionary<string, ParameterBounds>();
        foreach (var (name, key) in node?.Keys() ?? [])
        {
            if (!parameters.TryGetValue(name, out var value))
                key.Report($"'{name}' is no parameter of the rule, so it has no bounds");
            else if (Of(node!.Maybe(name)!, value) is not { } read)
                key.Report($"'{name}' needs [lowest, highest] for a number, or the list of words that it may be");
            else if (!read.Allow(value))
                key.Report($"'{name}' is {RuleParameter.Show(value)}, which is outside its own bounds");
            else
                bounds[name] = read;
        }

        return bounds;
    }

    private static ParameterBounds? Of(FileNode at, object? value)
    {
        if (!at.IsList)
            return null;
        var items = at.Elements().Select(e => e.AsValue()).ToList();
        var like = value is IReadOnlyList<object?> several ? (several is [var first, ..] ? first : null) : value;
        if (like is long or double)
        {
            return items is [long or double, long or double] && Number(items[0]) <= Number(items[1])
                ? new ParameterBounds(Number(items[0]), Number(items[1]), [])
                : null;
        }

        return like is string && items.Count > 0 && items.TrueForAll(i => i is string) ? Usual with { Words = [.. items.OfType<string>()] } : null;
    }

    private static double Number(object? value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
