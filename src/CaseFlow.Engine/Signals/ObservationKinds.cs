namespace CaseFlow.Engine.Signals;

/// <summary>The kinds of observation and the group each belongs to. Source: domain, 'Signals'.</summary>
public static class ObservationKinds
{
    public const string Emotional = "emotional";
    public const string Peers = "peers";
    public const string Health = "health";
    public const string Conduct = "conduct";
    public const string Safety = "safety";

    private static readonly Dictionary<string, string> Groups = new()
    {
        ["low-mood"] = Emotional,
        ["withdrawn"] = Emotional,
        ["anxious"] = Emotional,
        ["crying"] = Emotional,
        ["sleep"] = Emotional,
        ["appetite"] = Emotional,
        ["quarrel"] = Peers,
        ["fight"] = Peers,
        ["bullied"] = Peers,
        ["bullying"] = Peers,
        ["unwell"] = Health,
        ["injury"] = Health,
        ["truancy"] = Conduct,
        ["night-missing"] = Conduct,
        ["internet-cafe"] = Conduct,
        ["theft"] = Conduct,
        ["spending"] = Conduct,
        ["self-harm-talk"] = Safety,
        ["suspected-abuse"] = Safety,
        ["unsafe-home"] = Safety,
        ["run-away"] = Safety,
    };

    /// <summary>All kinds, grouped, in the order of the specification.</summary>
    public static IReadOnlyCollection<string> All => Groups.Keys;

    /// <summary>The group of a kind; an unknown kind is in no group.</summary>
    public static string GroupOf(string kind) => Groups.GetValueOrDefault(kind, "");

    /// <summary>Whether the kind is one of <see cref="All"/>.</summary>
    public static bool Knows(string kind) => Groups.ContainsKey(kind);
}
