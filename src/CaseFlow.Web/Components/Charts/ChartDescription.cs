using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Web.Components.Charts;

/// <summary>What a chart draws.</summary>
public enum ChartKind
{
    /// <summary>Upright bars side by side: things by time.</summary>
    Bars,

    /// <summary>Lying bars side by side: things by name; the names may be long.</summary>
    LyingBars,

    /// <summary>Lines with points.</summary>
    Lines,
}

/// <summary>What a series means; the script knows the colours, all of which pass contrast on white.</summary>
public enum ChartColour
{
    First,
    Second,
    Third,
    Wrong,
}

/// <param name="Values">One for each label; null where there is none.</param>
/// <param name="Addresses">Where each value leads: to the rows that it counts; null where it leads nowhere.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<double?> Values, ChartColour Colour, IReadOnlyList<string?>? Addresses = null)
{
    /// <summary>A series of counts, each of which leads to the rows that it counts; nothing leads to no rows.</summary>
    /// <param name="address">Where the count at a place leads; null where this person sees counts only.</param>
    public static ChartSeries OfCounts(string name, IReadOnlyList<int> counts, ChartColour colour, Func<int, string?> address) => new(
        name, [.. counts.Select(c => (double?)c)], colour, [.. counts.Select((count, place) => count == 0 ? null : address(place))]);
}

/// <summary>A line at a value, such as what people get through in a week.</summary>
public sealed record ChartLimit(string Name, double Value);

/// <summary>Where most of a group lie: from a lower to an upper value at each label.</summary>
public sealed record ChartBand(string Name, double From, double To);

/// <summary>A chart in words and figures: what the script draws, and what the table beneath shows to everybody.</summary>
/// <param name="Summary">What is to be seen, in a sentence, for whoever does not see the picture.</param>
/// <param name="LabelTitle">What the labels are, for example 'week'.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Most">The greatest value that there can be; null where the chart ends with the greatest there is.</param>
public sealed record ChartDescription(
    ChartKind Kind, string Title, string Summary, string LabelTitle, IReadOnlyList<string> Labels, IReadOnlyList<ChartSeries> Series,
    string Unit, ChartLimit? Limit = null, ChartBand? Band = null, double? Most = null)
{
    /// <summary>For the script.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ChartJson.Options);

    /// <summary>A value as the table shows it.</summary>
    public static string Show(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "—";
}
