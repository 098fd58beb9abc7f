using System.Data.Common;
using CaseFlow.Engine.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Simulation.Nodes;

/// <summary>What wakes by itself on a node, as the program wakes it: what fails comes up again later.</summary>
internal static class BackgroundWork
{
    private static readonly string[] NeverTrue = ["something stays due after it was handled", "it comes up again and again", "the child is not on file"];

    public static async Task DueWorkAsync(Activity activity)
    {
        var node = activity.Node;
        await TryAsync(node, "due work", async () =>
        {
            await node.Claims.DoAsync(SharedWork.Sweep, async held =>
            {
                var report = await node.Sweep.RunAsync(node.Runtime.Now, held);
                foreach (var (_, error) in report.Failed)
                    Require.That(!NeverTrue.Contains(error), "what is due gets done", () => error);
            });
            await node.Claims.DoAsync(SharedWork.Outbox, held => node.Outbox.RunAsync(held));
        });
    }

    public static Task ScreenAsync(Activity activity)
    {
        var node = activity.Node;
        return TryAsync(node, "screening", () => node.Claims.DoAsync(
            SharedWork.Screening, held => node.Screening.RunAsync(time => ScreeningMoment.At(node.Runtime.Now, time), held: held)));
    }

    /// <summary>Somebody who handed over, and whose hand-over is done, is at work again.</summary>
    public static Task ComeBackAsync(Activity activity)
    {
        var node = activity.Node;
        return TryAsync(node, "somebody comes back", async () =>
        {
            using var db = node.Runtime.Open();
            if (await db.HandOvers.Where(h => h.FinishedAt != null).OrderBy(h => h.StartedAt).Select(h => (Guid?)h.Id).FirstOrDefaultAsync() is { } first)
                await node.HandingOver.ComeBackAsync(first);
        });
    }

    private static async Task TryAsync(Node node, string what, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            // Logged by the program; it runs again at its next time.
        }

        node.UnderWay.Remove(what);
    }
}
