using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Components;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Term;

/// <summary>A page of the rows that a figure counts, by the names of the children.</summary>
/// <param name="Total">How many there are on all pages.</param>
public sealed record FigurePage(
    IReadOnlyList<(FigureRow Row, Child Child)> Rows, int Number, int Total, IReadOnlyDictionary<ClassId, string> Classes, SchoolTime Time)
{
    public const int Size = 200;

    /// <param name="asked">Which page somebody asks for.</param>
    public static async Task<FigurePage> LoadAsync(CaseFlowDb db, IQueryable<FigureRow> counted, SchoolTime time, string? asked)
    {
        var total = await counted.CountAsync();
        var number = PageSteps.Within(asked, Size, total);
        var rows = await counted.Join(db.Children.AsNoTracking(), r => r.Child, c => c.Id, (r, c) => new { r, c })
            .OrderBy(x => x.c.SortKey).ThenBy(x => x.c.StudentNo).Skip((number - 1) * Size).Take(Size).ToListAsync();
        return new FigurePage(rows.ConvertAll(x => (x.r, x.c)), number, total, await db.Classes.ToDictionaryAsync(c => c.Id, c => c.Name), time);
    }
}
