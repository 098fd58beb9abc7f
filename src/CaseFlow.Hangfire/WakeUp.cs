using CaseFlow.Engine.Runtime;
using Hangfire;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Hangfire;

/// <summary>The job that Hangfire keeps: wakes a piece of work by its name.</summary>
public sealed class WakeUp(IReadOnlyList<RecurringWork> work, IServiceProvider services, ILogger log)
{
    /// <summary>Wakes it; work of another version of the program, which this one has not, is left alone.</summary>
    [JobDisplayName("{0}")]
    public async Task WakeAsync(string name, CancellationToken cancel)
    {
        if (work.FirstOrDefault(w => w.Name == name) is not { } piece)
            return;
        try
        {
            await piece.WakeAsync(services, cancel);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "{Work} failed; the next wake does it again.", name);
            throw;
        }
    }
}
