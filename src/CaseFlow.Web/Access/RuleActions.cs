using CaseFlow.Engine;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Backtesting;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Access;

/// <summary>What people do with rules, from page and API alike: checks who may, carries it out, and lets this node look at once.</summary>
public sealed class RuleActions(ParameterChanges changes, BacktestRuns runs, CurrentPolicy current)
{
    /// <summary>Sets parameters; null where that was done, otherwise why not.</summary>
    /// <param name="alongside">Rows written in the same transaction.</param>
    public async Task<Refusal?> SetAsync(
        SignedIn who, SetParameters wish, Func<CaseFlowDb, Task>? alongside = null, CancellationToken cancel = default)
    {
        if (!RuleAccess.MayChange(who))
            return Refusals.NotAllowed;
        var refusal = await changes.SetAsync(wish, who.Staff, alongside, cancel);
        if (refusal is null)
            current.LookAgain();
        return refusal;
    }

    /// <summary>Writes down a backtest that is then done in the background; its id, or why not.</summary>
    public async Task<(Guid? Id, BacktestRefused? Refused)> TryAsync(
        SignedIn who, BacktestQuestion question, BacktestTrial trial, DateOnly today, CancellationToken cancel = default) =>
        RuleAccess.MayRead(who)
            ? await runs.AskAsync(question, trial, who.Staff, today, cancel)
            : (null, new BacktestRefused(Refusals.NotAllowed, []));
}
