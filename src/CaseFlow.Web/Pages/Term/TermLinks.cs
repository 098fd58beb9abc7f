using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Web.Access;

namespace CaseFlow.Web.Pages.Term;

/// <summary>Where the figures of a term lead.</summary>
public static class TermLinks
{
    /// <summary>The page with the rows of a figure that says how things stand now; null for whoever does not see every child.</summary>
    public static string? Now(SignedIn who, string figure, string? of = null) => !TermAccess.MayRead(who) ? null
        : $"/term/rows?figure={figure}{(of is null ? "" : $"&of={Uri.EscapeDataString(of)}")}";

    /// <summary>The page with the rows that a figure counts.</summary>
    public static string Rows(TermPeriod term, string figure, string? of = null, DateOnly? month = null) =>
        $"/term/rows?term={Uri.EscapeDataString(term.Name)}&figure={figure}"
        + (of is null ? "" : $"&of={Uri.EscapeDataString(of)}") + (month is { } first ? $"&month={TermFigures.MonthText(first)}" : "");
}
