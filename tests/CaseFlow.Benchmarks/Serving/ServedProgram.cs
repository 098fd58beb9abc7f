using System.Diagnostics;
using CaseFlow.Crash;

namespace CaseFlow.Benchmarks.Serving;

/// <summary>The program in a process of its own, serving a database.</summary>
internal sealed class ServedProgram : IDisposable
{
    private readonly ServingNode node;

    private ServedProgram(ServingNode node, TimeSpan start) => (this.node, Start) = (node, start);

    public Uri Address => node.Address;

    /// <summary>From the start of the process until the first page was there.</summary>
    public TimeSpan Start { get; }

    /// <summary>Megabytes that it has in memory now.</summary>
    public double Megabytes => Now.WorkingSet64 / 1e6;

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan Used => Now.TotalProcessorTime;

    private Process Now
    {
        get
        {
            node.Running.Refresh();
            return node.Running;
        }
    }

    public static async Task<ServedProgram> StartAsync(string connection, string folder)
    {
        var node = new ServingNode("the served program", folder, ["--Clock:Mode=Simulated", $"--Data:Folder={folder}", $"--ConnectionStrings:CaseFlow={connection}"]);
        using var http = new HttpClient();
        var from = Stopwatch.GetTimestamp();
        await node.StartAsync(http);
        _ = await http.GetStringAsync(new Uri(node.Address, "sign-in"));
        return new ServedProgram(node, Stopwatch.GetElapsedTime(from));
    }

    public void Dispose() => node.Dispose();
}
