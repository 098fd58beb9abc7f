using CaseFlow.Engine.Runtime.Backtesting;

namespace CaseFlow.Web.Background;

/// <summary>Does the backtests that wait, one after the other; several nodes share them.</summary>
/// <remarks>
/// On a timer of its own: a job of the scheduler may run on the school's clock, which stands where it is a simulated one, and somebody sits
/// before the page.
/// </remarks>
internal sealed class BacktestWork(BacktestRuns runs, ILogger<BacktestWork> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await runs.DoNextAsync(stoppingToken))
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
}
