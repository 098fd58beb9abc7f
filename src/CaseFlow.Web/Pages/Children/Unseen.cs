using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Children;

/// <summary>A left-behind child and when somebody of the school last saw it: an observation, a task that was done, a visit.</summary>
/// <param name="SeenOn">Null where that was never put on record.</param>
public sealed record Unseen(ChildId Id, string Name, string StudentNo, ClassId Class, StaffId? Helper, DateOnly? SeenOn)
{
    private const string Visit = "visit";

    /// <summary>Those whom this person may see, whoever was not seen for longest first.</summary>
    public static async Task<IReadOnlyList<Unseen>> LongestAsync(CaseFlowDb db, SignedIn who, DateOnly today, int most)
    {
        var children = await db.Children.AsNoTracking().VisibleTo(db, who)
            .Where(c => c.LeftBehind != LeftBehind.None && (c.LeftOn == null || c.LeftOn > today))
            .Select(c => new
            {
                c.Id, c.Name, c.SortKey, c.StudentNo, c.ClassId, c.HelperId,
                Observed = db.Observations.Where(o => o.ChildId == c.Id).Max(o => (DateOnly?)o.Date),
                Visited = db.Contacts.Where(k => k.ChildId == c.Id && k.By == Visit).Max(k => (DateOnly?)k.Date),
                Done = db.Tasks.Where(t => t.ChildId == c.Id && t.State == TaskState.Done).Max(t => t.DoneOn),
            }).ToListAsync();
        return [.. children
            .Select(c => (c.SortKey, Child: new Unseen(c.Id, c.Name, c.StudentNo, c.ClassId, c.HelperId, Latest(c.Observed, c.Visited, c.Done))))
            .OrderBy(c => c.Child.SeenOn ?? DateOnly.MinValue).ThenBy(c => c.SortKey, StringComparer.Ordinal).Take(most).Select(c => c.Child)];
    }

    private static DateOnly? Latest(params DateOnly?[] days) => days.Max();
}
