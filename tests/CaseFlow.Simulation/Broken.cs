namespace CaseFlow.Simulation;

/// <summary>A law of the engine does not hold.</summary>
public sealed class Broken(string law, string what) : Exception($"{law}: {what}")
{
    public string Law { get; } = law;

    public static void Unless(bool holds, string law, Func<string> what)
    {
        if (!holds)
            throw new Broken(law, what());
    }
}
