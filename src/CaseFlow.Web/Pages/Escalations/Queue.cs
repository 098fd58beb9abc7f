using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Pages.Cases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Escalations;

/// <summary>An escalation with the child's file that it is about.</summary>
public sealed record QueuedEscalation(ChildFile File, Escalation Escalation)
{
    /// <summary>The name of its form: a queue shows many.</summary>
    public string Key => $"{File.Child.StudentNo}-{Escalation.No.Value}";
}

/// <summary>What waits for the head teacher, most urgent first, and what was decided lately.</summary>
/// <param name="InAll">How many wait, those as well that are not among <paramref name="Waiting"/>.</param>
public sealed record Queue(int InAll, IReadOnlyList<QueuedEscalation> Waiting, IReadOnlyList<QueuedEscalation> Returned, IReadOnlyList<QueuedEscalation> Decided)
{
    private const int MostDecided = 20;

    /// <summary>So many are shown with all that a decision needs; the next come up as these are decided.</summary>
    private const int MostOpen = 10;

    public static async Task<Queue> LoadAsync(CaseFlowDb db, CareRuntime runtime, SignedIn who)
    {
        var rows = db.Escalations.AsNoTracking();
        if (!CareAccess.SeesEveryChild(who))
        {
            var visible = db.Children.VisibleTo(db, who);
            rows = rows.Where(e => visible.Any(c => c.Id == e.ChildId));
        }

        var waiting = await FirstAsync(EscalationStatus.Pending);
        var returned = await FirstAsync(EscalationStatus.Returned);
        var inAll = waiting.Count < MostOpen ? waiting.Count : await rows.CountAsync(e => e.Status == EscalationStatus.Pending);
        var decided = await rows.Where(e => e.DecidedAt != null).OrderByDescending(e => e.DecidedAt).Take(MostDecided).ToListAsync();
        var files = await ChildFile.LoadSomeAsync(db, runtime, who, [.. waiting.Concat(returned).Concat(decided).Select(e => e.ChildId).Distinct()]);
        return new Queue(inAll, Of(waiting), Of(returned), Of(decided));

        Task<List<EscalationRow>> FirstAsync(EscalationStatus status) =>
            rows.Where(e => e.Status == status).OrderByDescending(e => e.Emergency).ThenBy(e => e.DueAt).Take(MostOpen).ToListAsync();

        List<QueuedEscalation> Of(IEnumerable<EscalationRow> some) =>
            [.. some.Where(e => files.ContainsKey(e.ChildId)).Select(e => new QueuedEscalation(files[e.ChildId], files[e.ChildId].State.Escalations[e.No]))];
    }
}
