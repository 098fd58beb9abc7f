using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Figures;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Demonstration;

/// <summary>What happened in a week of a passage, or in what of a week lies in it.</summary>
/// <param name="To">Inclusive.</param>
public sealed record PassageWeek(DateOnly From, DateOnly To, int Flags, int CasesOpened, int Visits, int VisitsAfterDue);

/// <summary>What happened while time passed, and how the school stands now.</summary>
/// <param name="Counts">By the id of the figure, of those that the reader reads.</param>
/// <param name="LongestOverdueDays">The most days that the next date of an open case lies back; 0 where none does.</param>
public sealed record PassageAccount(IReadOnlyDictionary<string, int> Counts, IReadOnlyList<PassageWeek> Weeks, int LongestOverdueDays)
{
    public int this[string figure] => Counts[figure];
}

/// <summary>
/// What happened at the demonstration school over a stretch of days, among the children and tasks that somebody may see. Each figure is the
/// count of the very rows that it leads to.
/// </summary>
internal sealed class PassageFigures
{
    public const string Flags = "flags-raised";
    public const string CasesOpened = "cases-opened";
    public const string CasesClosed = "cases-closed";
    public const string TasksDone = "tasks-done";
    public const string TasksFellLate = "tasks-fell-late";
    public const string Visits = "visits-done";
    public const string VisitsInTime = "visits-in-time";
    public const string VisitsAfterDue = "visits-after-due";
    public const string Escalations = "escalations-asked";
    public const string Approved = "escalations-approved";
    public const string Reminded = "escalations-reminded";
    public const string Emergencies = "emergencies";
    public const string Improved = "reviews-improved";
    public const string Unchanged = "reviews-unchanged";
    public const string Worse = "reviews-worse";
    public const string OpenCases = "cases-open";
    public const string Owned = "cases-owned";
    public const string Dated = "cases-dated";
    public const string Overdue = "cases-overdue";

    private static readonly IReadOnlyList<string> OfTasks = [TasksDone, TasksFellLate, Visits, VisitsInTime, VisitsAfterDue];

    private static readonly IReadOnlyList<string> OfChildren = [Flags, CasesOpened, CasesClosed, OpenCases, Owned, Dated, Overdue];

    private static readonly IReadOnlyList<string> OfTheInside = [Escalations, Approved, Reminded, Emergencies, Improved, Unchanged, Worse];

    private const int DaysOfAWeek = 7;

    private readonly TermFigures numbers;
    private readonly CaseFlowDb db;
    private readonly SignedIn who;

    private PassageFigures(TermFigures numbers, CaseFlowDb db, SignedIn who) => (this.numbers, this.db, this.who) = (numbers, db, who);

    public SchoolTime Time => numbers.Time;

    /// <param name="to">Inclusive.</param>
    public static async Task<PassageFigures> OpenAsync(
        CareRuntime runtime, CaseFlowDb db, SignedIn who, DateOnly from, DateOnly to, CancellationToken cancel = default) =>
        new(await TermFigures.OfDaysAsync(runtime, db, from, to, cancel), db, who);

    /// <summary>The figures that somebody reads: the inside of cases, their reviews and escalations, is for whoever sees every child.</summary>
    public static IReadOnlyList<string> For(SignedIn who) => [.. OfChildren, .. OfTasks, .. CareAccess.SeesEveryChild(who) ? OfTheInside : []];

    /// <summary>Where a figure leads.</summary>
    public static string Address(string figure, DateOnly from, DateOnly to) =>
        FormattableString.Invariant($"/demonstration/rows?figure={figure}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");

    /// <summary>The rows that a figure counts; null where there is no such figure for this person.</summary>
    public IQueryable<FigureRow>? Rows(string figure)
    {
        if (!For(who).Contains(figure) || numbers.Rows(figure) is not { } rows)
            return null;
        if (CareAccess.SeesEveryChild(who))
            return rows;
        var visible = db.Children.VisibleTo(db, who);
        rows = rows.Where(r => visible.Any(c => c.Id == r.Child));
        if (!OfTasks.Contains(figure))
            return rows;
        var tasks = db.Tasks.OpenTo(db, who);
        return rows.Where(r => tasks.Any(t => t.ChildId == r.Child && t.No == r.Task));
    }

    public async Task<PassageAccount> CountAsync(DateOnly today, CancellationToken cancel = default)
    {
        var days = new Dictionary<string, List<DateOnly>>();
        var counts = new Dictionary<string, int>();
        foreach (var figure in For(who))
        {
            if (figure is Flags or CasesOpened or Visits or VisitsAfterDue or Overdue)
                days[figure] = [.. (await Rows(figure)!.ToListAsync(cancel)).Select(r => r.DayAt(Time)!.Value)];
            counts[figure] = days.TryGetValue(figure, out var known) ? known.Count : await Rows(figure)!.CountAsync(cancel);
        }

        return new PassageAccount(counts, WeeksOf(days), days[Overdue].Select(d => today.DayNumber - d.DayNumber).DefaultIfEmpty(0).Max());
    }

    private List<PassageWeek> WeeksOf(Dictionary<string, List<DateOnly>> days)
    {
        var weeks = new List<PassageWeek>();
        for (var from = numbers.Term.From; from <= numbers.Term.To; from = from.AddDays(DaysOfAWeek))
        {
            var to = from.AddDays(DaysOfAWeek - 1) is var last && last < numbers.Term.To ? last : numbers.Term.To;
            weeks.Add(new PassageWeek(from, to, Within(Flags), Within(CasesOpened), Within(Visits), Within(VisitsAfterDue)));

            int Within(string figure) => days[figure].Count(d => d >= from && d <= to);
        }

        return weeks;
    }
}
