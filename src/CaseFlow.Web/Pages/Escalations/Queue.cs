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

/// <summary>An escalation in a list, by the child that it is about.</summary>
public sealed record ListedEscalation(Child Child, EscalationRow Escalation)
{
    public string Address => $"/escalations/{Child.Id.Value}/{Escalation.No.Value}";
}

/// <summary>What waits for the head teacher, most urgent first, and what was decided lately.</summary>
/// <param name="Waiting">The first of them, with all that a decision needs.</param>
/// <param name="WaitingBesides">Those that wait behind them.</param>
/// <param name="Returned">The first of them.</param>
/// <param name="ReturnedBesides">Those behind them.</param>
public sealed record Queue(
    IReadOnlyList<QueuedEscalation> Waiting, IReadOnlyList<ListedEscalation> WaitingBesides, IReadOnlyList<QueuedEscalation> Returned,
    IReadOnlyList<ListedEscalation> ReturnedBesides, IReadOnlyList<QueuedEscalation> Decided)
{
    private const int MostDecided = 20;

    /// <summary>So many are shown with all that a decision needs, the others by a line each.</summary>
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
        var decided = await rows.Where(e => e.DecidedAt != null).OrderByDescending(e => e.DecidedAt).Take(MostDecided).ToListAsync();
        var files = await ChildFile.LoadSomeAsync(db, runtime, who, [.. waiting.Concat(returned).Concat(decided).Select(e => e.ChildId).Distinct()]);
        return new Queue(
            Of(waiting), await BesidesAsync(EscalationStatus.Pending, waiting), Of(returned), await BesidesAsync(EscalationStatus.Returned, returned), Of(decided));

        IQueryable<EscalationRow> InTurn(EscalationStatus status) =>
            rows.Where(e => e.Status == status).OrderByDescending(e => e.Emergency).ThenBy(e => e.DueAt).ThenBy(e => e.ChildId).ThenBy(e => e.No);

        Task<List<EscalationRow>> FirstAsync(EscalationStatus status) => InTurn(status).Take(MostOpen).ToListAsync();

        async Task<List<ListedEscalation>> BesidesAsync(EscalationStatus status, List<EscalationRow> first)
        {
            if (first.Count < MostOpen)
                return [];
            var others = await InTurn(status).Skip(MostOpen).ToListAsync();
            var ids = others.Select(e => e.ChildId).Distinct().ToList();
            var children = await db.Children.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id);
            return others.ConvertAll(e => new ListedEscalation(children[e.ChildId], e));
        }

        List<QueuedEscalation> Of(IEnumerable<EscalationRow> some) =>
            [.. some.Where(e => files.ContainsKey(e.ChildId)).Select(e => new QueuedEscalation(files[e.ChildId], files[e.ChildId].State.Escalations[e.No]))];
    }
}
