using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>A child with the state that its stream gives.</summary>
public sealed record LoadedChild(Child Child, ChildState State);

/// <summary>Loads streams and appends to them: journal, read models, due items and outbox in one transaction.</summary>
public static class ChildStreams
{
    /// <summary>The state that the child's stream gives.</summary>
    public static async Task<ChildState> StateOfAsync(CaseFlowDb db, Child child, CancellationToken cancel = default)
    {
        if (child.HeadVersion == 0)
            return ChildState.Empty;
        var rows = await db.Journal.Where(j => j.ChildId == child.Id).OrderBy(j => j.Version)
            .Select(j => new { j.Type, j.Payload, j.By, j.At }).ToListAsync(cancel);
        return Evolution.Replay(rows.Select(r => JournalRows.Read(r.Type, r.Payload, r.By, r.At)));
    }

    /// <summary>Several children of this school and their states.</summary>
    public static async Task<IReadOnlyDictionary<ChildId, LoadedChild>> LoadAsync(CaseFlowDb db, IReadOnlyList<ChildId> ids, CancellationToken cancel)
    {
        // Found by their ids alone: asked for the school as well, a database may go through all the children of the school.
        var children = await db.Children.IgnoreQueryFilters([CaseFlowDb.OfTheSchool]).Where(c => ids.Contains(c.Id)).ToListAsync(cancel);
        var begun = children.Where(c => c.HeadVersion > 0).Select(c => c.Id).ToList();
        var rows = begun.Count == 0
            ? []
            : await db.Journal.IgnoreQueryFilters([CaseFlowDb.OfTheSchool]).Where(j => begun.Contains(j.ChildId))
                .Select(j => new { j.ChildId, j.Version, j.Type, j.Payload, j.By, j.At }).ToListAsync(cancel);
        var histories = rows.ToLookup(j => j.ChildId);
        return children.Where(c => c.SchoolId == db.SchoolId).ToDictionary(
            c => c.Id,
            c => new LoadedChild(c, Evolution.Replay(histories[c.Id].OrderBy(j => j.Version).Select(j => JournalRows.Read(j.Type, j.Payload, j.By, j.At)))));
    }

    /// <summary>Puts what was decided into the context; the caller saves, and gets a conflict where a second writer was first.</summary>
    public static void Append(CaseFlowDb db, LoadedChild loaded, Decision decision, EscalationRules rules, SchoolTime time, Staffing staffing)
    {
        if (decision.Happened.Count == 0)
            return; // without a new version nothing guards the rows against a second writer
        var child = loaded.Child;
        foreach (var happened in decision.Happened)
        {
            var row = JournalRows.Make(child.SchoolId, child.Id, child.HeadVersion + 1, happened, child.HeadHash);
            db.Journal.Add(row);
            foreach (var message in Messages.For(row, happened, decision.State, staffing))
                db.Outbox.Add(message);
            child.HeadVersion = row.Version;
            child.HeadHash = row.Hash;
        }

        WriteReadModel(db, child, loaded.State, decision.State);
        WriteDueItems(db, child, ReadModel.DueItemsOf(loaded.State, rules, time), ReadModel.DueItemsOf(decision.State, rules, time));
    }

    private static void WriteReadModel(CaseFlowDb db, Child child, ChildState before, ChildState after)
    {
        // Only what changed is written: a row that says the same as before costs nothing.
        Write(before.Flags, after.Flags, flag => ReadModel.Of(child, flag));
        Write(before.Tasks, after.Tasks, task => ReadModel.Of(child, task));
        Write(before.Escalations, after.Escalations, escalation => ReadModel.Of(child, escalation));
        foreach (var (no, care) in after.Cases)
        {
            // The next date of a case comes from its tasks and escalations: an open case is written whenever anything happened.
            if (!before.Cases.TryGetValue(no, out var was))
                db.Add(ReadModel.Of(child, after, care));
            else if (care.IsOpen || was.IsOpen)
                Change(ReadModel.Of(child, before, was), ReadModel.Of(child, after, care));
        }

        void Write<TNo, T, TRow>(
            System.Collections.Immutable.ImmutableSortedDictionary<TNo, T> was,
            System.Collections.Immutable.ImmutableSortedDictionary<TNo, T> now,
            Func<T, TRow> row)
            where TNo : notnull
            where T : class
            where TRow : class
        {
            if (ReferenceEquals(was, now))
                return;
            foreach (var (no, value) in now)
            {
                if (!was.TryGetValue(no, out var old))
                    db.Add(row(value));
                else if (!ReferenceEquals(old, value))
                    Change(row(old), row(value));
            }
        }

        void Change<TRow>(TRow was, TRow now)
            where TRow : class => db.Attach(was).CurrentValues.SetValues(now);
    }

    private static void WriteDueItems(
        CaseFlowDb db, Child child, Dictionary<string, DateTimeOffset> before, Dictionary<string, DateTimeOffset> after)
    {
        foreach (var (key, at) in before.Where(b => !after.ContainsKey(b.Key)))
            db.Remove(Item(key, at));
        foreach (var (key, at) in after)
        {
            if (!before.TryGetValue(key, out var was))
                db.Add(Item(key, at));
            else if (was != at)
                db.Update(Item(key, at));
        }

        DueItem Item(string key, DateTimeOffset at) => new() { SchoolId = child.SchoolId, ChildId = child.Id, Key = key, DueAt = at };
    }
}
