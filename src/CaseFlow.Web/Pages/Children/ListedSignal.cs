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

/// <summary>An observation, a mark, a contact or an exam in the file of a child, with its withdrawal where there is one.</summary>
/// <param name="Kind">Null for an exam, which is corrected by the next import and never withdrawn.</param>
/// <param name="Anchor">Where a page leads to it; null for a withdrawn mark, whose day may have another.</param>
/// <param name="Who">Who recorded it.</param>
/// <param name="MayWithdraw">Whether the reader may withdraw it.</param>
public sealed record ListedSignal(
    SignalKind? Kind, Guid? Id, DateOnly Date, long No, string What, string? Note, string? Who, SignalWithdrawal? Withdrawn, bool MayWithdraw, string? Anchor)
{
    /// <summary>Asks the page of a child for all of the school year.</summary>
    public const string Asked = "signals";

    private const int Lately = 20;

    /// <summary>The name of its form on the page.</summary>
    public string Key => Id?.ToString("N") ?? Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>The command that withdraws it; there is none for an exam.</summary>
    public WithdrawSignal Withdrawal(string reason) => new(Kind!.Value, Id, Date, reason);

    /// <summary>The address of a signal among all of the school year.</summary>
    public static string AddressOf(ChildId child, string anchor) => $"/children/{child.Value}?{Asked}=all#{Uri.EscapeDataString(anchor)}";

    public static string AnchorOf(Guid id) => $"signal-{id:N}";

    public static string AnchorOfMark(DateOnly day) => $"mark-{Say.Iso(day)}";

    public static string AnchorOfExam(string exam) => $"exam-{string.Join('-', exam.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";

    /// <summary>Those on record, the latest first, those withdrawn among them.</summary>
    /// <param name="wholeYear">Whether all of the school year, or the latest alone.</param>
    public static async Task<IReadOnlyList<ListedSignal>> AllAsync(CaseFlowDb db, ChildFile file, bool wholeYear)
    {
        var child = file.Child.Id;
        var (from, most) = wholeYear && file.School.Time.Calendar.TermOn(file.Today) is { } term ? (term.YearStart, int.MaxValue) : (DateOnly.MinValue, Lately);
        var withdrawals = await db.SignalWithdrawals.AsNoTracking().Where(w => w.ChildId == child && w.Date >= from).ToListAsync();
        var observations = await db.Observations.IgnoreQueryFilters([CaseFlowDb.NotWithdrawn]).AsNoTracking().Where(o => o.ChildId == child && o.Date >= from)
            .OrderByDescending(o => o.Date).ThenByDescending(o => o.RecordedNo).Take(most).ToListAsync();
        var contacts = await db.Contacts.IgnoreQueryFilters([CaseFlowDb.NotWithdrawn]).AsNoTracking().Where(c => c.ChildId == child && c.Date >= from)
            .OrderByDescending(c => c.Date).ThenByDescending(c => c.RecordedNo).Take(most).ToListAsync();
        var marks = await db.AttendanceMarks.AsNoTracking().Where(m => m.ChildId == child && m.IsCurrent && m.Mark != null && m.Date >= from)
            .OrderByDescending(m => m.Date).Take(most).ToListAsync();
        var results = await db.ExamResults.AsNoTracking().Where(r => r.ChildId == child && r.IsCurrent && r.Date >= from).ToListAsync();
        return
        [
            .. observations.Select(o => Make(
                SignalKind.Observation, o.Id, o.Date, o.RecordedNo, $"{SignalWords.Observation(o.Kind)} · {TaskWords.Severity(o.Severity)}", o.Note,
                o.RecordedBy is { } by ? file.Names.Of(by) : o.Observer, o.RecordedAt, o.RecordedBy, AnchorOf(o.Id)))
            .Concat(contacts.Select(c => Make(
                SignalKind.Contact, c.Id, c.Date, c.RecordedNo, ChildWords.Contact(c.Between).ToString(), null, null, c.RecordedAt, null, AnchorOf(c.Id))))
            .Concat(marks.Select(m => Make(
                SignalKind.Mark, null, m.Date, m.RecordedNo, SignalWords.Of(m.Mark!.Value).ToString(), null,
                m.RecordedBy is { } by ? file.Names.Of(by) : null, m.RecordedAt, m.RecordedBy, AnchorOfMark(m.Date))))
            .Concat(results.GroupBy(r => (r.SchoolYear, r.Exam)).Select(OfExam))
            // The mark of a day was taken back by its next revision; what is left of it here is the withdrawal.
            .Concat(withdrawals.Where(w => w.Kind == SignalKind.Mark).Select(w => new ListedSignal(
                SignalKind.Mark, null, w.Date, w.RecordedNo, ChildWords.MarkOfTheDay.ToString(), null, null, w, false, null)))
            .OrderByDescending(s => s.Date).ThenByDescending(s => s.No).Take(most),
        ];

        ListedSignal Make(
            SignalKind kind, Guid? id, DateOnly date, long no, string what, string? note, string? who, DateTimeOffset recordedAt, StaffId? recordedBy, string anchor)
        {
            var withdrawn = id is null ? null : withdrawals.Find(w => w.SignalId == id);
            var time = file.School.Time;
            var standing = new StandingSignal(kind, id, date, recordedAt, recordedBy);
            return new ListedSignal(
                kind, id, date, no, what, note, who, withdrawn,
                withdrawn is null && CareAccess.MayWithdraw(file.Who, standing, time.DayOf(recordedAt), file.Today),
                anchor);
        }
    }

    private static ListedSignal OfExam(IGrouping<(string SchoolYear, string Exam), ExamResult> results) => new(
        null, null, results.Max(r => r.Date), results.Max(r => r.RecordedNo), results.Key.Exam,
        Say.List(results.OrderBy(r => r.Subject == ExamResult.Total).ThenBy(r => r.RecordedNo).Select(r => PictureWords.Score(r))), null, null, false, AnchorOfExam(results.Key.Exam));
}
