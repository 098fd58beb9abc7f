using System.Globalization;
using CaseFlow.Engine.Calendar;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CaseFlow.Engine.Definitions;

/// <summary>A place in a file that people edit. What is missing, unknown or of another shape is reported with line and column.</summary>
/// <remarks>Readers return something harmless where they report, so that one pass names everything that is wrong.</remarks>
public sealed class FileNode(DefinitionFile file, YamlNode yaml)
{
    private readonly YamlNode node = yaml;

    public DefinitionFile File { get; } = file;

    public int Line => (int)node.Start.Line;

    /// <summary>The column of the value's first character, inside any quotes.</summary>
    public int Column => (int)node.Start.Column
        + (node is YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } ? 1 : 0);

    public bool IsText => node is YamlScalarNode;

    public bool IsMapping => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    public void Report(string message) => File.Report(Line, Column, message);

    /// <summary>Reports every key that is none of <paramref name="known"/>: an unknown key is a typing error, never ignored.</summary>
    public FileNode Knows(params string[] known)
    {
        foreach (var (key, at) in Keys())
        {
            if (!known.Contains(key))
                at.Report($"unknown key '{key}'; expected one of {string.Join(", ", known)}");
        }

        return this;
    }

    /// <summary>The keys of a mapping with their places.</summary>
    public IEnumerable<(string Key, FileNode At)> Keys() => node is YamlMappingNode map
        ? map.Children.Keys.Select(k => ((k as YamlScalarNode)?.Value ?? "", new FileNode(File, k)))
        : [];

    /// <summary>The value of a key; null where there is none.</summary>
    public FileNode? Maybe(string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? new FileNode(File, value) : null;

    /// <summary>The value of a key that must be there.</summary>
    public FileNode? Need(string key)
    {
        var found = Maybe(key);
        if (found is null)
            Report($"'{key}' is missing here");
        return found;
    }

    /// <summary>The elements of a list; a missing or other value is no element.</summary>
    public IEnumerable<FileNode> List(string key)
    {
        return Maybe(key)?.Elements() ?? [];
    }

    /// <summary>The elements of this list.</summary>
    public IEnumerable<FileNode> Elements()
    {
        if (node is YamlSequenceNode list)
            return list.Children.Select(child => new FileNode(File, child));
        Report("expected a list");
        return [];
    }

    /// <summary>The text of a key that must be there.</summary>
    public string Text(string key) => Need(key)?.AsText() ?? "";

    public string? MaybeText(string key) => Maybe(key)?.AsText();

    public IReadOnlyList<string> Texts(string key) => [.. List(key).Select(n => n.AsText())];

    /// <summary>This scalar as text.</summary>
    public string AsText()
    {
        if (node is YamlScalarNode { Value: { } value })
            return value;
        Report("expected a text");
        return "";
    }

    /// <summary>This scalar as what it looks like: whole number, decimal, truth value or text; a list as a list of those.</summary>
    public object? AsValue()
    {
        if (node is YamlSequenceNode list)
            return list.Children.Select(child => new FileNode(File, child).AsValue()).ToList();
        var text = AsText();
        if (node is YamlScalarNode { Style: not ScalarStyle.Plain })
            return text;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return whole;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return number;
        return text switch { "true" => true, "false" => false, _ => text };
    }

    /// <summary>The value on one line, as a file could write it.</summary>
    public string OnOneLine() => node switch
    {
        YamlMappingNode map => $"{{ {string.Join(", ", map.Children.Select(c => $"{c.Key}: {new FileNode(File, c.Value).OnOneLine()}"))} }}",
        YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(c => new FileNode(File, c).OnOneLine()))}]",
        _ => node.ToString(),
    };

    /// <summary>The words of a key in both languages, both of which must be there.</summary>
    public Words Words(string key)
    {
        if (Need(key) is not { } at)
            return Engine.Words.None;
        at.Knows("zh-CN", "en");
        return new Words(at.Text("zh-CN"), at.Text("en"));
    }

    /// <summary>One of a closed set of words.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> known, T otherwise)
    {
        if (Need(key) is not { } at)
            return otherwise;
        if (known.TryGetValue(at.AsText(), out var value))
            return value;
        at.Report($"'{at.AsText()}' is not known here; expected one of {string.Join(", ", known.Keys)}");
        return otherwise;
    }

    /// <summary>A time limit such as <c>2 school days</c>.</summary>
    public Limit AsLimit()
    {
        if (!Limit.TryParse(AsText(), out var limit))
            Report($"'{AsText()}' is no time limit; write for example '2 hours', 'same day', '3 days' or '2 school days'");
        return limit;
    }

    /// <summary>Time limits by level: a mapping from 2, 3, 4 to a limit.</summary>
    public IReadOnlyDictionary<int, Limit> LimitsByLevel(string key)
    {
        var limits = new Dictionary<int, Limit>();
        if (Maybe(key) is not { } at)
            return limits;
        foreach (var (level, place) in at.Knows("2", "3", "4").Keys())
        {
            if (int.TryParse(level, CultureInfo.InvariantCulture, out var number) && at.Maybe(level) is { } value)
                limits[number] = value.AsLimit();
        }

        return limits;
    }
}
