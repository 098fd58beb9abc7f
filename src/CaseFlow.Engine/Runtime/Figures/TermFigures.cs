using System.Globalization;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime.Figures;

/// <summary>A figure of a term.</summary>
/// <param name="Id">For example <c>cases-opened</c>.</param>
/// <param name="IsNow">It says how things stand today, and so belongs to the current term only.</param>
public sealed record Figure(string Id, Words Words, bool IsNow = false);

/// <summary>A figure with its count.</summary>
/// <param name="Before">In the term before; null where there was none, or where the figure says how things stand today.</param>
public sealed record CountedFigure(Figure Figure, int Count, int? Before);

/// <summary>How many of the left-behind children of a class were reached in a month.</summary>
/// <param name="Reached">Of <paramref name="All"/>.</param>
public sealed record Coverage(ClassRoom Class, DateOnly Month, int Reached, int All);

/// <summary>What somebody carries today.</summary>
public sealed record Load(StaffId Staff, int Cases, int Tasks, int Late);

/// <summary>
/// The numbers of a term. Each figure is the count of the very query that lists its rows, so a figure and what it counts cannot
/// differ. Reads the read models; nothing of it is kept.
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

    /// <summary>Those that stand by themselves, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<Figure> All =
    [
        new("pupils", new("在校学生", "pupils")),
        new("left-behind", new("留守儿童", "left-behind children")),
        new("flags-raised", new("新的风险提示", "flags raised")),
        new("false-alarms", new("核实为误报", "answered as false alarms")),
        new("cases-opened", new("新开个案", "cases opened")),
        new("cases-closed", new("结案", "cases closed")),
        new("cases-open", new("在办个案", "open cases"), IsNow: true),
        new("cases-level-4", new("其中紧急", "of them emergency"), IsNow: true),
        new("cases-level-3", new("其中重点", "of them priority"), IsNow: true),
        new("contacts-done", new("首次谈话完成", "first contacts made")),
        new("contacts-late", new("其中逾期", "of them late")),
        new("visits-done", new("家访完成", "home visits made")),
        new("visits-late", new("其中逾期", "of them late")),
        new("visits-waiting", new("待完成家访", "home visits waiting"), IsNow: true),
        new("tasks-late", new("逾期未办任务", "tasks late and not done"), IsNow: true),
        new("escalations-asked", new("上报", "escalations asked")),
        new("escalations-approved", new("批准", "approved")),
        new("escalations-rejected", new("不批准", "rejected")),
        new("escalations-waiting", new("待决定", "waiting for a decision"), IsNow: true),
    ];

    private readonly CaseFlowDb db;
    private readonly TermPeriod term;
    private readonly DateTimeOffset start;
    private readonly DateTimeOffset end;

    private TermFigures(CaseFlowDb db, SchoolTime time, IReadOnlyList<TermPeriod> terms, TermPeriod term)
    {
        this.db = db;
        this.term = term;
        (Time, Terms) = (time, terms);
        (start, end) = (time.StartOf(term.From), time.EndOf(term.To));
    }

    public SchoolTime Time { get; }

    /// <summary>All terms so far, the current one first.</summary>
    public IReadOnlyList<TermPeriod> Terms { get; }

    public TermPeriod Term => term;

    /// <summary>The numbers of a term.</summary>
    /// <param name="name">The term; null for the current one.</param>
    /// <returns>Null where there is no such term, or where it has not begun.</returns>
    public static async Task<TermFigures?> OpenAsync(CareRuntime runtime, CaseFlowDb db, string? name, CancellationToken cancel = default)
    {
        var time = (await SchoolOnFile.WithoutLoadsAsync(runtime, db, cancel)).Time;
        var terms = TermPeriod.Until(time.DayOf(runtime.Now), time.Calendar);
        return terms.FirstOrDefault(t => name is null || t.Name == name) is { } term ? new TermFigures(db, time, terms, term) : null;
    }

    /// <summary>The figures that this term has, with their counts and those of the term before.</summary>
    public async Task<IReadOnlyList<CountedFigure>> CountAsync(CancellationToken cancel = default)
    {
        var before = Terms.SkipWhile(t => t != term).Skip(1).FirstOrDefault() is { } earlier ? new TermFigures(db, Time, Terms, earlier) : null;
        var counted = new List<CountedFigure>();
        foreach (var figure in All.Where(f => term.IsCurrent || !f.IsNow))
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
    /// <param name="of">The rule of <see cref="FlagsOfRule"/>, the person of what somebody carries, the class of <see cref="NotReached"/>.</param>
    /// <param name="month">The first day of the month of <see cref="NotReached"/>.</param>
    public IQueryable<FigureRow>? Rows(string id, string? of = null, DateOnly? month = null) => id switch
    {
        "pupils" => Of(Pupils),
        "left-behind" => Of(LeftBehindChildren),
        "flags-raised" => Of(Raised),
        FlagsOfRule => Of(Raised.Where(f => f.Rule == of)),
        "false-alarms" => Of(db.Flags.Where(f => f.Response == FlagResponse.FalseAlarm && f.EndedOn >= term.From && f.EndedOn <= term.To)),
        "cases-opened" => Of(db.Cases.Where(c => c.OpenedOn >= term.From && c.OpenedOn <= term.To)),
        "cases-closed" => Of(db.Cases.Where(c => !c.IsOpen && c.ClosedOn >= term.From && c.ClosedOn <= term.To)),
        "cases-open" => Of(Open),
        "cases-level-4" => Of(Open.Where(c => c.Level == 4)),
        "cases-level-3" => Of(Open.Where(c => c.Level == 3)),
        CasesOf when Person(of) is { } who => Of(Open.Where(c => c.OwnerId == who)),
        "contacts-done" => Of(Done.Where(t => t.Step == FirstContact)),
        "contacts-late" => Of(Done.Where(t => t.Step == FirstContact && t.BecameLate != null)),
        "visits-done" => Of(Done.Where(t => t.Kind == TaskKind.HomeVisit)),
        "visits-late" => Of(Done.Where(t => t.Kind == TaskKind.HomeVisit && t.BecameLate != null)),
        "visits-waiting" => Of(Waiting.Where(t => t.Kind == TaskKind.HomeVisit)),
        "tasks-late" => Of(Waiting.Where(t => t.BecameLate != null)),
        TasksOf when Person(of) is { } who => Of(Waiting.Where(t => t.AssigneeId == who)),
        LateOf when Person(of) is { } who => Of(Waiting.Where(t => t.AssigneeId == who && t.BecameLate != null)),
        "escalations-asked" => Of(db.Escalations.Where(e => e.RequestedAt >= start && e.RequestedAt < end)),
        "escalations-approved" => Of(Decided.Where(e => e.Status == EscalationStatus.Approved)),
        "escalations-rejected" => Of(Decided.Where(e => e.Status == EscalationStatus.Rejected)),
        "escalations-waiting" => Of(db.Escalations.Where(e => e.DecidedAt == null)),
        NotReached when month is { } first && Guid.TryParse(of, out var room) => Of(Unreached(first).Where(c => c.ClassId == new ClassId(room))),
        _ => null,
    };

    /// <summary>The first day of a month that an address names; null where it names none.</summary>
    public static DateOnly? MonthOf(string? text) =>
        DateOnly.TryParseExact(text, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? first : null;

    /// <summary>A month as addresses write it.</summary>
    public static string MonthText(DateOnly month) => month.ToString(MonthFormat, CultureInfo.InvariantCulture);

    private IQueryable<Child> Pupils => db.Children.AsNoTracking().Where(c => (c.LeftOn == null || c.LeftOn > term.To) && (c.EnrolledOn == null || c.EnrolledOn <= term.To));

    private IQueryable<Child> LeftBehindChildren => Pupils.Where(c => c.LeftBehind != LeftBehind.None);

    private IQueryable<FlagRow> Raised => db.Flags.AsNoTracking().Where(f => f.RaisedAt >= start && f.RaisedAt < end);

    private IQueryable<CaseRow> Open => db.Cases.AsNoTracking().Where(c => c.IsOpen);

    private IQueryable<TaskRow> Done => db.Tasks.AsNoTracking().Where(t => t.State == TaskState.Done && t.DoneOn >= term.From && t.DoneOn <= term.To);

    private IQueryable<TaskRow> Waiting => db.Tasks.AsNoTracking().Where(t => t.State == TaskState.Open);

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

    private static StaffId? Person(string? id) => Guid.TryParse(id, out var parsed) ? new StaffId(parsed) : null;

    private static IQueryable<FigureRow> Of(IQueryable<Child> children) => children.Select(c => new FigureRow { Child = c.Id });

    private static IQueryable<FigureRow> Of(IQueryable<FlagRow> flags) => flags.Select(f => new FigureRow { Child = f.ChildId, Rule = f.Rule, At = f.RaisedAt });

    private static IQueryable<FigureRow> Of(IQueryable<CaseRow> cases) => cases.Select(c => new FigureRow { Child = c.ChildId, Case = c.No, On = c.OpenedOn });

    private static IQueryable<FigureRow> Of(IQueryable<TaskRow> tasks) => tasks.Select(t => new FigureRow { Child = t.ChildId, Task = t.No, On = t.DoneOn ?? t.DueOn });

    private static IQueryable<FigureRow> Of(IQueryable<EscalationRow> escalations) =>
        escalations.Select(e => new FigureRow { Child = e.ChildId, Escalation = e.No, At = e.RequestedAt });
}
