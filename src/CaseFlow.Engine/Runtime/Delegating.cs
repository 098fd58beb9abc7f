using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>The head teacher names who decides while the head teacher is away, from one instant to another.</summary>
public sealed class Delegating(CareRuntime runtime)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <summary>Puts a delegation on record; it holds from <paramref name="from"/> and no longer at <paramref name="until"/>.</summary>
    public async Task<Refusal?> MakeAsync(
        StaffId head, StaffId to, DateTimeOffset from, DateTimeOffset until, string? reason, Func<CaseFlowDb, Task>? alongside = null,
        CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var now = runtime.Now;
        var school = await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel);
        if (school.AtWork.FirstOrDefault(s => s.Has(Roles.HeadTeacher))?.Id != head)
            return Refusals.NotAllowed;
        if (to == head || school.AtWork.FirstOrDefault(s => s.Id == to) is not { } person || person.Roles.TrueForAll(r => r == Roles.EducationOffice))
            return Refusals.DelegateUnfit;
        if (until <= from || until <= now || until - from > Longest)
            return Refusals.DelegationDates;
        using var transaction = await db.HoldSetUpAsync(cancel);
        if (await db.Delegations.AnyAsync(d => d.HeadTeacherId == head && d.From < until && from < d.Until, cancel))
            return Refusals.DelegationOverlaps;
        db.Add(new Delegation
        {
            Id = runtime.NewId(), SchoolId = db.SchoolId, HeadTeacherId = head, DelegateId = to, From = from, Until = until, Reason = reason, MadeAt = now,
        });
        if (alongside is not null)
            await alongside(db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>Ends a delegation now; one that has not begun never holds.</summary>
    public async Task<Refusal?> EndAsync(StaffId head, Guid id, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var now = runtime.Now;
        if (await db.Delegations.SingleOrDefaultAsync(d => d.Id == id && d.HeadTeacherId == head && d.Until > now, cancel) is not { } delegation)
            return Refusals.DelegationUnknown;
        delegation.Until = now < delegation.From ? delegation.From : now;
        if (alongside is not null)
            await alongside(db);
        await db.SaveChangesAsync(cancel);
        return null;
    }
}
