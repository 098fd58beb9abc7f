using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Children who have left with something still open: a flag, a case that is not handed over yet, a task outside of it.</summary>
internal sealed class LeftChildren(CaseFlowDb db, StandingOfChildren standing, DateOnly day)
{
    /// <summary>What those among <paramref name="children"/> are to be told, in the order of their student numbers.</summary>
    public async Task<IReadOnlyList<ScreeningCommand>> CommandsAsync(IQueryable<Child> children, CancellationToken cancel)
    {
        var left = children.IgnoreQueryFilters().Where(c => c.SchoolId == db.SchoolId && c.LeftOn <= day && c.HeadVersion > 0);
        var gone = await left.Select(c => new { c.Id, c.StudentNo, c.LeftOn, c.LeftTo }).ToListAsync(cancel);
        if (gone.Count == 0)
            return [];
        var pending = (await left.Join(db.Tasks, c => c.Id, t => t.ChildId, (_, t) => t)
            .Where(t => t.State == TaskState.Open || t.State == TaskState.Scheduled)
            .Select(t => new { t.ChildId, t.CaseNo }).ToListAsync(cancel)).ToLookup(t => t.ChildId, t => t.CaseNo);
        return [.. gone.Where(c => HasOpen(c.Id, pending[c.Id])).OrderBy(c => c.StudentNo, StringComparer.Ordinal)
            .Select(c => new ScreeningCommand(c.Id, new ApplyScreening(day, [], c.LeftOn, c.LeftTo)))];
    }

    private bool HasOpen(ChildId child, IEnumerable<int> pendingIn)
    {
        var open = standing.OpenCaseOf(child);
        return open is { IsLeaving: false }
            || standing.FlagsOf(child).Any(f => f.Status == FlagStatus.Active)
            || pendingIn.Any(no => no == 0 || no != open?.No.Value);
    }
}
