using System.Text.RegularExpressions;

namespace CaseFlow.Engine.Tests.Architecture;

/// <summary>The arrows between the engine's folders: which may name which.</summary>
internal static partial class FolderArrows
{
    /// <summary>Each folder with those below it that it may name. Runtime and Storage know all, and none of these knows them.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Calendar"] = [],
        ["Names"] = [],
        ["Definitions"] = ["Calendar"],
        ["Children"] = ["Calendar"],
        ["Signals"] = ["Children", "Calendar"],
        ["Rules"] = ["Signals", "Children", "Calendar", "Definitions"],
        ["Workflow"] = ["Rules", "Signals", "Children", "Calendar", "Definitions"],
        ["Cases"] = ["Workflow", "Rules", "Signals", "Children", "Calendar", "Definitions"],
        ["Care"] = ["Cases", "Workflow", "Rules", "Signals", "Children", "Calendar", "Definitions"],
        ["Reports"] = ["Cases", "Workflow", "Rules", "Signals", "Children", "Calendar", "Definitions"],
        ["Storage"] = ["Names", "Cases", "Workflow", "Rules", "Signals", "Children", "Calendar", "Definitions"],
        ["Runtime"] = ["Storage", "Names", "Reports", "Care", "Cases", "Workflow", "Rules", "Signals", "Children", "Calendar", "Definitions"],
    };

    /// <summary>The arrows in a file that must not be there.</summary>
    public static IEnumerable<string> Forbidden(string folder, string name, string text) => Named().Matches(text)
        .Select(m => m.Groups[1].Value)
        .Where(to => to != folder && Allowed.ContainsKey(to) && !Allowed[folder].Contains(to))
        .Distinct()
        .Select(to => $"{folder}/{name} names {to}");

    public static IEnumerable<string> Folders => Allowed.Keys;

    [GeneratedRegex(@"CaseFlow\.Engine\.([A-Z][A-Za-z]+)")]
    private static partial Regex Named();
}

public sealed class FolderArrowsTests
{
    [Fact]
    public void Folders_of_the_engine_name_only_what_lies_below_them()
    {
        var engine = Path.Combine(Repository.Root, "src", "CaseFlow.Engine");
        var broken = FolderArrows.Folders.Where(f => Directory.Exists(Path.Combine(engine, f)))
            .SelectMany(f => Directory.EnumerateFiles(Path.Combine(engine, f), "*.cs", SearchOption.AllDirectories)
                .SelectMany(file => FolderArrows.Forbidden(f, Path.GetFileName(file), File.ReadAllText(file))));

        broken.ShouldBeEmpty();
    }

    [Fact]
    public void An_arrow_upwards_is_found()
    {
        FolderArrows.Forbidden("Calendar", "Wrong.cs", "using CaseFlow.Engine.Cases;").ShouldBe(["Calendar/Wrong.cs names Cases"]);
        FolderArrows.Forbidden("Cases", "Wrong.cs", "var x = new CaseFlow.Engine.Storage.JournalRow();").ShouldBe(["Cases/Wrong.cs names Storage"]);
    }

    [Fact]
    public void Every_folder_of_the_engine_is_in_the_picture() => Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src", "CaseFlow.Engine"))
        .Select(d => Path.GetFileName(d)).Except(["bin", "obj"]).Except(FolderArrows.Folders).ShouldBeEmpty();

    [Fact]
    public void The_engine_references_no_web() => typeof(Engine.Cases.ChildState).Assembly.GetReferencedAssemblies()
        .Select(a => a.Name).ShouldNotContain(n => n!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || n.StartsWith("CaseFlow.Web", StringComparison.Ordinal));
}
