using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Passes everything that one person is responsible for to a named successor, child by child.</summary>
/// <remarks>
/// From the first transaction on, the person gets nothing new. Each child is one transaction of its own stream, together with the record
/// that it was dealt with; whoever takes up a hand-over that broke off goes on with the children that are left.
/// </remarks>
public sealed class HandingOver(CareRuntime runtime)
{
    private const int Batch = 100;

    /// <summary>Begins a hand-over and carries it through.</summary>
    /// <param name="alongside">Rows that are written with its beginning.</param>
    /// <returns>The hand-over, or why there is none.</returns>
    public async Task<(HandOver? HandOver, Refusal? Refusal)> StartAsync(
        StaffId from, StaffId to, string? reason, StaffId by, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        HandOver handOver;
        using (var db = runtime.Open())
        {
            // The plan is made while nobody else can begin one: the successor of the one would leave by the other.
            using var transaction = await db.HoldSetUpAsync(cancel);
            var plan = await HandOverPlan.MakeAsync(db, runtime, from, to, cancel);
            if (plan.Refusal is { } refusal)
                return (null, refusal);
            if (await db.HandOvers.AnyAsync(h => h.From == from && h.FinishedAt == null, cancel))
                return (null, Refusals.HandOverRunning);
            handOver = new HandOver
            {
                Id = runtime.NewId(), SchoolId = db.SchoolId, From = from, To = to, Reason = reason, StartedBy = by, StartedAt = runtime.Now,
            };
            db.Add(handOver);
            var leaving = await db.Staff.SingleAsync(s => s.Id == from, cancel);
            leaving.HandedOverTo = to;
            if (alongside is not null)
                await alongside(db);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return (await GoOnAsync(handOver.Id, cancel), null);
    }

    /// <summary>Whoever handed over is at work again; what was handed over stays where it is.</summary>
    public async Task ComeBackAsync(Guid id, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        if (await db.HandOvers.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && h.FinishedAt != null, cancel) is not { } handOver)
            return;
        (await db.Staff.SingleAsync(s => s.Id == handOver.From, cancel)).HandedOverTo = null;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Goes on with every hand-over that broke off, and with what a decision under way brought after its end.</summary>
    /// <remarks>A decision that read the staff before the hand-over began, about a child for whom there was nothing to pass on, meets no conflict.</remarks>
    public async Task ResumeAsync(CancellationToken cancel = default)
    {
        List<Guid> open;
        using (var db = runtime.Open())
        {
            open = await db.HandOvers.Where(h => h.FinishedAt == null).OrderBy(h => h.StartedAt).Select(h => h.Id).ToListAsync(cancel);
            var burdened = db.Staff.Where(s => s.HandedOverTo != null
                && (db.Cases.Any(k => k.IsOpen && k.OwnerId == s.Id)
                    || db.Tasks.Any(t => t.AssigneeId == s.Id && (t.State == TaskState.Open || t.State == TaskState.Scheduled))
                    || db.Children.Any(c => c.HelperId == s.Id)));
            var last = burdened.OrderBy(s => s.StaffNo)
                .Select(s => db.HandOvers.Where(h => h.From == s.Id).OrderByDescending(h => h.StartedAt).Select(h => (Guid?)h.Id).FirstOrDefault());
            open.AddRange((await last.ToListAsync(cancel)).OfType<Guid>());
        }

        foreach (var id in open.Distinct())
            await GoOnAsync(id, cancel);
    }

    /// <summary>Passes on what is left, and closes the hand-over when nothing is.</summary>
    public async Task<HandOver> GoOnAsync(Guid id, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var handOver = await db.HandOvers.SingleAsync(h => h.Id == id, cancel);
        var plan = await HandOverPlan.MakeAsync(db, runtime, handOver.From, await InPlaceOfAsync(db, handOver.To, cancel), cancel);
        if (plan.Refusal is not null)
            return handOver; // stays under way, and is shown so, until somebody is entitled
        var to = plan.Successors;
        while (true)
        {
            var left = await LeftAsync(db, handOver.From, cancel);
            if (left.Count == 0)
                break;
            foreach (var child in left)
                await PassAsync(handOver, child, to, cancel);
        }

        foreach (var delegation in await db.Delegations.Where(d => d.DelegateId == handOver.From && d.Until > runtime.Now).ToListAsync(cancel))
            delegation.Until = runtime.Now;
        await PassClassesAsync(db, handOver, cancel);
        handOver.FinishedAt ??= runtime.Now;
        await db.SaveChangesAsync(cancel);
        return handOver;
    }

    /// <summary>The successor, or whoever has taken over from the successor meanwhile.</summary>
    private static async Task<StaffId> InPlaceOfAsync(CaseFlowDb db, StaffId person, CancellationToken cancel)
    {
        var gone = await db.Staff.AsNoTracking().Where(s => s.HandedOverTo != null).ToDictionaryAsync(s => s.Id, s => s.HandedOverTo!.Value, cancel);
        for (var steps = gone.Count; steps > 0 && gone.TryGetValue(person, out var next); steps--)
            person = next;
        return person;
    }

    /// <summary>Children for whom the person still owns a case, has a task or is the paired helper.</summary>
    private static Task<List<ChildId>> LeftAsync(CaseFlowDb db, StaffId from, CancellationToken cancel) => db.Children.AsNoTracking()
        .Where(c => c.HelperId == from
            || db.Cases.Any(k => k.ChildId == c.Id && k.IsOpen && k.OwnerId == from)
            || db.Tasks.Any(t => t.ChildId == c.Id && t.AssigneeId == from && (t.State == TaskState.Open || t.State == TaskState.Scheduled)))
        .OrderBy(c => c.StudentNo).Select(c => c.Id).Take(Batch).ToListAsync(cancel);

    private async Task PassAsync(HandOver handOver, ChildId child, Successors to, CancellationToken cancel)
    {
        var command = new PassOn(handOver.Id, handOver.From, to, handOver.Reason);
        await new Desk(runtime).DoAsync(child, command, Actor.Of(handOver.StartedBy), db => RecordAsync(db, handOver, child, to, cancel), cancel);
    }

    /// <summary>The pairing, and the record that the child was dealt with, in the transaction of its stream.</summary>
    private async Task RecordAsync(CaseFlowDb db, HandOver handOver, ChildId id, Successors to, CancellationToken cancel)
    {
        var child = db.Children.Local.Single(c => c.Id == id);
        var passed = db.Journal.Local.Count(j => j.Type is "owner-changed" or "task-assigned");
        if (child.HelperId == handOver.From)
        {
            db.Add(new DossierChange
            {
                Id = runtime.NewId(), SchoolId = db.SchoolId, ChildId = id, Field = "helper", Before = await NoOfAsync(db, handOver.From, cancel),
                After = await NoOfAsync(db, to.Children, cancel), RecordedAt = runtime.Now,
            });
            child.HelperId = to.Children;
            passed++;
        }

        if (await db.HandOverParts.SingleOrDefaultAsync(p => p.HandOverId == handOver.Id && p.ChildId == id, cancel) is { } known)
            (known.Passed, known.At) = (known.Passed + passed, runtime.Now);
        else
            db.Add(new HandOverPart { SchoolId = db.SchoolId, HandOverId = handOver.Id, ChildId = id, Passed = passed, At = runtime.Now });
    }

    /// <summary>Classes pass to a successor who is a class teacher; otherwise the successor stands in until somebody is named.</summary>
    private static async Task PassClassesAsync(CaseFlowDb db, HandOver handOver, CancellationToken cancel)
    {
        var (from, to) = (handOver.From, handOver.To);
        if ((await db.Staff.AsNoTracking().SingleAsync(s => s.Id == to, cancel)).Has(Roles.ClassTeacher))
        {
            foreach (var room in await db.Classes.Where(c => c.ClassTeacherId == from).ToListAsync(cancel))
                room.ClassTeacherId = to;
        }
    }

    private static Task<string?> NoOfAsync(CaseFlowDb db, StaffId staff, CancellationToken cancel) =>
        db.Staff.Where(s => s.Id == staff).Select(s => (string?)s.StaffNo).SingleOrDefaultAsync(cancel);
}
