using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>A signal that somebody wants withdrawn, as it stands.</summary>
/// <param name="RecordedBy">Null where it was imported.</param>
public sealed record StandingSignal(SignalKind Kind, Guid? Id, DateOnly Date, DateTimeOffset RecordedAt, StaffId? RecordedBy);

/// <summary>Withdraws signals: the signal stays on record, and one of its own takes it back with who and why.</summary>
public static class Withdrawing
{
    /// <summary>The signal; null where there is none that stands.</summary>
    public static async Task<StandingSignal?> FindAsync(CaseFlowDb db, ChildId child, WithdrawSignal command, CancellationToken cancel = default) => command.Kind switch
    {
        SignalKind.Observation => await db.Observations.Where(o => o.Id == command.Signal && o.ChildId == child)
            .Select(o => new StandingSignal(SignalKind.Observation, o.Id, o.Date, o.RecordedAt, o.RecordedBy)).SingleOrDefaultAsync(cancel),
        SignalKind.Contact => await db.Contacts.Where(c => c.Id == command.Signal && c.ChildId == child)
            .Select(c => new StandingSignal(SignalKind.Contact, c.Id, c.Date, c.RecordedAt, null)).SingleOrDefaultAsync(cancel),
        _ => await db.AttendanceMarks.Where(m => m.ChildId == child && m.Date == command.On && m.IsCurrent && m.Mark != null)
            .Select(m => new StandingSignal(SignalKind.Mark, null, m.Date, m.RecordedAt, m.RecordedBy)).SingleOrDefaultAsync(cancel),
    };

    /// <summary>Writes the withdrawal into the transaction of the command.</summary>
    /// <exception cref="DbUpdateConcurrencyException">The signal does not stand any more: somebody else was first.</exception>
    public static async Task RecordAsync(
        CaseFlowDb db, CareRuntime runtime, ChildId child, WithdrawSignal command, StaffId by, CancellationToken cancel = default)
    {
        if (await FindAsync(db, child, command, cancel) is null)
            throw new DbUpdateConcurrencyException("the signal was withdrawn by somebody else first");
        var no = await Recording.NextNoAsync(db, cancel);
        db.Add(new SignalWithdrawal
        {
            Id = runtime.NewId(), SchoolId = db.SchoolId, ChildId = child, Kind = command.Kind, SignalId = command.Signal, Date = command.On,
            Reason = command.Reason, RecordedNo = no, RecordedAt = runtime.Now, RecordedBy = by,
        });
        if (command.Kind == SignalKind.Observation)
            (await db.Observations.SingleAsync(o => o.Id == command.Signal, cancel)).WithdrawnNo = no;
        else if (command.Kind == SignalKind.Contact)
            (await db.Contacts.SingleAsync(c => c.Id == command.Signal, cancel)).WithdrawnNo = no;
        else
            await CorrectMarkAsync(db, runtime, child, command, by, no, cancel);
    }

    /// <summary>A mark is taken back as any correction is: by its next revision, which says present.</summary>
    private static async Task CorrectMarkAsync(
        CaseFlowDb db, CareRuntime runtime, ChildId child, WithdrawSignal command, StaffId by, long no, CancellationToken cancel)
    {
        var current = await db.AttendanceMarks.SingleAsync(m => m.ChildId == child && m.Date == command.On && m.IsCurrent, cancel);
        current.IsCurrent = false;
        db.Add(new AttendanceMark
        {
            SchoolId = db.SchoolId, ChildId = child, Date = command.On, Revision = current.Revision + 1, Mark = null, IsCurrent = true,
            RecordedNo = no, RecordedAt = runtime.Now, RecordedBy = by, Reason = command.Reason,
        });
    }
}
