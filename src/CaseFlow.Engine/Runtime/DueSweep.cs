using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What a sweep did.</summary>
/// <param name="Children">How many children came up.</param>
/// <param name="Failed">Children on whom it failed, with the error; their due items stay for the next sweep.</param>
public sealed record SweepReport(int Children, IReadOnlyList<(ChildId Child, string Error)> Failed);

/// <summary>Turns each due item that the clock has reached into a command; earliest first, child by child.</summary>
public sealed class DueSweep(CareRuntime runtime)
{
    private const int Batch = 200;

    /// <summary>So many children are written in a transaction.</summary>
    private const int Together = 50;

    /// <summary>So often a child comes up in one sweep, where others write to it meanwhile; after that it must not keep the next ones waiting.</summary>
    private const int MostTimes = 20;

    /// <summary>Handles all that is due at <paramref name="now"/>, once.</summary>
    /// <param name="held">The claim under which this node sweeps; null where it does so on its own.</param>
    public async Task<SweepReport> RunAsync(DateTimeOffset now, HeldWork? held = null, CancellationToken cancel = default)
    {
        var failed = new List<(ChildId, string)>();
        var seen = new HashSet<ChildId>();
        var times = new Dictionary<ChildId, int>();
        await new HandingOver(runtime).ResumeAsync(cancel);
        using var reading = runtime.Open();
        var school = await SchoolOnFile.WithoutLoadsAsync(runtime, reading, cancel);
        while (!cancel.IsCancellationRequested)
        {
            var stuck = failed.ConvertAll(f => f.Item1);
            var due = await reading.DueItems.AsNoTracking().Where(d => d.DueAt <= now && !stuck.Contains(d.ChildId)).OrderBy(d => d.DueAt)
                .Select(d => d.ChildId).Take(Batch).ToListAsync(cancel);
            if (due.Count == 0)
                break;
            var fresh = due.Distinct().ToList();
            foreach (var child in fresh)
                times[child] = times.GetValueOrDefault(child) + 1;
            failed.AddRange(fresh.Where(c => times[c] > MostTimes).Select(c => (c, "it comes up again and again")));
            fresh.RemoveAll(c => times[c] > MostTimes);
            foreach (var some in fresh.Chunk(Together))
            {
                if (held is not null && !await held.GoOnAsync(cancel))
                    return new SweepReport(seen.Count, failed);
                seen.UnionWith(some);
                if (some.Length > 1 && await TryTogetherAsync(some, school, now, cancel))
                    continue;
                foreach (var child in some)
                {
                    if (await HandleAsync(child, school, now, cancel) is { } error)
                        failed.Add((child, error));
                }
            }
        }

        return new SweepReport(seen.Count, failed);
    }

    /// <summary>Handles several children in a transaction; false where one of them is in the way, and then nothing was written.</summary>
    private async Task<bool> TryTogetherAsync(ChildId[] children, SchoolOnFile school, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            using var db = runtime.Open();
            var loaded = await ChildStreams.LoadAsync(db, children, cancel);
            foreach (var child in children)
            {
                if (!loaded.TryGetValue(child, out var one) || await DecideAsync(db, one, school, now, cancel) is not null)
                    return false;
            }

            await db.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancel); // the context is not used again
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return false; // one by one shows which it is, and why
        }
    }

    private async Task<string?> HandleAsync(ChildId id, SchoolOnFile school, DateTimeOffset now, CancellationToken cancel)
    {
        try
        {
            using var db = runtime.Open();
            if (await runtime.Children.LoadAsync(db, id, cancel) is not { } loaded)
                return "the child is not on file";
            if (await DecideAsync(db, loaded, school, now, cancel) is { } error)
                return error;
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateException e) when (Conflicts.IsConflict(e))
        {
            return null; // somebody wrote to this child meanwhile: it comes up again in this very sweep
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e.Message;
        }
    }

    /// <summary>Puts what follows into the context; what is wrong with it, if anything.</summary>
    private async Task<string?> DecideAsync(CaseFlowDb db, LoadedChild loaded, SchoolOnFile school, DateTimeOffset now, CancellationToken cancel)
    {
        var policy = await runtime.PolicyForAsync(loaded.State, cancel);
        var staffing = school.StaffingFor(loaded.Child, now);
        var decision = ChildDecisions.Decide(
            loaded.State, new HandleDue(), new Circumstances(now, school.Time, policy, staffing, Actor.System, school.School.RecordedNo));
        ChildStreams.Append(db, loaded, decision, policy.Escalations, school.Time, staffing);
        return ReadModel.DueItemsOf(decision.State, policy.Escalations, school.Time).Values.Any(at => at <= now)
            ? "something stays due after it was handled"
            : null;
    }
}
