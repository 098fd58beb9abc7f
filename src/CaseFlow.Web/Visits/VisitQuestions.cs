using System.Globalization;
using CaseFlow.Engine;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Visits;

/// <summary>The questions of a visit under the numbers that paper and entry page share, and the numbers of their answers.</summary>
public static class VisitQuestions
{
    public static readonly Words Date = Numbered(1, TaskWords.DateDone);
    public static readonly Words Reached = Numbered(2, TaskWords.WasReached);
    public static readonly Words Found = Numbered(3, TaskWords.WhatWasFound);

    /// <summary>The five headings, 4 to 8, under the keys that outcomes keep.</summary>
    public static readonly IReadOnlyList<(string Key, Words Words)> Headings = [.. TaskWords.FiveHeadings.Select((h, i) => (h.Key, Numbered(4 + i, h.Words)))];

    /// <summary>The first of the numbers for what was seen besides.</summary>
    public static readonly int FirstSeen = 4 + TaskWords.FiveHeadings.Count;

    /// <summary>Whether somebody was met: 1 or 2, with the value of the field.</summary>
    public static readonly IReadOnlyList<(string Value, Words Words)> ReachedOptions = [("yes", Numbered(1, TaskWords.Reached)), ("no", Numbered(2, TaskWords.NotReached))];

    /// <summary>How much, 1 to 3.</summary>
    public static readonly IReadOnlyList<(string Value, Words Words)> Severities =
        [.. Enumerable.Range(1, 3).Select(s => (s.ToString(CultureInfo.InvariantCulture), Numbered(s, TaskWords.Severity(s))))];

    /// <summary>The kinds of observation under two figures: the group, and the place in it; the first of all is 11.</summary>
    public static readonly IReadOnlyList<(string Value, Words Words)> Kinds =
        [.. ObservationKinds.All.GroupBy(ObservationKinds.GroupOf).SelectMany((group, g) => group.Select((kind, i) => (kind, Numbered((10 * (g + 1)) + i + 1, SignalWords.Observation(kind)))))];

    public static Words Numbered(int no, Words words) => new(string.Create(CultureInfo.InvariantCulture, $"{no} {words.Zh}"), string.Create(CultureInfo.InvariantCulture, $"{no} {words.En}"));
}
