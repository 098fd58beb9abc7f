using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Simulation.People;

/// <summary>How staff reach the engine: every command goes through the desk in the name of a person; refusals are counted.</summary>
internal sealed class StaffHands(SimulatedEngine engine)
{
    private readonly Dictionary<ChildId, ChildState> states = [];

    /// <summary>How often the engine refused, by refusal.</summary>
    public SortedDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>Carries out a command now; false where the engine refused it.</summary>
    public async Task<bool> DoAsync(Pupil pupil, ChildCommand command, StaffId who, CancellationToken cancel)
    {
        var decision = await engine.Desk.DoAsync(pupil.Id, command, Actor.Of(who), null, cancel)
            ?? throw new InvalidOperationException($"the child {pupil.No} is not on file");
        if (decision.Refusal is { } refusal)
            Refusals[refusal.Id] = Refusals.GetValueOrDefault(refusal.Id) + 1;
        else
            states[pupil.Id] = decision.State;
        return !decision.IsRefused;
    }

    /// <summary>The states of children as the journal has them; only what was added since the last look is read.</summary>
    public async Task<IReadOnlyDictionary<ChildId, ChildState>> LookAtAsync(IReadOnlyList<ChildId> children, CancellationToken cancel)
    {
        using var db = engine.Runtime.Open();
        foreach (var chunk in children.Chunk(200))
        {
            var heads = await db.Children.Where(c => chunk.Contains(c.Id)).Select(c => new { c.Id, c.HeadVersion }).ToListAsync(cancel);
            foreach (var head in heads.Where(h => h.HeadVersion > StateOf(h.Id).Version))
                states[head.Id] = await ReadOnAsync(db, head.Id, StateOf(head.Id), cancel);
        }

        return states;
    }

    public ChildState StateOf(ChildId child) => states.GetValueOrDefault(child, ChildState.Empty);

    private static async Task<ChildState> ReadOnAsync(CaseFlowDb db, ChildId child, ChildState state, CancellationToken cancel)
    {
        var from = state.Version;
        var rows = await db.Journal.AsNoTracking().Where(j => j.ChildId == child && j.Version > from).OrderBy(j => j.Version).ToListAsync(cancel);
        return rows.Aggregate(state, (s, row) => s.After(JournalRows.Read(row)));
    }
}
