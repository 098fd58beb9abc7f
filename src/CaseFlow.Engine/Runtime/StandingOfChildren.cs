using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What the read models say of some children before they are screened.</summary>
internal sealed class StandingOfChildren
{
    private readonly ILookup<ChildId, FlagRow> flags;
    private readonly Dictionary<ChildId, CaseRow> cases;

    private StandingOfChildren(IEnumerable<FlagRow> flags, IEnumerable<CaseRow> cases)
    {
        this.flags = flags.ToLookup(f => f.ChildId);
        this.cases = cases.ToDictionary(c => c.ChildId);
    }

    /// <summary>All flags of a child, also those that have ended.</summary>
    public IReadOnlyList<FlagRow> FlagsOf(ChildId child) => flags.Contains(child) ? [.. flags[child]] : [];

    public CaseRow? OpenCaseOf(ChildId child) => cases.GetValueOrDefault(child);

    /// <param name="children">Children of the context's school; their rows are reached through them, see <see cref="ClassSignals"/>.</param>
    public static async Task<StandingOfChildren> OfAsync(CaseFlowDb db, IQueryable<Child> children, CancellationToken cancel)
    {
        var ofSchool = children.IgnoreQueryFilters().Where(c => c.SchoolId == db.SchoolId);
        var flags = await ofSchool.Join(db.Flags.AsNoTracking(), c => c.Id, f => f.ChildId, (_, f) => f).ToListAsync(cancel);
        var cases = await ofSchool.Join(db.Cases.AsNoTracking(), c => c.Id, x => x.ChildId, (_, x) => x).Where(x => x.IsOpen).ToListAsync(cancel);
        return new StandingOfChildren(flags, cases);
    }
}
