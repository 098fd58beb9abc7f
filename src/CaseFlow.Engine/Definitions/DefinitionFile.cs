using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CaseFlow.Engine.Definitions;

/// <summary>A YAML file that people edit: its tree with places, its content version, and what is wrong with it.</summary>
public sealed class DefinitionFile
{
    private readonly List<FileProblem> problems;

    private DefinitionFile(string name, string text, List<FileProblem> problems)
    {
        Name = name;
        Version = VersionOf(text);
        this.problems = problems;
    }

    /// <summary>The name relative to the rules folder, with forward slashes.</summary>
    public string Name { get; }

    /// <summary>The first twelve hexadecimal digits of the SHA-256 of the text: the same text is the same version anywhere.</summary>
    public string Version { get; }

    /// <summary>The content version of a text, as <see cref="Version"/>.</summary>
    public static string VersionOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))))[..12];

    /// <summary>Reads <paramref name="text"/>; null where it is no YAML mapping, with the reason in <paramref name="problems"/>.</summary>
    public static FileNode? Read(string name, string text, List<FileProblem> problems)
    {
        var file = new DefinitionFile(name, text, problems);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
                return new FileNode(file, root);
            file.Report(1, 1, stream.Documents.Count == 0 ? "the file is empty" : "expected a mapping (key: value) at the top");
        }
        catch (YamlException e)
        {
            file.Report((int)e.Start.Line, (int)e.Start.Column, $"not readable as YAML: {e.Message}");
        }

        return null;
    }

    internal void Report(int line, int column, string message) =>
        problems.Add(new FileProblem(Name, Math.Max(1, line), Math.Max(1, column), message));
}
