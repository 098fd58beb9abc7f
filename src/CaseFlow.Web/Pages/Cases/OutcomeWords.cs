using CaseFlow.Engine.Cases;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Cases;

/// <summary>What a talk, visit or call found, as text.</summary>
public static class OutcomeWords
{
    /// <summary>The note and the headings, a line each.</summary>
    public static string Of(Outcome outcome)
    {
        var colon = Say.IsChinese ? "：" : ": ";
        var headings = TaskWords.FiveHeadings
            .Where(h => outcome.Headings?.ContainsKey(h.Key) == true)
            .Select(h => $"{h.Words}{colon}{outcome.Headings![h.Key]}");
        return string.Join('\n', new[] { outcome.Note ?? "" }.Concat(headings).Where(line => line.Length > 0));
    }
}
