using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Delivers what the outbox holds to the notices of the program, each exactly once.</summary>
public sealed class OutboxDelivery(CareRuntime runtime)
{
    private const int Batch = 100;

    /// <summary>Delivers everything that waits; how many messages that were.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var delivered = 0;
        while (!cancel.IsCancellationRequested)
        {
            using var db = runtime.Open();
            var now = runtime.Now;
            var waiting = await db.Outbox.AsNoTracking()
                .Where(o => o.DeliveredAt == null && (o.ClaimedUntil == null || o.ClaimedUntil <= now))
                .OrderBy(o => o.CreatedAt).ThenBy(o => o.Key).Take(Batch).ToListAsync(cancel);
            if (waiting.Count == 0)
                return delivered;
            var done = 0;
            foreach (var message in waiting)
                done += await DeliverAsync(message, cancel) ? 1 : 0;
            if (done == 0)
                return delivered;
            delivered += done;
        }

        return delivered;
    }

    /// <summary>Claims by one conditional update, delivers and records the delivery, in one transaction: notices stand in the same database.</summary>
    private async Task<bool> DeliverAsync(OutboxRow message, CancellationToken cancel)
    {
        var now = runtime.Now;
        var (key, fence) = (message.Key, message.Fence);
        using var db = runtime.Open();
        using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var claimed = await db.Outbox.Where(o => o.Key == key && o.Fence == fence && o.DeliveredAt == null).ExecuteUpdateAsync(
            s => s.SetProperty(o => o.Fence, fence + 1).SetProperty(o => o.DeliveredAt, now)
                .SetProperty(o => o.ClaimedUntil, (DateTimeOffset?)null).SetProperty(o => o.Attempts, o => o.Attempts + 1),
            cancel);
        if (claimed == 0)
            return false;
        if (!await db.Notices.AnyAsync(n => n.Key == key, cancel))
        {
            db.Notices.Add(new Notice
            {
                SchoolId = message.SchoolId,
                Key = key,
                To = message.To,
                Kind = message.Kind,
                Urgent = message.Urgent,
                Link = message.Link,
                CreatedAt = message.CreatedAt,
            });
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }
}
