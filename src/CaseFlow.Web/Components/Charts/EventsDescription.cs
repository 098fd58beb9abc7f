using System.Text.Json;

namespace CaseFlow.Web.Components.Charts;

/// <summary>Something on a day.</summary>
/// <param name="Lane">The place of its lane.</param>
/// <param name="Weight">1 to 4: how large it is drawn.</param>
/// <param name="Address">Where it leads: to what it stands for.</param>
public sealed record DrawnEvent(DateOnly On, int Lane, int Weight, string Words, string Address);

/// <summary>What happened, in lanes over one axis of time.</summary>
/// <param name="Summary">What is to be seen, in a sentence, for whoever does not see the picture.</param>
/// <param name="Lanes">The names of the lanes, the uppermost first.</param>
/// <param name="Events">In order of time.</param>
public sealed record EventsDescription(
    string Title, string Summary, DateOnly From, DateOnly To, IReadOnlyList<string> Lanes, IReadOnlyList<DrawnEvent> Events)
{
    /// <summary>Tells the script what to draw.</summary>
    public string Kind => "events";

    /// <summary>For the script.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ChartJson.Options);
}
