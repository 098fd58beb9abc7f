using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Records a signal under the next number of the school's recordings.</summary>
public static class Recording
{
    /// <summary>Takes the next number and writes the signal with it, in one transaction.</summary>
    public static async Task AddAsync<T>(
        CaseFlowDb db, Func<long, T> signal, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
        where T : class
    {
        using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(signal(await NextNoAsync(db, cancel)));
        if (alongside is not null)
            await alongside(db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The number of the next recording. A number that is taken and not used leaves a gap, which harms nobody.</summary>
    public static async Task<long> NextNoAsync(CaseFlowDb db, CancellationToken cancel = default)
    {
        await db.Schools.ExecuteUpdateAsync(s => s.SetProperty(x => x.RecordedNo, x => x.RecordedNo + 1), cancel);
        return await db.Schools.Select(s => s.RecordedNo).SingleAsync(cancel);
    }
}
