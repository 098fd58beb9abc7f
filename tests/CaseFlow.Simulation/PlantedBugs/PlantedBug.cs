namespace CaseFlow.Simulation.PlantedBugs;

/// <summary>A bug that the simulation has to find: a text in a file of the engine, and what stands there instead.</summary>
/// <param name="File">Relative to the engine's folder.</param>
/// <param name="Find">There exactly once.</param>
internal sealed record PlantedBug(string Name, string File, string Find, string Instead)
{
    /// <summary>The source with the bug in it.</summary>
    /// <exception cref="InvalidOperationException">The text is not there exactly once: the engine has changed, and so must the bug.</exception>
    public string PlantIn(string source)
    {
        var text = source.ReplaceLineEndings("\n");
        var at = text.IndexOf(Find, StringComparison.Ordinal);
        if (at < 0 || text.IndexOf(Find, at + 1, StringComparison.Ordinal) >= 0)
            throw new InvalidOperationException($"'{Name}': the text is not exactly once in {File}");
        return text.Replace(Find, Instead, StringComparison.Ordinal);
    }

    public override string ToString() => Name;
}
