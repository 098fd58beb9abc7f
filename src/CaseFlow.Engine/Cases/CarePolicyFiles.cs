using System.Globalization;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases;

/// <summary>Reads the files of a rules folder: all of them or none.</summary>
public static class CarePolicyFiles
{
    /// <summary>Names of the files, relative to the rules folder.</summary>
    public const string Escalation = "escalation.yaml";

    public const string Workflow = "workflows/child-care.yaml";

    public const string FlagsFolder = "flags/";

    /// <summary>The policy of these files.</summary>
    /// <param name="files">Texts by name relative to the rules folder, with forward slashes.</param>
    /// <param name="settings">What the school has set over them; what does not fit is named in the policy and changes nothing.</param>
    /// <exception cref="DefinitionException">Something is wrong with the files; names every file, line and column.</exception>
    public static CarePolicy Load(IReadOnlyDictionary<string, string> files, ParameterSettings? settings = null)
    {
        var problems = new List<FileProblem>();
        var ignored = new List<IgnoredSetting>();
        var set = settings ?? ParameterSettings.None;
        var rules = files.Where(f => f.Key.StartsWith(FlagsFolder, StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal)
            .SelectMany(f => FlagRuleFile.Read(f.Key, f.Value, problems, set, ignored)).ToList();
        foreach (var twice in rules.GroupBy(r => r.Id).Where(g => g.Count() > 1))
            problems.Add(new FileProblem(twice.Last().File, 1, 1, $"the rule '{twice.Key}' is there twice, also in {twice.First().File}"));
        if (rules.Count == 0 && problems.Count == 0)
            problems.Add(new FileProblem(FlagsFolder, 1, 1, "there is no flag rule"));
        var workflow = WorkflowFile.Read(Workflow, Text(files, Workflow, problems), problems);
        var (levels, escalations) = EscalationFile.Read(Escalation, Text(files, Escalation, problems), workflow, problems);
        if (problems.Count > 0 || workflow is null)
            throw new DefinitionException([.. problems.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line).ThenBy(p => p.Column)]);
        ignored.AddRange(set.All.Where(s => rules.TrueForAll(r => r.Id != s.Rule)).Select(s => new IgnoredSetting(s, ParameterRefusals.NoSuchRule)));
        return new CarePolicy(
            new RuleBook(rules), levels, escalations, workflow, new WorkflowInterpreter(), new PolicySource(files, set), ignored);
    }

    /// <summary>The policy of a folder.</summary>
    /// <exception cref="DefinitionException">As <see cref="Load(IReadOnlyDictionary{string, string}, ParameterSettings)"/>; also where the folder is missing.</exception>
    public static CarePolicy Load(string folder) => Load(Read(folder));

    /// <summary>The texts of a folder's files, by name relative to it.</summary>
    /// <exception cref="DefinitionException">The folder is missing.</exception>
    public static IReadOnlyDictionary<string, string> Read(string folder) => Directory.Exists(folder)
        ? FilesOf(folder).ToDictionary(f => NameOf(folder, f), File.ReadAllText)
        : throw new DefinitionException([new FileProblem(folder, 1, 1, "there is no such folder; set Rules:Folder to the folder of the rule files")]);

    /// <summary>The content version of all files together; line ends are not content.</summary>
    public static string VersionOf(IReadOnlyDictionary<string, string> files) => DefinitionFile.VersionOf(string.Join(
        '\n', files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key} {DefinitionFile.VersionOf(f.Value)}")));

    /// <summary>Names, lengths and times of the files: cheap, and different wherever a file was written.</summary>
    /// <exception cref="IOException">The folder is missing or cannot be read.</exception>
    public static string StampOf(string folder) => string.Join('\n', FilesOf(folder)
        .Select(f => new FileInfo(f))
        .Select(f => string.Create(CultureInfo.InvariantCulture, $"{NameOf(folder, f.FullName)} {f.Length} {f.LastWriteTimeUtc.Ticks}"))
        .Order(StringComparer.Ordinal));

    private static IEnumerable<string> FilesOf(string folder) => Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories);

    private static string NameOf(string folder, string file) => Path.GetRelativePath(folder, file).Replace('\\', '/');

    private static string Text(IReadOnlyDictionary<string, string> files, string name, List<FileProblem> problems)
    {
        if (files.TryGetValue(name, out var text))
            return text;
        problems.Add(new FileProblem(name, 1, 1, "the file is missing"));
        return "{}";
    }
}
