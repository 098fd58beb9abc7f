using CaseFlow.Engine.Cases;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;

namespace CaseFlow.Web.Pages.Cases;

/// <summary>A goal in one line: how it is measured, from where to where, and until when.</summary>
public static class GoalWords
{
    public static string Measured(Goal goal)
    {
        var path = (goal.Start, goal.Target) switch
        {
            (null, null) => null,
            ({ } start, null) => $"{CaseWords.StartValue} {start}",
            (null, { } target) => $"{CaseWords.TargetValue} {target}",
            var (start, target) => $"{start} → {target}",
        };
        return string.Join(" · ", new[] { goal.Measure, path, goal.By is { } by ? Say.Date(by) : null }.OfType<string>());
    }
}
