using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Noting;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Api.Changing;

/// <summary>What a change put on record.</summary>
/// <param name="Version">The version of the child's stream after it.</param>
/// <param name="Events">What happened, with all that followed by itself; empty where everything was so already.</param>
public sealed record Recorded(Guid Child, int Version, IReadOnlyList<RecordedEvent> Events);

/// <param name="Type">For example <c>case-taken</c>.</param>
public sealed record RecordedEvent(int Version, string Type);

/// <summary>An observation that was put on record; the child was screened at once.</summary>
public sealed record ObservationRecorded(Guid Child, Guid Observation);

/// <summary>Carries out what a POST asks for, once.</summary>
internal sealed class Changes(CareRuntime runtime, CareActions actions, SchoolScreening screening, OnceOnly once)
{
    /// <summary>Gives a command in the caller's name.</summary>
    public async Task<IResult> GiveAsync<TBody>(HttpContext http, Guid child, Func<TBody, ChildCommand> command)
        where TBody : class, new()
    {
        var (request, body, problem) = await ChangeRequest.ReadAsync<TBody>(http, http.RequestAborted);
        if (request is null)
            return problem!;
        var id = new ChildId(child);
        GivenAnswer Answer(CaseFlowDb db) => GivenAnswer.Of(StatusCodes.Status200OK, WrittenIn(db, id));
        return await once.RunAsync(http, request, Answer, async alongside =>
        {
            if (await UnknownStaffAsync(request.Caller, body, http.RequestAborted) is { } unknown)
                return unknown;
            var asked = command(body);
            return ProblemOf(request.Caller, asked, await actions.DoAsync(request.Caller.Who, id, asked, alongside, http.RequestAborted));
        });
    }

    /// <summary>Says that a task was done, with what was seen besides.</summary>
    public async Task<IResult> CompleteAsync(HttpContext http, Guid child, int no)
    {
        var (request, body, problem) = await ChangeRequest.ReadAsync<CompleteTaskBody>(http, http.RequestAborted);
        if (request is null)
            return problem!;
        var id = new ChildId(child);
        var command = new CompleteTask(new(no), body.On!.Value, new Outcome(body.Note, body.Headings?.ByCode(), body.Reached, body.Confidential));
        IReadOnlyList<SeenThing> seen = [.. (body.Seen ?? []).Select(s => new SeenThing(s.Kind!, s.Severity!.Value, body.Confidential ? null : body.Note))];
        return await GiveAndScreenAsync(http, request, id, command, seen.Count > 0, alongside =>
            actions.CompleteAsync(request.Caller.Who, id, command, seen, alongside, CancellationToken.None));
    }

    /// <summary>Adds a note of one line, with the contact or observation that it speaks of.</summary>
    public async Task<IResult> NoteAsync(HttpContext http, Guid child)
    {
        var (request, body, problem) = await ChangeRequest.ReadAsync<QuickNoteBody>(http, http.RequestAborted);
        if (request is null)
            return problem!;
        var id = new ChildId(child);
        var note = QuickNote.Read(body.Line!);
        return await GiveAndScreenAsync(http, request, id, null, true, alongside =>
            actions.NoteAsync(request.Caller.Who, id, note, body.Confidential, alongside, CancellationToken.None));
    }

    /// <summary>Records what somebody saw; what it means for the child's safety does not wait.</summary>
    public async Task<IResult> ObserveAsync(HttpContext http, Guid child)
    {
        var (request, body, problem) = await ChangeRequest.ReadAsync<ObservationBody>(http, http.RequestAborted);
        if (request is null)
            return problem!;
        var who = request.Caller.Who;
        var id = new ChildId(child);
        var tried = false;
        GivenAnswer Answer(CaseFlowDb db) => GivenAnswer.Of(StatusCodes.Status201Created, ObservedIn(db, id));
        var result = await once.RunAsync(http, request, Answer, async alongside =>
        {
            tried = true;
            // Whoever asked may have gone; a child in danger is screened all the same.
            return ProblemOf(request.Caller, null, await actions.ObserveAsync(
                who, id, body.Date!.Value, body.Kind!, body.Severity!.Value, body.Note, alongside, CancellationToken.None));
        });
        if (!tried && http.Response.Headers.ContainsKey(GivenAnswer.ReplayHeader))
        {
            // The first request may have broken off between recording and screening; screening twice changes nothing.
            await screening.RunForAsync(id, CancellationToken.None);
        }

        return result;
    }

    /// <summary>Withdraws a signal recorded in error.</summary>
    public async Task<IResult> WithdrawAsync(HttpContext http, Guid child)
    {
        var (request, body, problem) = await ChangeRequest.ReadAsync<WithdrawalBody>(http, http.RequestAborted);
        if (request is null)
            return problem!;
        var id = new ChildId(child);
        var command = new WithdrawSignal(body.Kind!.Value, body.Signal, body.On ?? default, body.Reason!);
        GivenAnswer Answer(CaseFlowDb db) => GivenAnswer.Of(StatusCodes.Status200OK, WrittenIn(db, id));
        return await once.RunAsync(http, request, Answer, async alongside =>
            ProblemOf(request.Caller, command, await actions.WithdrawAsync(request.Caller.Who, id, command, alongside, CancellationToken.None)));
    }

    /// <summary>A change that is not about one child. Who may not make it learns nothing about what they sent.</summary>
    /// <param name="answer">What the caller is told.</param>
    /// <param name="work">Does it, writing the given rows alongside; or says why not.</param>
    public async Task<IResult> ChangeAsync<TBody, TAnswer>(
        HttpContext http, Func<SignedIn, bool> may, Func<CaseFlowDb, TAnswer> answer, Func<SignedIn, TBody, Func<CaseFlowDb, Task>, Task<Refusal?>> work)
        where TBody : class, new()
    {
        var caller = Caller.Of(http);
        if (!may(caller.Who))
            return caller.Refuse(Refusals.NotAllowed);
        var (request, body, problem) = await ChangeRequest.ReadAsync<TBody>(http, http.RequestAborted);
        if (request is null)
            return problem!;
        return await once.RunAsync(http, request, db => GivenAnswer.Of(StatusCodes.Status200OK, answer(db)), async alongside =>
            await UnknownStaffAsync(request.Caller, body, http.RequestAborted)
            ?? (await work(request.Caller.Who, body, alongside) is { } refusal ? request.Caller.Refuse(refusal) : null));
    }

    /// <summary>A change after which the child is screened. Whoever asked may have gone; a child in danger is screened all the same.</summary>
    private async Task<IResult> GiveAndScreenAsync(
        HttpContext http, ChangeRequest request, ChildId id, ChildCommand? command, bool screened, Func<Func<CaseFlowDb, Task>, Task<ActionResult>> work)
    {
        var tried = false;
        GivenAnswer Answer(CaseFlowDb db) => GivenAnswer.Of(StatusCodes.Status200OK, WrittenIn(db, id));
        var result = await once.RunAsync(http, request, Answer, async alongside =>
        {
            tried = true;
            return ProblemOf(request.Caller, command, await work(alongside));
        });
        if (!tried && screened && http.Response.Headers.ContainsKey(GivenAnswer.ReplayHeader))
        {
            // The first request may have broken off between recording and screening; screening twice changes nothing.
            await screening.RunForAsync(id, CancellationToken.None);
        }

        return result;
    }

    private static IResult? ProblemOf(Caller caller, ChildCommand? command, ActionResult result)
    {
        if (result.Ok)
            return null;
        if (result.Refusal is not { } refusal)
            return caller.Refuse(ApiRefusals.NoSuchChild);
        return IsAboutNoEscalation(command, result.Decision)
            ? Problem.Of(refusal, caller.Language, status: StatusCodes.Status404NotFound)
            : caller.Refuse(refusal);
    }

    /// <summary>The engine says 'none pending' of an escalation that waits no more and of one that never was.</summary>
    private static bool IsAboutNoEscalation(ChildCommand? command, Decision? decision) =>
        command switch
        {
            ApproveEscalation c => c.Escalation,
            RejectEscalation c => c.Escalation,
            ReturnEscalation c => c.Escalation,
            AnswerEscalation c => c.Escalation,
            _ => (EscalationNo?)null,
        } is { } no && decision is not null && !decision.State.Escalations.ContainsKey(no);

    private async Task<IResult?> UnknownStaffAsync(Caller caller, object body, CancellationToken cancel)
    {
        if (body is not INamesStaff names)
            return null;
        using var db = runtime.Open();
        var errors = new Dictionary<string, string[]>();
        foreach (var (member, staff) in names.StaffNamed())
        {
            var id = new StaffId(staff);
            if (!await db.Staff.AnyAsync(s => s.Id == id, cancel))
                errors[member] = [caller.Say(BodyChecks.NoSuchStaff)];
        }

        return errors.Count > 0 ? caller.Refuse(ApiRefusals.BodyInvalid, errors) : null;
    }

    private static Recorded WrittenIn(CaseFlowDb db, ChildId child) => new(
        child.Value,
        db.Children.Local.Single(c => c.Id == child).HeadVersion,
        [.. db.Journal.Local.OrderBy(j => j.Version).Select(j => new RecordedEvent(j.Version, j.Type))]);

    private static ObservationRecorded ObservedIn(CaseFlowDb db, ChildId child) =>
        new(child.Value, db.Set<Observation>().Local.Single().Id);
}
