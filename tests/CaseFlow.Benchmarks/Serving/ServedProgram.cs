using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CaseFlow.Benchmarks.Serving;

/// <summary>The program in a process of its own, serving a database.</summary>
internal sealed class ServedProgram : IDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    private readonly Process process;

    private ServedProgram(Process process, Uri address, TimeSpan start) => (this.process, Address, Start) = (process, address, start);

    public Uri Address { get; }

    /// <summary>From the start of the process until the first page was there.</summary>
    public TimeSpan Start { get; }

    /// <summary>Megabytes that it has in memory now.</summary>
    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    /// <summary>Processor time that it has used so far.</summary>
    public TimeSpan Used
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<ServedProgram> StartAsync(string connection, string folder)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "CaseFlow.Web.dll"), "serve", $"--urls={address}", "--environment=Production", "--Clock:Mode=Simulated",
            $"--Data:Folder={folder}", $"--ConnectionStrings:CaseFlow={connection}",
        ];
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var http = new HttpClient();
        var from = Stopwatch.GetTimestamp();
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, said) => Console.Error.WriteLine(said.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!await IsThereAsync(http, new Uri(address, "sign-in")))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(from) > LongestStart)
                throw new InvalidOperationException("the program does not start");
            await process.WaitForExitAsync(new CancellationTokenSource(LookEvery).Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return new ServedProgram(process, address, Stopwatch.GetElapsedTime(from));
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private static async Task<bool> IsThereAsync(HttpClient http, Uri page)
    {
        try
        {
            using var answer = await http.GetAsync(page);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
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
