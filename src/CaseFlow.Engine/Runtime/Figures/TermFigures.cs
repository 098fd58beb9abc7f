using System.Globalization;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime.Figures;

/// <summary>
/// The numbers of a term, or of any other stretch of days. Each figure is the count of the very query that lists its rows, so a figure and what
/// it counts cannot differ. Reads the read models, and the journal for what stands there alone; nothing of it is kept.
/// </summary>
public sealed class TermFigures
{
    private const string FirstContact = "first-contact";
    private const string MonthFormat = "yyyy-MM";

    public const string FlagsOfRule = "flags-of-rule";
    public const string NotReached = "not-reached";
    public const string CasesOf = "cases-of";
    public const string TasksOf = "tasks-of";
    public const string LateOf = "late-of";
    public const string PendingOf = "pending-of";
    public const string PairedWith = "paired-with";
    public const string HandedOver = "handed-over";

    private readonly CaseFlowDb db;
    private readonly TermPeriod term;
    private readonly DateOnly today;
    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;

    private TermFigures(CaseFlowDb db, SchoolTime time, IReadOnlyList<TermPeriod> terms, TermPeriod term, DateOnly today)
    {
        this.db = db;
        this.term = term;
        this.today = today;
        (Time, Terms) = (time, terms);
        (start, end) = (time.StartOf(term.From), time.EndOf(term.To));
    }

    public SchoolTime Time { get; }

    /// <summary>All terms so far, the current one first.</summary>
    public IReadOnlyList<TermPeriod> Terms { get; }

    public TermPeriod Term => term;

    /// <summary>The term before; null where there is none.</summary>
    public TermPeriod? Before => Terms.SkipWhile(t => t != term).Skip(1).FirstOrDefault();

    /// <summary>The numbers of a term.</summary>
    /// <param name="name">The term; null for the current one.</param>
    /// <returns>Null where there is no such term, or where it has not begun.</returns>
    public static async Task<TermFigures?> OpenAsync(CareRuntime runtime, CaseFlowDb db, string? name, CancellationToken cancel = default)
    {
        var time = (await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel)).Time;
        var today = time.DayOf(runtime.Now);
        var terms = TermPeriod.Until(today, time.Calendar);
        return terms.FirstOrDefault(t => name is null || t.Name == name) is { } term ? new TermFigures(db, time, terms, term, today) : null;
    }

    /// <summary>The numbers of a stretch of days, whatever the term; both days inclusive.</summary>
    public static async Task<TermFigures> OfDaysAsync(CareRuntime runtime, CaseFlowDb db, DateOnly from, DateOnly to, CancellationToken cancel = default)
    {
        var time = (await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel)).Time;
        return new TermFigures(db, time, [], new TermPeriod("", from, to, IsCurrent: false), time.DayOf(runtime.Now));
    }

    /// <summary>The figures that this term has, with their counts and those of the term before.</summary>
    public async Task<IReadOnlyList<CountedFigure>> CountAsync(CancellationToken cancel = default)
    {
        var before = Before is { } earlier ? new TermFigures(db, Time, Terms, earlier, today) : null;
        var counted = new List<CountedFigure>();
        foreach (var figure in Figure.OfTerm.Where(f => term.IsCurrent || !f.IsNow))
        {
            counted.Add(new CountedFigure(
                figure, await Rows(figure.Id)!.CountAsync(cancel),
                before is null || figure.IsNow ? null : await before.Rows(figure.Id)!.CountAsync(cancel)));
        }

        return counted;
    }

    /// <summary>Flags raised, by rule; most first.</summary>
    public async Task<IReadOnlyList<(string Rule, int Count)>> ByRuleAsync(CancellationToken cancel = default) =>
        [.. (await Raised.GroupBy(f => f.Rule).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel))
            .OrderByDescending(g => g.Count).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Count))];

    /// <summary>Class by class and month by month, how many left-behind children were visited, talked to, or reached through their homes.</summary>
    public async Task<IReadOnlyList<Coverage>> CoverageAsync(CancellationToken cancel = default)
    {
        var classes = (await db.Classes.AsNoTracking().ToListAsync(cancel)).InOrder().ToList();
        var all = await LeftBehindChildren.GroupBy(c => c.ClassId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var found = new List<Coverage>();
        foreach (var month in term.Months)
        {
            var missed = await Unreached(month).GroupBy(c => c.ClassId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
            found.AddRange(classes.Where(c => all.ContainsKey(c.Id)).Select(c => new Coverage(c, month, all[c.Id] - missed.GetValueOrDefault(c.Id), all[c.Id])));
        }

        return found;
    }

    /// <summary>Who carries how much today; the most first.</summary>
    public async Task<IReadOnlyList<Load>> LoadsAsync(CancellationToken cancel = default)
    {
        var cases = await db.Cases.Where(c => c.IsOpen).GroupBy(c => c.OwnerId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var tasks = await db.Tasks.Where(t => t.State == TaskState.Open).GroupBy(t => t.AssigneeId)
            .Select(g => new { g.Key, Count = g.Count(), Late = g.Count(t => t.BecameLate != null) }).ToDictionaryAsync(g => g.Key, cancel);
        return
        [
            .. cases.Keys.Union(tasks.Keys)
                .Select(who => new Load(who, cases.GetValueOrDefault(who), tasks.GetValueOrDefault(who)?.Count ?? 0, tasks.GetValueOrDefault(who)?.Late ?? 0))
                .OrderByDescending(l => l.Late).ThenByDescending(l => l.Cases).ThenByDescending(l => l.Tasks).ThenBy(l => l.Staff.Value),
        ];
    }

    /// <summary>The rows that a figure counts; null where there is no such figure.</summary>
    /// <param name="of">
    /// The rule of <see cref="FlagsOfRule"/>, the person of what somebody carries, the class of <see cref="NotReached"/>, the hand-over of
    /// <see cref="HandedOver"/>.
    /// </param>
    /// <param name="month">The first day of the month of <see cref="NotReached"/>.</param>
    public IQueryable<FigureRow>? Rows(string id, string? of = null, DateOnly? month = null) => id switch
    {
        "pupils" => Of(Pupils),
        "left-behind" => Of(LeftBehindChildren),
        "on-roll" => Of(OnRoll),
        "left-behind-on-roll" => Of(OnRoll.Where(c => c.LeftBehind != LeftBehind.None)),
        "flags-raised" => Of(Raised),
        FlagsOfRule => Of(Raised.Where(f => f.Rule == of)),
        "false-alarms" => Of(db.Flags.Where(f => f.Response == FlagResponse.FalseAlarm && f.EndedOn >= term.From && f.EndedOn <= term.To)),
        "cases-opened" => Of(db.Cases.Where(c => c.OpenedOn >= term.From && c.OpenedOn <= term.To)),
        "cases-closed" => OfClosed(Closed.Where(c => c.ClosedOn >= term.From && c.ClosedOn <= term.To)),
        "cases-closed-ever" => OfClosed(Closed),
        "cases-open" => Of(Open),
        "cases-level-4" => Of(Open.Where(c => c.Level == 4)),
        "cases-level-3" => Of(Open.Where(c => c.Level == 3)),
        "cases-owned" => Of(Open.Where(c => db.Staff.Any(s => s.Id == c.OwnerId))),
        "cases-dated" => OfNext(Open.Where(c => c.NextOn != null)),
        "cases-overdue" => OfNext(Open.Where(c => c.NextOn < today)),
        CasesOf when Person(of) is { } who => Of(Open.Where(c => c.OwnerId == who)),
        "contacts-done" => Of(Done.Where(t => t.Step == FirstContact)),
        "contacts-late" => Of(Done.Where(t => t.Step == FirstContact && t.BecameLate != null)),
        "visits-done" => Of(Done.Where(t => t.Kind == TaskKind.HomeVisit)),
        "visits-late" => Of(Done.Where(t => t.Kind == TaskKind.HomeVisit && t.BecameLate != null)),
        "visits-in-time" => Of(Done.Where(t => t.Kind == TaskKind.HomeVisit && t.DoneOn <= t.DueOn)),
        "visits-after-due" => Of(Done.Where(t => t.Kind == TaskKind.HomeVisit && t.DoneOn > t.DueOn)),
        "visits-waiting" => Of(Waiting.Where(t => t.Kind == TaskKind.HomeVisit)),
        "tasks-done" => Of(Done),
        "tasks-fell-late" => Of(db.Tasks.Where(t => t.BecameLate >= start && t.BecameLate < end)),
        "tasks-late" => Of(Waiting.Where(t => t.BecameLate != null)),
        TasksOf when Person(of) is { } who => Of(Waiting.Where(t => t.AssigneeId == who)),
        PendingOf when Person(of) is { } who => Of(db.Tasks.Where(t => t.AssigneeId == who && (t.State == TaskState.Open || t.State == TaskState.Scheduled))),
        PairedWith when Person(of) is { } who => Of(db.Children.Where(c => c.HelperId == who)),
        HandedOver when Guid.TryParse(of, out var handOver) => db.HandOverParts.Where(p => p.HandOverId == handOver).Select(p => new FigureRow { Child = p.ChildId }),
        LateOf when Person(of) is { } who => Of(Waiting.Where(t => t.AssigneeId == who && t.BecameLate != null)),
        "escalations-asked" => Of(Asked),
        "escalations-reminded" => Of(Asked.Where(e => e.Reminders > 0)),
        "emergencies" => Of(Asked.Where(e => e.Emergency)),
        "escalations-approved" => Of(Decided.Where(e => e.Status == EscalationStatus.Approved)),
        "escalations-rejected" => Of(Decided.Where(e => e.Status == EscalationStatus.Rejected)),
        "escalations-waiting" => Of(db.Escalations.Where(e => e.DecidedAt == null)),
        "reviews-improved" => Of(Reviewed(ReviewFinding.Improved)),
        "reviews-unchanged" => Of(Reviewed(ReviewFinding.Unchanged)),
        "reviews-worse" => Of(Reviewed(ReviewFinding.Worse)),
        NotReached when month is { } first && Guid.TryParse(of, out var room) => Of(Unreached(first).Where(c => c.ClassId == new ClassId(room))),
        _ => null,
    };

    /// <summary>The first day of a month that an address names; null where it names none.</summary>
    public static DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is > 1 and < 9999 ? first : null;

    /// <summary>A month as addresses write it.</summary>
    public static string MonthText(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    private IQueryable<Child> Pupils => db.Children.AsNoTracking().Where(c => (c.LeftOn == null || c.LeftOn > term.To) && (c.EnrolledOn == null || c.EnrolledOn <= term.To));

    private IQueryable<Child> OnRoll => db.Children.AsNoTracking().Where(c => c.LeftOn == null || c.LeftOn > today);

    private IQueryable<Child> LeftBehindChildren => Pupils.Where(c => c.LeftBehind != LeftBehind.None);

    private IQueryable<FlagRow> Raised => db.Flags.AsNoTracking().Where(f => f.RaisedAt >= start && f.RaisedAt < end);

    private IQueryable<CaseRow> Open => db.Cases.AsNoTracking().Where(c => c.IsOpen);

    private IQueryable<CaseRow> Closed => db.Cases.AsNoTracking().Where(c => !c.IsOpen);

    private IQueryable<TaskRow> Done => db.Tasks.AsNoTracking().Where(t => t.State == TaskState.Done && t.DoneOn >= term.From && t.DoneOn <= term.To);

    private IQueryable<TaskRow> Waiting => db.Tasks.AsNoTracking().Where(t => t.State == TaskState.Open);

    private IQueryable<EscalationRow> Asked => db.Escalations.AsNoTracking().Where(e => e.RequestedAt >= start && e.RequestedAt < end);

    private IQueryable<EscalationRow> Decided => db.Escalations.AsNoTracking().Where(e => e.DecidedAt >= start && e.DecidedAt < end);

    /// <summary>Left-behind children to whom nobody came in the part of the month that is in the term: no talk, no visit, no contact with their homes.</summary>
    private IQueryable<Child> Unreached(DateOnly month)
    {
        var from = month < term.From ? term.From : month;
        var last = month.AddMonths(1).AddDays(-1);
        var to = last > term.To ? term.To : last;
        return LeftBehindChildren.Where(c =>
            !db.Tasks.Any(t => t.ChildId == c.Id && t.State == TaskState.Done && (t.Kind == TaskKind.Talk || t.Kind == TaskKind.HomeVisit || t.Kind == TaskKind.Call)
                && t.DoneOn >= from && t.DoneOn <= to)
            && !db.Contacts.Any(x => x.ChildId == c.Id && x.Between != ContactBetween.ParentChild && x.Date >= from && x.Date <= to));
    }

    /// <summary>What a review found stands in the journal alone.</summary>
    private IQueryable<JournalRow> Reviewed(ReviewFinding finding)
    {
        var (type, from, until, found) = (EventJson.NameOf<CaseReviewed>(), JournalRows.Written(start), JournalRows.Written(end), EventJson.Member(nameof(CaseReviewed.Finding), finding));
        return db.Journal.AsNoTracking().Where(j => j.Type == type && j.At.CompareTo(from) >= 0 && j.At.CompareTo(until) < 0 && j.Payload.Contains(found));
    }

    private static StaffId? Person(string? id) => Guid.TryParse(id, out var parsed) ? new StaffId(parsed) : null;

    private static IQueryable<FigureRow> Of(IQueryable<Child> children) => children.Select(c => new FigureRow { Child = c.Id });

    private static IQueryable<FigureRow> Of(IQueryable<FlagRow> flags) => flags.Select(f => new FigureRow { Child = f.ChildId, Rule = f.Rule, At = f.RaisedAt });

    private static IQueryable<FigureRow> Of(IQueryable<CaseRow> cases) => cases.Select(c => new FigureRow { Child = c.ChildId, Case = c.No, On = c.OpenedOn });

    private static IQueryable<FigureRow> OfClosed(IQueryable<CaseRow> cases) => cases.Select(c => new FigureRow { Child = c.ChildId, Case = c.No, On = c.ClosedOn });

    private static IQueryable<FigureRow> OfNext(IQueryable<CaseRow> cases) => cases.Select(c => new FigureRow { Child = c.ChildId, Case = c.No, On = c.NextOn });

    private static IQueryable<FigureRow> Of(IQueryable<JournalRow> events) => events.Select(j => new FigureRow { Child = j.ChildId, Written = j.At });

    private static IQueryable<FigureRow> Of(IQueryable<TaskRow> tasks) => tasks.Select(t => new FigureRow { Child = t.ChildId, Task = t.No, On = t.DoneOn ?? t.DueOn });

    private static IQueryable<FigureRow> Of(IQueryable<EscalationRow> escalations) =>
        escalations.Select(e => new FigureRow { Child = e.ChildId, Escalation = e.No, At = e.RequestedAt });
}
