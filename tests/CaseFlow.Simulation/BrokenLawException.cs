namespace CaseFlow.Simulation;

/// <summary>A law of the engine does not hold.</summary>
public sealed class BrokenLawException(string law, string what) : Exception($"{law}: {what}");

/// <summary>Laws are required here.</summary>
internal static class Require
{
    public static void That(bool holds, string law, Func<string> what)
    {
        if (!holds)
            throw new BrokenLawException(law, what());
    }
}
