using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Web.Access;

namespace CaseFlow.Web.Pages.Rules;

/// <summary>Where the figures of a rule lead.</summary>
internal static class RuleLinks
{
    /// <summary>The page with the flags that a figure counts; null for whoever sees counts only.</summary>
    /// <param name="month">Of those raised in a month, its first day; null for all.</param>
    public static string? Flags(SignedIn who, string rule, RecordFigure figure, DateOnly? month = null) => !RuleAccess.SeesChildren(who) ? null
        : $"/rules/{rule}/flags?as={figure}{(month is { } first ? $"&month={TermFigures.MonthText(first)}" : "")}";
}
