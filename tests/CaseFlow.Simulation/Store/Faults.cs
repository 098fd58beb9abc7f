namespace CaseFlow.Simulation.Store;

/// <summary>What can happen to a node at the database.</summary>
internal enum Mishap
{
    None,
    Fails,
    Conflicts,
    Dies,
}

/// <summary>How often mishaps come; one in so many.</summary>
/// <param name="Pause">A command outside of a transaction lets others go first.</param>
/// <param name="Latency">A pause takes minutes.</param>
internal sealed record Faults(int Pause, int Latency, int Before, int Within, int After)
{
    /// <summary>Others still come between, and nothing fails.</summary>
    public static readonly Faults None = new(8, 0, 0, 0, 0);

    public static Faults Of(Chance chance) => chance.Below(4) switch
    {
        0 => new Faults(2, 20, 0, 0, 0),
        1 => new Faults(4, 12, 40, 60, 12),
        2 => new Faults(3, 12, 25, 30, 20),
        _ => new Faults(6, 30, 60, 80, 30),
    };

    /// <summary>Whether something happens that comes once in <paramref name="n"/> times; never where <paramref name="n"/> is 0.</summary>
    public static bool Comes(Chance chance, int n) => n > 0 && chance.OneIn(n);

    public static Mishap Some(Chance chance) => chance.Below(5) switch
    {
        0 => Mishap.Dies,
        1 or 2 => Mishap.Conflicts,
        _ => Mishap.Fails,
    };
}
