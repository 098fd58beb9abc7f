using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Access;
using CaseFlow.Web.Components;
using CaseFlow.Web.Pages.Cases;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Pages.Escalations;

/// <summary>An escalation with the child's file that it is about.</summary>
public sealed record QueuedEscalation(ChildFile File, Escalation Escalation)
{
    /// <summary>The name of its form: a queue shows many.</summary>
    public string Key => $"{File.Child.StudentNo}-{Escalation.No.Value}";
}

/// <summary>An escalation in a list, by the child that it is about.</summary>
public sealed record ListedEscalation(Child Child, EscalationRow Escalation)
{
    public string Address => $"/escalations/{Child.Id.Value}/{Escalation.No.Value}";
}

/// <summary>Escalations in the same state, most urgent first: the first with all that a decision needs, those behind them by a line each.</summary>
/// <param name="First">On the first page only.</param>
/// <param name="Number">The page, from 1.</param>
/// <param name="Behind">How many there are behind the first, on all pages.</param>
public sealed record EscalationsInTurn(int InAll, IReadOnlyList<QueuedEscalation> First, IReadOnlyList<ListedEscalation> Lines, int Number, int Behind)
{
    /// <summary>How many lines a page has.</summary>
    public const int MostLines = 40;

    /// <summary>How many are shown in full.</summary>
    public const int MostInFull = 10;
}

/// <summary>What waits for the head teacher, and what was decided lately.</summary>
public sealed record Queue(EscalationsInTurn Waiting, EscalationsInTurn Returned, IReadOnlyList<QueuedEscalation> Decided)
{
    private const int MostDecided = 20;

    /// <param name="waitingPage">The page of those that wait, as it stands in the address.</param>
    /// <param name="returnedPage">The page of those that were returned.</param>
    public static async Task<Queue> LoadAsync(CaseFlowDb db, CareRuntime runtime, SignedIn who, string? waitingPage = null, string? returnedPage = null)
    {
        var rows = db.Escalations.AsNoTracking();
        if (!CareAccess.SeesEveryChild(who))
        {
            var visible = db.Children.VisibleTo(db, who);
            rows = rows.Where(e => visible.Any(c => c.Id == e.ChildId));
        }

        var waiting = await PageAsync(EscalationStatus.Pending, waitingPage);
        var returned = await PageAsync(EscalationStatus.Returned, returnedPage);
        var decided = await rows.Where(e => e.DecidedAt != null).OrderByDescending(e => e.DecidedAt).Take(MostDecided).ToListAsync();
        var files = await ChildFile.LoadSomeAsync(db, runtime, who, [.. waiting.First.Concat(returned.First).Concat(decided).Select(e => e.ChildId).Distinct()]);
        return new Queue(waiting.Page with { First = Of(waiting.First) }, returned.Page with { First = Of(returned.First) }, Of(decided));

        async Task<(EscalationsInTurn Page, List<EscalationRow> First)> PageAsync(EscalationStatus status, string? asked)
        {
            var inTurn = rows.Where(e => e.Status == status).OrderByDescending(e => e.Emergency).ThenBy(e => e.DueAt).ThenBy(e => e.ChildId).ThenBy(e => e.No);
            var inAll = await inTurn.CountAsync();
            var behind = Math.Max(0, inAll - EscalationsInTurn.MostInFull);
            var number = PageSteps.Within(asked, EscalationsInTurn.MostLines, behind);
            var first = number == 1 ? await inTurn.Take(EscalationsInTurn.MostInFull).ToListAsync() : [];
            var lines = behind == 0 ? [] : await inTurn.Skip(EscalationsInTurn.MostInFull + ((number - 1) * EscalationsInTurn.MostLines)).Take(EscalationsInTurn.MostLines)
                .Join(db.Children.AsNoTracking(), e => e.ChildId, c => c.Id, (e, c) => new ListedEscalation(c, e)).ToListAsync();
            return (new EscalationsInTurn(inAll, [], lines, number, behind), first);
        }

        List<QueuedEscalation> Of(IEnumerable<EscalationRow> some) =>
            [.. some.Where(e => files.ContainsKey(e.ChildId)).Select(e => new QueuedEscalation(files[e.ChildId], files[e.ChildId].State.Escalations[e.No]))];
    }
}
