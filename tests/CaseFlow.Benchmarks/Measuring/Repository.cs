namespace CaseFlow.Benchmarks.Measuring;

/// <summary>Where the rules of the repository are.</summary>
internal static class Repository
{
    public static string RulesFolder { get; } = Path.Combine(FindRoot(), "rules");

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "CaseFlow.sln")))
            at = at.Parent ?? throw new InvalidOperationException("the solution is not above the program");
        return at.FullName;
    }
}
