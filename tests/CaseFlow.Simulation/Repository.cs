namespace CaseFlow.Simulation;

/// <summary>Files of the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Rules => Path.Combine(Root, "rules");

    public static string Engine => Path.Combine(Root, "src", "CaseFlow.Engine");

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "CaseFlow.sln")))
            at = at.Parent ?? throw new InvalidOperationException("the solution is not above the simulation");
        return at.FullName;
    }
}
