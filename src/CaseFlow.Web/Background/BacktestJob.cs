using CaseFlow.Engine.Runtime.Backtesting;
using Quartz;

namespace CaseFlow.Web.Background;

/// <summary>Does the backtests that wait, one after the other; several nodes share them.</summary>
[DisallowConcurrentExecution]
internal sealed class BacktestJob(BacktestRuns runs, ILogger<BacktestJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            while (await runs.DoNextAsync(cancellationToken))
            {
                // The next one, until none waits.
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "A backtest could not be carried on; it is tried again when its claim has run out.");
        }
    }
}
