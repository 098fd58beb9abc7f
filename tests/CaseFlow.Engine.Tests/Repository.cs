namespace CaseFlow.Engine.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Rules => Path.Combine(Root, "rules");

    /// <summary>The rule files by name, to be changed by a test.</summary>
    public static Dictionary<string, string> RuleFiles() => Directory.EnumerateFiles(Rules, "*.yaml", SearchOption.AllDirectories)
        .ToDictionary(f => Path.GetRelativePath(Rules, f).Replace('\\', '/'), File.ReadAllText);

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "CaseFlow.sln")))
            at = at.Parent ?? throw new InvalidOperationException("the solution is not above the tests");
        return at.FullName;
    }
}
