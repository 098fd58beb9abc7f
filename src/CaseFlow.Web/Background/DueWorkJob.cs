using CaseFlow.Engine.Runtime;
using Quartz;

namespace CaseFlow.Web.Background;

/// <summary>
/// Brings up what is due and delivers what waits, one node at a time for each. What fails is logged and comes up again.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DueWorkJob(
    CareRuntime runtime, WorkClaims claims, DueSweep sweep, OutboxDelivery outbox, RuleFileHistory files, ILogger<DueWorkJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            await claims.DoAsync(SharedWork.Sweep, async held =>
            {
                var report = await sweep.RunAsync(runtime.Now, held, cancellationToken);
                foreach (var (child, error) in report.Failed)
                    log.LogError("What is due for child {Child} could not be handled: {Error}", child.Value, error);
            }, cancellationToken);
            await claims.DoAsync(SharedWork.Outbox, held => outbox.RunAsync(held, cancellationToken), cancellationToken);
            await files.KeepAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The sweep over due items failed; it runs again in a moment.");
        }
    }
}
