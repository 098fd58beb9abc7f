using System.Text.Json;

namespace CaseFlow.Engine.Tests.Rules.Language;

/// <summary>Finds the cases: where CASEFLOW_CEL_CASES says, otherwise in ../shared/cel beside the repository.</summary>
internal static class ConformanceCases
{
    public static string? Folder { get; } = Find();

    public static IEnumerable<ConformanceCase> All =>
        Folder is null ? [] : Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).SelectMany(Read);

    private static IEnumerable<ConformanceCase> Read(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        var name = Path.GetFileNameWithoutExtension(path);
        return [.. file.RootElement.EnumerateArray().Select(json => new ConformanceCase(name, json.Clone()))];
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CASEFLOW_CEL_CASES") is { Length: > 0 } given)
            return given;

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln")))
            folder = folder.Parent;
        var shared = folder is null ? null : Path.Combine(folder.FullName, "..", "shared", "cel");
        return Directory.Exists(shared) ? shared : null;
    }
}
