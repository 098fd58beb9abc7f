using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Cases.Deciding;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>Where commands come in: load, decide, commit; and once more on the new state where a second writer was first.</summary>
public sealed class Desk(CareRuntime runtime)
{
    private const int MostTries = 5;

    /// <summary>Carries out a command at the clock's present.</summary>
    /// <param name="alongside">Rows that are written in the same transaction; called again on a second try, with a fresh
    /// context. The child that it tracks is without its dossier.</param>
    /// <returns>The decision; null where the school has no such child. After a refusal nothing was written.</returns>
    public async Task<Decision?> DoAsync(
        ChildId child, ChildCommand command, Actor actor, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var db = runtime.Open();
            try
            {
                return await TryAsync(db, child, command, actor, alongside, cancel);
            }
            catch (DbUpdateException e) when (attempt < MostTries && Conflicts.IsConflict(e))
            {
                // Somebody else wrote to this child first: decide again on what is there now.
            }
        }
    }

    private async Task<Decision?> TryAsync(
        CaseFlowDb db, ChildId id, ChildCommand command, Actor actor, Func<CaseFlowDb, Task>? alongside, CancellationToken cancel)
    {
        if (await StreamHeads.ReadAsync(db, id, cancel) is not { } head)
            return null;
        var loaded = new LoadedChild(head.Child, await runtime.Children.StateOfAsync(db, head.Child, cancel));
        var school = command is ApplyScreening // the one command that can open a case
            ? await SchoolOnFile.LoadAsync(db, runtime.Zone, cancel)
            : await SchoolOnFile.WithoutLoadsAsync(runtime, db, head.School, cancel);
        var policy = await runtime.PolicyForAsync(loaded.State, cancel);
        var now = runtime.Now;
        var staffing = school.StaffingFor(loaded.Child, now);
        var decision = ChildDecisions.Decide(
            loaded.State, command, new Circumstances(now, school.Time, policy, staffing, actor, school.School.RecordedNo));
        if (decision.IsRefused)
            return decision;
        ChildStreams.Append(db, loaded, decision, policy.Escalations, school.Time, staffing);
        if (alongside is null)
        {
            await db.SaveChangesAsync(cancel);
            runtime.Children.Keep(loaded.Child, decision.State);
            return decision;
        }

        // What is written alongside may write by itself, such as the next number of a recording: one transaction around both.
        using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await alongside(db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        runtime.Children.Keep(loaded.Child, decision.State);
        return decision;
    }
}
