using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime;

/// <summary>What became of the flags of a rule: a rule that cries wolf shows here.</summary>
/// <param name="InForce">False for a rule that the files no longer have.</param>
/// <param name="Raised">How many flags it has raised; the sum of active, answered and lapsed.</param>
/// <param name="Answered">How many were answered, by response; every response is there.</param>
/// <param name="LapsedUnanswered">How many ended because the rule no longer held, with nobody having answered.</param>
/// <param name="Confirmed">How many count as confirmed (<see cref="FlagVerdicts"/>); unanswered ones through a review of their case.</param>
public sealed record RuleRecord(
    string Rule,
    bool InForce,
    int Raised,
    int Active,
    IReadOnlyDictionary<FlagResponse, int> Answered,
    int LapsedUnanswered,
    int Confirmed,
    int FalseAlarms)
{
    /// <summary>A rule is only said to cry wolf once people have judged this many of its flags.</summary>
    public const int JudgedToSay = 5;

    /// <summary>A rule cries wolf where fewer than this part of its judged flags were right.</summary>
    public const double WolfBelow = 0.5;

    /// <summary>How many flags people have judged: confirmed or called a false alarm.</summary>
    public int Judged => Confirmed + FalseAlarms;

    /// <summary>Whether people have judged enough of its flags, and found more of them wrong than right.</summary>
    public bool CriesWolf => Judged >= JudgedToSay && Precision < WolfBelow;

    /// <summary>Confirmed of all that were judged (confirmed or false alarm), 0 to 1; null where none was.</summary>
    public double? Precision => Judged == 0 ? null : (double)Confirmed / Judged;
}

/// <summary>A figure of a record, so that it can lead to the flags that it counts.</summary>
public enum RecordFigure
{
    Raised,
    Active,
    Confirmed,
    FalseAlarms,
    Explained,
    LapsedUnanswered,
}

/// <summary>What a rule raised in a month at the school, and what became of that.</summary>
/// <param name="Month">Its first day.</param>
public sealed record MonthOfRule(DateOnly Month, int Raised, int Confirmed, int FalseAlarms);

/// <summary>The record of each rule, from the read model of flags.</summary>
public sealed class RuleRecords(CareRuntime runtime)
{
    /// <summary>The rules in force in the order of their files, then those that have raised flags and are gone.</summary>
    public async Task<IReadOnlyList<RuleRecord>> AllAsync(CancellationToken cancel = default)
    {
        using var db = runtime.Open();
        var counted = await CountAsync(db, cancel);
        var inForce = runtime.Policy().Rules.Rules.Select(r => r.Id).ToList();
        var gone = counted.Select(c => c.Rule).Distinct().Except(inForce).Order(StringComparer.Ordinal);
        var byRule = counted.ToLookup(c => c.Rule);
        return [.. inForce.Select(r => Of(r, true, [.. byRule[r]])), .. gone.Select(r => Of(r, false, [.. byRule[r]]))];
    }

    /// <summary>The months of a rule up to and with the present one, earliest first; months without a flag are there.</summary>
    public async Task<IReadOnlyList<MonthOfRule>> ByMonthAsync(string rule, int months = 12, CancellationToken cancel = default)
    {
        var today = DayOf(runtime.Now);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - months);
        var from = new DateTimeOffset(first.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddDays(-1);
        using var db = runtime.Open();
        var reviews = Reviews(db);
        var flags = await db.Flags.AsNoTracking().Where(f => f.Rule == rule && f.RaisedAt >= from)
            .Select(f => new { f.RaisedAt, f.Response, Reviewed = reviews.Any(r => r.ChildId == f.ChildId && r.CaseNo == f.CaseNo) }).ToListAsync(cancel);
        var byMonth = flags.ToLookup(f => DayOf(f.RaisedAt) is var day ? new DateOnly(day.Year, day.Month, 1) : default, f => FlagVerdicts.Of(f.Response, f.Reviewed));
        return [.. Enumerable.Range(0, months).Select(i => first.AddMonths(i)).Select(m => new MonthOfRule(
            m, byMonth[m].Count(), byMonth[m].Count(v => v == FlagVerdict.Confirmed), byMonth[m].Count(v => v == FlagVerdict.FalseAlarm)))];
    }

    /// <summary>The flags that a figure of a record counts.</summary>
    /// <param name="month">Of those raised in a month at the school, its first day; null for all.</param>
    public IQueryable<FlagRow> FlagsOf(CaseFlowDb db, string rule, RecordFigure figure, DateOnly? month = null)
    {
        var flags = db.Flags.AsNoTracking().Where(f => f.Rule == rule);
        if (month is { } first)
        {
            var (from, until) = (Time.StartOf(first), Time.StartOf(first.AddMonths(1)));
            flags = flags.Where(f => f.RaisedAt >= from && f.RaisedAt < until);
        }

        var reviews = Reviews(db);
        return figure switch
        {
            RecordFigure.Active => flags.Where(f => f.Status == FlagStatus.Active),
            RecordFigure.Confirmed => flags.Where(f =>
                f.Response == FlagResponse.Talked || f.Response == FlagResponse.Visited || f.Response == FlagResponse.Called || f.Response == FlagResponse.Referred
                || (f.Response == null && reviews.Any(r => r.ChildId == f.ChildId && r.CaseNo == f.CaseNo))),
            RecordFigure.FalseAlarms => flags.Where(f => f.Response == FlagResponse.FalseAlarm),
            RecordFigure.Explained => flags.Where(f => f.Response == FlagResponse.Explained),
            RecordFigure.LapsedUnanswered => flags.Where(f => f.Status == FlagStatus.Lapsed && f.Response == null),
            _ => flags,
        };
    }

    private SchoolTime Time => SchoolTime.WithoutCalendar(runtime.Zone);

    private DateOnly DayOf(DateTimeOffset at) => Time.DayOf(at);

    private static IQueryable<ReviewedCase> Reviews(CaseFlowDb db) => db.Tasks
        .Where(t => t.Kind == TaskKind.Review && t.State == TaskState.Done && t.CaseNo != 0)
        .Select(t => new ReviewedCase { ChildId = t.ChildId, CaseNo = t.CaseNo }).Distinct();

    /// <summary>Counted in the database: a few rows a rule come over, however many flags there are.</summary>
    private static async Task<List<Counted>> CountAsync(CaseFlowDb db, CancellationToken cancel)
    {
        var reviews = Reviews(db);
        var all = await ByRuleAsync(db.Flags.AsNoTracking(), false, cancel);
        var reviewed = await ByRuleAsync(
            db.Flags.AsNoTracking().Join(reviews, f => new { f.ChildId, f.CaseNo }, r => new { r.ChildId, r.CaseNo }, (f, _) => f), true, cancel);
        var others = all.Select(c => c with
        {
            Count = c.Count - reviewed.Where(r => (r.Rule, r.Status, r.Response) == (c.Rule, c.Status, c.Response)).Sum(r => r.Count),
        });
        return [.. others, .. reviewed];
    }

    private static async Task<List<Counted>> ByRuleAsync(IQueryable<FlagRow> flags, bool reviewed, CancellationToken cancel) =>
        (await flags.GroupBy(f => new { f.Rule, f.Status, f.Response })
            .Select(g => new { g.Key.Rule, g.Key.Status, g.Key.Response, Count = g.Count() })
            .ToListAsync(cancel)).ConvertAll(g => new Counted(g.Rule, g.Status, g.Response, reviewed, g.Count));

    private static RuleRecord Of(string rule, bool inForce, List<Counted> flags)
    {
        return new RuleRecord(
            rule,
            inForce,
            Sum(_ => true),
            Sum(f => f.Status == FlagStatus.Active),
            Enum.GetValues<FlagResponse>().ToDictionary(r => r, r => Sum(f => f.Response == r)),
            Sum(f => f.Status == FlagStatus.Lapsed && f.Response is null),
            Sum(f => f.Verdict == FlagVerdict.Confirmed),
            Sum(f => f.Verdict == FlagVerdict.FalseAlarm));

        int Sum(Func<Counted, bool> which) => flags.Where(which).Sum(f => f.Count);
    }

    private sealed class ReviewedCase
    {
        public ChildId ChildId { get; init; }

        public int CaseNo { get; init; }
    }

    private sealed record Counted(string Rule, FlagStatus Status, FlagResponse? Response, bool Reviewed, int Count)
    {
        public FlagVerdict Verdict => FlagVerdicts.Of(Response, Reviewed);
    }
}
