using System.Globalization;
using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Components.Texts;
using CaseFlow.Web.Pages.Cases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Children;

/// <summary>An observation, a mark or a contact in the file of a child, with its withdrawal where there is one.</summary>
/// <param name="Who">Who recorded it.</param>
/// <param name="MayWithdraw">Whether the reader may withdraw it.</param>
public sealed record ListedSignal(
    SignalKind Kind, Guid? Id, DateOnly Date, long No, string What, string? Note, string? Who, SignalWithdrawal? Withdrawn, bool MayWithdraw)
{
    private const int Most = 20;

    /// <summary>The name of its form on the page.</summary>
    public string Key => Id?.ToString("N") ?? Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public WithdrawSignal Withdrawal(string reason) => new(Kind, Id, Date, reason);

    /// <summary>The latest, those withdrawn among them.</summary>
    public static async Task<IReadOnlyList<ListedSignal>> AllAsync(CaseFlowDb db, ChildFile file)
    {
        var child = file.Child.Id;
        var withdrawals = await db.SignalWithdrawals.AsNoTracking().Where(w => w.ChildId == child).ToListAsync();
        var observations = await db.Observations.IgnoreQueryFilters([CaseFlowDb.NotWithdrawn]).AsNoTracking().Where(o => o.ChildId == child)
            .OrderByDescending(o => o.Date).ThenByDescending(o => o.RecordedNo).Take(Most).ToListAsync();
        var contacts = await db.Contacts.IgnoreQueryFilters([CaseFlowDb.NotWithdrawn]).AsNoTracking().Where(c => c.ChildId == child)
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.RecordedNo).Take(Most).ToListAsync();
        var marks = await db.AttendanceMarks.AsNoTracking().Where(m => m.ChildId == child && m.IsCurrent && m.Mark != null)
            .OrderByDescending(m => m.Date).Take(Most).ToListAsync();
        return
        [
            .. observations.Select(o => Make(
                SignalKind.Observation, o.Id, o.Date, o.RecordedNo, $"{SignalWords.Observation(o.Kind)} · {TaskWords.Severity(o.Severity)}", o.Note,
                o.RecordedBy is { } by ? file.Names.Of(by) : o.Observer, o.RecordedAt, o.RecordedBy))
            .Concat(contacts.Select(c => Make(
                SignalKind.Contact, c.Id, c.Date, c.RecordedNo, ChildWords.Contact(c.Between).ToString(), null, null, c.RecordedAt, null)))
            .Concat(marks.Select(m => Make(
                SignalKind.Mark, null, m.Date, m.RecordedNo, SignalWords.Of(m.Mark!.Value).ToString(), null,
                m.RecordedBy is { } by ? file.Names.Of(by) : null, m.RecordedAt, m.RecordedBy)))
            // The mark of a day was taken back by its next revision; what is left of it here is the withdrawal.
            .Concat(withdrawals.Where(w => w.Kind == SignalKind.Mark).Select(w => new ListedSignal(
                SignalKind.Mark, null, w.Date, w.RecordedNo, ChildWords.MarkOfTheDay.ToString(), null, null, w, false)))
            .OrderByDescending(s => s.Date).ThenByDescending(s => s.No).Take(Most),
        ];

        ListedSignal Make(
            SignalKind kind, Guid? id, DateOnly date, long no, string what, string? note, string? who, DateTimeOffset recordedAt, StaffId? recordedBy)
        {
            var withdrawn = id is null ? null : withdrawals.Find(w => w.SignalId == id);
            var time = file.School.Time;
            var standing = new StandingSignal(kind, id, date, recordedAt, recordedBy);
            return new ListedSignal(
                kind, id, date, no, what, note, who, withdrawn,
                withdrawn is null && CareAccess.MayWithdraw(file.Who, standing, time.DayOf(recordedAt), file.Today));
        }
    }
}
