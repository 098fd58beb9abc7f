using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CaseFlow.Engine.Runtime;

/// <summary>Keeps the states of the children that were decided on lately. Safe for use by several threads.</summary>
/// <remarks>
/// The child's row, read just now, says whether a kept state still holds: the hash at the head of a stream is that of its whole
/// history, so that a state under the same hash is the same state, whichever node wrote it.
/// </remarks>
public sealed class ChildShelf : IDisposable
{
    /// <summary>So many events in all; at some 500 bytes each, ten megabytes.</summary>
    private const int MostEvents = 20_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostEvents });

    /// <summary>The child and its state; null where there is no such child in this school.</summary>
    public async Task<LoadedChild?> LoadAsync(CaseFlowDb db, ChildId id, CancellationToken cancel = default) =>
        await db.Children.SingleOrDefaultAsync(c => c.Id == id, cancel) is { } child ? new LoadedChild(child, await StateOfAsync(db, child, cancel)) : null;

    /// <summary>The state of a child whose row was read just now.</summary>
    public async Task<ChildState> StateOfAsync(CaseFlowDb db, Child child, CancellationToken cancel = default)
    {
        if (kept.TryGetValue(child.Id, out Kept? there) && there!.State.Version == child.HeadVersion && there.HeadHash == child.HeadHash)
            return there.State;
        var state = await ChildStreams.StateOfAsync(db, child, cancel);
        Keep(child, state);
        return state;
    }

    /// <summary>Keeps what is in the database.</summary>
    public void Keep(Child child, ChildState state) =>
        kept.Set(child.Id, new Kept(child.HeadHash, state), new MemoryCacheEntryOptions { Size = 1 + state.Version });

    public void Dispose() => kept.Dispose();

    private sealed record Kept(string HeadHash, ChildState State);
}
