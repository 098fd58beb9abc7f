namespace CaseFlow.Web.Robots;

/// <summary>Of what a robot can be told.</summary>
public static class Happening
{
    /// <summary>Once a school day: how many things wait.</summary>
    public const string Waiting = "waiting";

    /// <summary>Whenever an escalation is asked for, answered or reminded of.</summary>
    public const string Escalation = "escalation";

    /// <summary>Whenever an emergency is put before the head teacher.</summary>
    public const string Emergency = "emergency";

    /// <summary>Once a school day, where a home visit is due on the next day.</summary>
    public const string Visits = "visits";

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<string> All = [Emergency, Escalation, Waiting, Visits];

    /// <summary>The page that shows it.</summary>
    public static string PageOf(string happening) => happening switch
    {
        Escalation or Emergency => "/escalations",
        Visits => "/tasks",
        _ => "/",
    };
}
