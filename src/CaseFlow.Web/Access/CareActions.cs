using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Noting;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Access;

/// <summary>What came of an action: a decision, or why there is none.</summary>
public sealed record ActionResult(Decision? Decision, Refusal? Refusal, bool NotFound)
{
    public bool Ok => Refusal is null && !NotFound;
}

/// <summary>Something that somebody saw: one of the kinds of observation, and how much, 1 to 3.</summary>
public sealed record SeenThing(string Kind, int Severity, string? Note);

/// <summary>What people do, from page and API alike: checks who may, carries it out, and looks at the child again where that is due.</summary>
public sealed class CareActions(CareRuntime runtime, Desk desk, SchoolScreening screening)
{
    /// <summary>Gives a command in somebody's name.</summary>
    /// <param name="alongside">Rows written in the same transaction.</param>
    public async Task<ActionResult> DoAsync(
        SignedIn who, ChildId child, ChildCommand command, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        using (var db = runtime.Open())
        {
            if (!await CareAccess.MaySeeAsync(db, who, child, cancel) || await runtime.Children.LoadAsync(db, child, cancel) is not { } loaded)
                return new ActionResult(null, null, true);
            if (!CareAccess.May(who, command, loaded.State))
                return new ActionResult(null, Refusals.NotAllowed, false);
            if (await CareAccess.NobodyForAsync(db, command, cancel))
                return new ActionResult(null, Refusals.NotOnStaff, false);
        }

        var decision = await desk.DoAsync(child, command, who.Actor, alongside, cancel);
        return new ActionResult(decision, decision?.Refusal, decision is null);
    }

    /// <summary>Records what somebody saw and screens the child at once: a safety observation opens the emergency path here and now.</summary>
    public async Task<ActionResult> ObserveAsync(
        SignedIn who, ChildId child, DateOnly date, string kind, int severity, string? note, Func<CaseFlowDb, Task>? alongside = null,
        CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        if (!await CareAccess.MaySeeAsync(db, who, child, cancel))
            return new ActionResult(null, null, true);
        var school = await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel);
        if (Observing.Check(date, kind, severity, school.Time.DayOf(runtime.Now)) is { } refusal)
            return new ActionResult(null, refusal, false);
        await Recording.AddAsync(db, no => Seen(db, who, child, date, new SeenThing(kind, severity, note), no), alongside, cancel);
        await screening.RunForAsync(child, cancel);
        return new ActionResult(null, null, false);
    }

    /// <summary>
    /// Records the result of a task and what was seen with it, in one transaction, and screens the child at once. What was seen has a
    /// later number than the result has seen, so that it raises a flag again that the result answers.
    /// </summary>
    public async Task<ActionResult> CompleteAsync(
        SignedIn who, ChildId child, CompleteTask command, IReadOnlyList<SeenThing> seen, Func<CaseFlowDb, Task>? alongside = null,
        CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var today = (await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel)).Time.DayOf(runtime.Now);
        if (seen.Select(s => Observing.Check(command.On, s.Kind, s.Severity, today)).FirstOrDefault(r => r is not null) is { } refusal)
            return new ActionResult(null, refusal, false);
        var result = await DoAsync(
            who, child, command, async writing =>
            {
                await AddSeenAsync(writing, who, child, command.On, seen, cancel);
                if (alongside is not null)
                    await alongside(writing);
            },
            cancel);
        if (result.Ok && seen.Count > 0)
            await screening.RunForAsync(child, cancel);
        return result;
    }

    /// <summary>Records a note of one line, with the contact or observation that it speaks of in the same transaction, and screens the child at once.</summary>
    /// <remarks>It belongs to the open case, where there is one.</remarks>
    /// <param name="confidential">Its words are then in the note alone.</param>
    public async Task<ActionResult> NoteAsync(
        SignedIn who, ChildId child, QuickNote note, bool confidential, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        if (!await CareAccess.MaySeeAsync(db, who, child, cancel) || await runtime.Children.LoadAsync(db, child, cancel) is not { } loaded)
            return new ActionResult(null, null, true);
        var today = (await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel)).Time.DayOf(runtime.Now);
        IReadOnlyList<SeenThing> seen = note.Seen is { } thing ? [confidential ? thing with { Note = null } : thing] : [];
        var result = await DoAsync(
            who, child, new AddNote(loaded.State.OpenCase?.No, note.Text, confidential), async writing =>
            {
                await AddSeenAsync(writing, who, child, today, seen, cancel);
                if (note.Kind is { Between: { } between, By: var by })
                    await AddContactAsync(writing, child, today, between, by, cancel);
                if (alongside is not null)
                    await alongside(writing);
            },
            cancel);
        if (result.Ok && (seen.Count > 0 || note.Kind?.Between is not null))
            await screening.RunForAsync(child, cancel);
        return result;
    }

    /// <summary>Withdraws a signal that was recorded in error, and screens the child at once: a flag that rested on it falls.</summary>
    public async Task<ActionResult> WithdrawAsync(
        SignedIn who, ChildId child, WithdrawSignal command, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        using (var db = runtime.Open())
        {
            if (!await CareAccess.MaySeeAsync(db, who, child, cancel))
                return new ActionResult(null, null, true);
            if (await Withdrawing.FindAsync(db, child, command, cancel) is not { } signal)
                return new ActionResult(null, Refusals.NoSuchSignal, false);
            var time = (await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel)).Time;
            if (!CareAccess.MayWithdraw(who, signal, time.DayOf(signal.RecordedAt), time.DayOf(runtime.Now)))
                return new ActionResult(null, Refusals.WithdrawTooLate, false);
            command = command with { On = signal.Date };
        }

        try
        {
            var decision = await desk.DoAsync(
                child, command, who.Actor, async db =>
                {
                    await Withdrawing.RecordAsync(db, runtime, child, command, who.Staff, cancel);
                    if (alongside is not null)
                        await alongside(db);
                },
                cancel);
            if (decision is { IsRefused: false })
                await screening.RunForAsync(child, cancel);
            return new ActionResult(decision, decision?.Refusal, decision is null);
        }
        catch (DbUpdateConcurrencyException)
        {
            using var db = runtime.Open();
            if (await Withdrawing.FindAsync(db, child, command, cancel) is null)
                return new ActionResult(null, Refusals.NoSuchSignal, false); // somebody else was first
            throw;
        }
    }

    private async Task AddSeenAsync(
        CaseFlowDb db, SignedIn who, ChildId child, DateOnly on, IReadOnlyList<SeenThing> seen, CancellationToken cancel)
    {
        if (seen.Count == 0)
            return;
        var no = await Recording.NextNoAsync(db, cancel);
        db.AddRange(seen.Select(thing => Seen(db, who, child, on, thing, no)));
    }

    private async Task AddContactAsync(CaseFlowDb db, ChildId child, DateOnly on, ContactBetween between, string? by, CancellationToken cancel) =>
        db.Contacts.Add(new Contact
        {
            Id = runtime.NewId(),
            SchoolId = db.SchoolId,
            ChildId = child,
            Date = on,
            Between = between,
            By = by,
            RecordedNo = await Recording.NextNoAsync(db, cancel),
            RecordedAt = runtime.Now,
        });

    private Observation Seen(CaseFlowDb db, SignedIn who, ChildId child, DateOnly on, SeenThing thing, long no) => new()
    {
        Id = runtime.NewId(),
        SchoolId = db.SchoolId,
        ChildId = child,
        Date = on,
        Kind = thing.Kind,
        Severity = thing.Severity,
        Note = thing.Note,
        RecordedNo = no,
        RecordedAt = runtime.Now,
        RecordedBy = who.Staff,
    };
}
