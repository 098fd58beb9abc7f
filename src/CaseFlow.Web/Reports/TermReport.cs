using CaseFlow.Engine;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Reports;

/// <summary>What a term report says: totals, no child's name.</summary>
/// <param name="Figures">With the count of the term before, where there was one.</param>
/// <param name="Coverage">Class by class and month by month.</param>
/// <param name="ForOffice">Numbers below <see cref="SmallestShown"/> are left out.</param>
public sealed record TermReport(
    string School, TermPeriod Term, DateOnly MadeOn, IReadOnlyList<(Figure Figure, int Count, int? Before)> Figures,
    IReadOnlyList<(string Rule, Words Title, int Count)> ByRule, IReadOnlyList<Coverage> Coverage, bool ForOffice)
{
    /// <summary>Source: domain, 'Privacy': the education office does not see smaller numbers, which could be traced to a child.</summary>
    public const int SmallestShown = 5;

    /// <summary>The report of a term.</summary>
    /// <param name="name">The term; null for the current one.</param>
    /// <returns>Null where there is no such term.</returns>
    public static async Task<TermReport?> MakeAsync(CareRuntime runtime, CaseFlowDb db, string? name, bool forOffice, CancellationToken cancel = default)
    {
        var time = (await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel)).Time;
        var today = time.DayOf(runtime.Now);
        var terms = TermPeriod.Until(today, time.Calendar);
        if (terms.FirstOrDefault(t => name is null || t.Name == name) is not { } term)
            return null;
        var numbers = new TermFigures(db, time, term);
        var before = terms.SkipWhile(t => t != term).Skip(1).FirstOrDefault() is { } earlier
            ? (await new TermFigures(db, time, earlier).CountAsync(cancel)).ToDictionary(f => f.Figure.Id, f => f.Count)
            : [];
        var titles = runtime.Policy().Rules.Rules.ToDictionary(r => r.Id, r => r.Title);
        return new TermReport(
            await db.Schools.Select(s => s.Name).SingleAsync(cancel), term, today,
            [.. (await numbers.CountAsync(cancel)).Select(f => (f.Figure, f.Count, before.TryGetValue(f.Figure.Id, out var count) ? count : (int?)null))],
            [.. (await numbers.ByRuleAsync(cancel)).Select(r => (r.Rule, titles.GetValueOrDefault(r.Rule, new Words(r.Rule, r.Rule)), r.Count))],
            await numbers.CoverageAsync(cancel), forOffice);
    }

    /// <summary>A number as it is shown.</summary>
    public string Show(int? count) => count switch
    {
        null => "—",
        > 0 and < SmallestShown when ForOffice => Common.Suppressed.ToString(),
        _ => $"{count}",
    };

    /// <summary>Reached and all of a class in a month; where either part is small, neither is shown to the office.</summary>
    public string Show(Coverage cell) =>
        ForOffice && (IsSmall(cell.All) || IsSmall(cell.Reached) || IsSmall(cell.All - cell.Reached)) ? "*" : $"{cell.Reached} / {cell.All}";

    private static bool IsSmall(int count) => count is > 0 and < SmallestShown;
}
