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
public sealed record Queue(IReadOnlyList<QueuedEscalation> Waiting, IReadOnlyList<QueuedEscalation> Returned, IReadOnlyList<QueuedEscalation> Decided)
{
    private const int MostDecided = 20;

    public static async Task<Queue> LoadAsync(CaseFlowDb db, CareRuntime runtime, SignedIn who)
    {
        var rows = db.Children.VisibleTo(db, who).Join(db.Escalations.AsNoTracking(), c => c.Id, e => e.ChildId, (_, e) => e);
        var open = await rows.Where(e => e.Status == EscalationStatus.Pending || e.Status == EscalationStatus.Returned)
            .OrderByDescending(e => e.Emergency).ThenBy(e => e.DueAt).ToListAsync();
        var decided = await rows.Where(e => e.DecidedAt != null).OrderByDescending(e => e.DecidedAt).Take(MostDecided).ToListAsync();
        var files = new Dictionary<ChildId, ChildFile?>();
        foreach (var child in open.Concat(decided).Select(e => e.ChildId).Distinct())
            files[child] = await ChildFile.LoadAsync(db, runtime, who, child);
        return new Queue(Of(open.Where(e => e.Status == EscalationStatus.Pending)), Of(open.Where(e => e.Status == EscalationStatus.Returned)), Of(decided));

        List<QueuedEscalation> Of(IEnumerable<EscalationRow> some) =>
            [.. some.Where(e => files[e.ChildId] is not null).Select(e => new QueuedEscalation(files[e.ChildId]!, files[e.ChildId]!.State.Escalations[e.No]))];
    }
}
