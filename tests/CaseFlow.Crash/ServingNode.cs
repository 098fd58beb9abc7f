using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CaseFlow.Crash;

/// <summary>The program as a process of its own on a port of its own; killed without a word, and started again.</summary>
internal sealed class ServingNode(string name, string folder, IReadOnlyList<string> settings) : IDisposable
{
    /// <summary>Longer than any start takes, also on a machine that does much else.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private readonly StringBuilder said = new();
    private Process? process;

    public string Name => name;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}/");

    public bool IsUp { get; private set; }

    /// <summary>The process that runs; nothing before it was started.</summary>
    public Process Running => process ?? throw new InvalidOperationException($"{name} does not run");

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task StartAsync(HttpClient http)
    {
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Program, "serve", $"--urls={Address}", "--environment=Production" }.Concat(settings))
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        while (!await IsReadyAsync(http))
        {
            if (process.HasExited || waited.Elapsed > LongestStart)
                throw new InvalidOperationException($"{name} does not start: {said}");
            await process.WaitForExitAsync(new CancellationTokenSource(LookEvery).Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        IsUp = true;
    }

    /// <summary>SIGKILL: not a line of the program runs any more.</summary>
    public async Task KillAsync()
    {
        IsUp = false;
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is not null)
            KillAsync().GetAwaiter().GetResult();
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "CaseFlow.Web.dll");

    private void Keep(string? line)
    {
        lock (said)
            said.AppendLine(line);
    }

    private async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Address, "health/ready"));
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
