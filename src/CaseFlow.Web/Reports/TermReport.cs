using CaseFlow.Engine;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Reports;

/// <summary>What a term report says: totals, no child's name.</summary>
/// <param name="Figures">With the count of the term before, where there was one.</param>
/// <param name="Coverage">Class by class and month by month.</param>
/// <param name="ForOffice">Numbers below <see cref="SmallNumbers.Smallest"/> are left out.</param>
public sealed record TermReport(
    string School, TermPeriod Term, DateOnly MadeOn, IReadOnlyList<CountedFigure> Figures,
    IReadOnlyList<(string Rule, Words Title, int Count)> ByRule, IReadOnlyList<Coverage> Coverage, bool ForOffice)
{
    /// <summary>The report of a term.</summary>
    /// <param name="name">The term; null for the current one.</param>
    /// <returns>Null where there is no such term.</returns>
    public static async Task<TermReport?> MakeAsync(CareRuntime runtime, CaseFlowDb db, string? name, bool forOffice, CancellationToken cancel = default)
    {
        if (await TermFigures.OpenAsync(runtime, db, name, cancel) is not { } numbers)
            return null;
        var policy = runtime.Policy();
        return new TermReport(
            await db.Schools.Select(s => s.Name).SingleAsync(cancel), numbers.Term, numbers.Time.DayOf(runtime.Now), await numbers.CountAsync(cancel),
            [.. (await numbers.ByRuleAsync(cancel)).Select(r => (r.Rule, RuleWords.TitleOf(policy, r.Rule), r.Count))],
            await numbers.CoverageAsync(cancel), forOffice);
    }

    /// <summary>A number as it is shown.</summary>
    public string Show(int? count) => count switch
    {
        null => "—",
        { } small when ForOffice && SmallNumbers.Hides(small) => Common.Suppressed.ToString(),
        _ => $"{count}",
    };

    /// <summary>Reached and all of a class in a month; where either part is small, neither is shown to the office.</summary>
    public string Show(Coverage cell) =>
        ForOffice && (SmallNumbers.Hides(cell.All) || SmallNumbers.Hides(cell.Reached) || SmallNumbers.Hides(cell.All - cell.Reached)) ? "*" : $"{cell.Reached} / {cell.All}";
}
