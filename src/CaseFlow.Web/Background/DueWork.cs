using CaseFlow.Engine.Runtime;

namespace CaseFlow.Web.Background;

/// <summary>Brings up what is due and delivers what waits, one node at a time for each. What fails for a child is logged and comes up again.</summary>
internal sealed class DueWork(
    CareRuntime runtime, WorkClaims claims, DueSweep sweep, OutboxDelivery outbox, RuleFileHistory files, ILogger<DueWork> log)
{
    public const string Name = "due-work";

    public async Task RunAsync(CancellationToken cancel)
    {
        await claims.DoAsync(SharedWork.Sweep, async held =>
        {
            var report = await sweep.RunAsync(runtime.Now, held, cancel);
            foreach (var (child, error) in report.Failed)
                log.LogError("What is due for child {Child} could not be handled: {Error}", child.Value, error);
        }, cancel);
        await claims.DoAsync(SharedWork.Outbox, held => outbox.RunAsync(held, cancel), cancel);
        await files.KeepAsync(cancel);
    }
}
