using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Delivers what the outbox holds to the notices of the program, each exactly once.</summary>
/// <remarks>Notices stand in the same database: a batch is claimed and delivered in one transaction, or not at all.</remarks>
public sealed class OutboxDelivery(CareRuntime runtime)
{
    private const int Batch = 100;

    /// <summary>Delivers everything that waits; how many messages that were.</summary>
    /// <param name="held">The claim under which this node delivers; null where it does so on its own.</param>
    public async Task<int> RunAsync(HeldWork? held = null, CancellationToken cancel = default)
    {
        var delivered = 0;
        while (!cancel.IsCancellationRequested)
        {
            var done = await DeliverAsync(held, cancel);
            if (done == 0)
                return delivered;
            delivered += done;
        }

        return delivered;
    }

    /// <summary>Delivers one batch; 0 where nothing waits, or where another node is delivering the same.</summary>
    private async Task<int> DeliverAsync(HeldWork? held, CancellationToken cancel)
    {
        var now = runtime.Now;
        using var db = runtime.Open();
        var waiting = await db.Outbox.AsNoTracking().Where(o => o.DeliveredAt == null)
            .OrderBy(o => o.CreatedAt).ThenBy(o => o.Key).Take(Batch).ToListAsync(cancel);
        if (waiting.Count == 0)
            return 0;
        using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (held is not null && !await held.RenewAsync(db, cancel))
            return 0; // another node delivers by now
        var keys = waiting.ConvertAll(o => o.Key);
        var claimed = await db.Outbox.Where(o => keys.Contains(o.Key) && o.DeliveredAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(o => o.DeliveredAt, now), cancel);
        if (claimed != waiting.Count)
            return 0; // nothing is committed: whoever was first delivers
        var there = await db.Notices.Where(n => keys.Contains(n.Key)).Select(n => n.Key).ToListAsync(cancel);
        db.Notices.AddRange(waiting.ExceptBy(there, o => o.Key).Select(NoticeOf));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return waiting.Count;
    }

    private static Notice NoticeOf(OutboxRow message) => new()
    {
        SchoolId = message.SchoolId,
        Key = message.Key,
        To = message.To,
        Kind = message.Kind,
        Urgent = message.Urgent,
        Link = message.Link,
        CreatedAt = message.CreatedAt,
    };
}
