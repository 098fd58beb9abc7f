using System.Globalization;
using System.Text;
using CaseFlow.Engine.Definitions;
using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Rules;

/// <summary>A sentence in both languages with expressions in braces: <c>absent on {size(evidence)} days</c>.</summary>
public sealed class Template<T>
{
    private readonly IReadOnlyList<Func<T, string>> zh;
    private readonly IReadOnlyList<Func<T, string>> en;

    private Template(Words text, IReadOnlyList<Func<T, string>> zh, IReadOnlyList<Func<T, string>> en)
    {
        Text = text;
        this.zh = zh;
        this.en = en;
    }

    /// <summary>As written, with the expressions in braces.</summary>
    public Words Text { get; }

    /// <summary>Reads the sentence under <paramref name="key"/>; reports what is wrong with its expressions.</summary>
    public static Template<T> Read(FileNode node, string key, CelScope scope)
    {
        if (node.Need(key) is not { } at)
            return new Template<T>(Words.None, [], []);
        at.Knows("zh-CN", "en");
        var (zh, en) = (at.Need("zh-CN"), at.Need("en"));
        return new Template<T>(new Words(zh?.AsText() ?? "", en?.AsText() ?? ""), Parts(zh, scope), Parts(en, scope));
    }

    /// <summary>The sentence for <paramref name="facts"/>.</summary>
    /// <exception cref="CelEvaluationException">An expression failed on these facts.</exception>
    public Words Of(T facts) => new(Fill(zh, facts), Fill(en, facts));

    private static string Fill(IReadOnlyList<Func<T, string>> parts, T facts) =>
        parts.Aggregate(new StringBuilder(), (text, part) => text.Append(part(facts))).ToString();

    private static List<Func<T, string>> Parts(FileNode? node, CelScope scope)
    {
        var parts = new List<Func<T, string>>();
        if (node is null)
            return parts;
        var text = node.AsText();
        for (var at = 0; at < text.Length;)
        {
            var open = text.IndexOf('{', at);
            var literal = open < 0 ? text[at..] : text[at..open];
            if (literal.Length > 0)
                parts.Add(_ => literal);
            if (open < 0)
                break;
            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                node.Report("a '{' is not closed");
                break;
            }

            if (Expressions.Compile<T, object?>(node, text[(open + 1)..close], scope, open + 1) is { } value)
                parts.Add(facts => Convert.ToString(value(facts), CultureInfo.InvariantCulture) ?? "");
            at = close + 1;
        }

        return parts;
    }
}
