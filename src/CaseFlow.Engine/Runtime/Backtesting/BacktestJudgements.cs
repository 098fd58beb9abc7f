using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>What people made of the flags and cases of a class: the measure that backtested rules are held against.</summary>
internal sealed class BacktestJudgements
{
    private readonly ILookup<ChildId, Judged> flags;
    private readonly ILookup<ChildId, DateOnly> cases;

    private BacktestJudgements(ILookup<ChildId, Judged> flags, ILookup<ChildId, DateOnly> cases) => (this.flags, this.cases) = (flags, cases);

    /// <summary>The days on which confirmed cases of the child opened: those with a review or with a confirmed flag.</summary>
    public IEnumerable<DateOnly> ConfirmedCases(ChildId child) => cases[child];

    /// <summary>What people made of a backtested flag: the latest verdict on a real flag of the same rule that was up on common days.</summary>
    /// <param name="isNewRule">A rule that has never raised a flag is judged by the real flags of its kind.</param>
    public FlagVerdict On(ChildId child, BacktestedFlag flag, bool isNewRule) => flags[child]
        .Where(j => (isNewRule ? j.Kind == flag.Kind : j.Rule == flag.Rule) && j.Since <= flag.LastDay && !(j.EndedOn < flag.FirstDay))
        .OrderBy(j => j.EndedOn ?? DateOnly.MaxValue)
        .Select(j => j.Verdict).LastOrDefault();

    public static async Task<BacktestJudgements> OfClassAsync(CaseFlowDb db, ClassId room, CancellationToken cancel)
    {
        var children = db.Children.Where(c => c.ClassId == room);
        var reviewed = await FlagVerdicts.ReviewedCasesAsync(children.Join(db.Tasks.AsNoTracking(), c => c.Id, t => t.ChildId, (_, t) => t), cancel);
        var rows = await children.Join(db.Flags.AsNoTracking(), c => c.Id, f => f.ChildId, (_, f) => f)
            .Select(f => new { f.ChildId, f.Rule, f.Kind, f.CaseNo, f.Since, f.EndedOn, f.Response }).ToListAsync(cancel);
        var judged = rows.Select(f => (f.ChildId, f.CaseNo, Flag: new Judged(
                f.Rule, f.Kind, f.Since, f.EndedOn, FlagVerdicts.Of(f.Response, reviewed.Contains((f.ChildId, f.CaseNo))))))
            .Where(f => f.Flag.Verdict != FlagVerdict.None).ToList();
        var confirmed = judged.Where(f => f.CaseNo != 0 && f.Flag.Verdict == FlagVerdict.Confirmed).Select(f => (f.ChildId, f.CaseNo))
            .Concat(reviewed).ToHashSet();
        var cases = await children.Join(db.Cases.AsNoTracking(), c => c.Id, x => x.ChildId, (_, x) => x)
            .Select(x => new { x.ChildId, x.No, x.OpenedOn }).ToListAsync(cancel);
        return new BacktestJudgements(
            judged.ToLookup(f => f.ChildId, f => f.Flag),
            cases.Where(c => confirmed.Contains((c.ChildId, c.No.Value))).ToLookup(c => c.ChildId, c => c.OpenedOn));
    }

    private sealed record Judged(string Rule, string Kind, DateOnly Since, DateOnly? EndedOn, FlagVerdict Verdict);
}
