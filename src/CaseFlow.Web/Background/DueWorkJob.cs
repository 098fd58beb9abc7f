using CaseFlow.Engine.Runtime;
using Quartz;

namespace CaseFlow.Web.Background;

/// <summary>Brings up what is due and delivers what waits. What fails is logged and comes up again.</summary>
[DisallowConcurrentExecution]
internal sealed class DueWorkJob(
    CareRuntime runtime, DueSweep sweep, OutboxDelivery outbox, RuleFileHistory files, ILogger<DueWorkJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        try
        {
            var report = await sweep.RunAsync(runtime.Now, cancellationToken);
            foreach (var (child, error) in report.Failed)
                log.LogError("What is due for child {Child} could not be handled: {Error}", child.Value, error);
            await outbox.RunAsync(cancellationToken);
            await files.KeepAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The sweep over due items failed; it runs again in a moment.");
        }
    }
}
