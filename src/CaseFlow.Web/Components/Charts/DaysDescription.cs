using System.Text.Json;

namespace CaseFlow.Web.Components.Charts;

/// <summary>What a day can be in a calendar of days.</summary>
/// <param name="Sign">One character in the day's square, so that nobody has to tell colours apart; empty for a plain day.</param>
public sealed record DayMeaning(string Name, string Sign, DayColour Colour);

/// <summary>The colour of a day; the script knows them.</summary>
public enum DayColour
{
    Plain,
    Quiet,
    Warning,
    Wrong,
}

/// <param name="Meaning">Its place among the meanings.</param>
/// <param name="Address">Where it leads: to what is on record of the day; null for a plain one.</param>
public sealed record DrawnDay(DateOnly On, int Meaning, string? Address = null);

/// <summary>Days from a first to a last as squares of a calendar, a week a column.</summary>
/// <param name="Summary">What is to be seen, in a sentence, for whoever does not see the picture.</param>
public sealed record DaysDescription(
    string Title, string Summary, DateOnly From, DateOnly To, IReadOnlyList<DayMeaning> Meanings, IReadOnlyList<DrawnDay> Days)
{
    /// <summary>Tells the script what to draw.</summary>
    public string Kind => "days";

    /// <summary>For the script.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ChartJson.Options);
}
