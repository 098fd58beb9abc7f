using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CaseFlow.Browser.Tests;

/// <summary>The line between a phone and the program: it can be cut, and it can lose the answer to what the program has carried out.</summary>
public sealed class Line : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> open = new();
    private readonly Uri program;
    private volatile bool cut;
    private volatile bool losesAnswers;
    private int lost;

    public Line(string program)
    {
        this.program = new Uri(program);
        listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    /// <summary>How many answers were lost.</summary>
    public int Lost => lost;

    public void Cut()
    {
        cut = true;
        CloseAll();
    }

    public void Mend() => (cut, losesAnswers) = (false, false);

    /// <summary>From now on requests arrive and their answers do not.</summary>
    public void LoseAnswers() => (cut, losesAnswers) = (false, true);

    public void Dispose()
    {
        listener.Stop();
        CloseAll();
        listener.Dispose();
    }

    private void CloseAll()
    {
        foreach (var client in open.Keys)
            client.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = CarryAsync(await listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The line was taken down.
        }
    }

    private async Task CarryAsync(TcpClient phone)
    {
        using var server = new TcpClient();
        try
        {
            if (cut)
                return;
            open[phone] = true;
            open[server] = true;
            await server.ConnectAsync(program.Host, program.Port);
            await Task.WhenAny(phone.GetStream().CopyToAsync(server.GetStream()), AnswersAsync(server, phone));
        }
        catch (Exception e) when (e is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two has gone, or the line was cut.
        }
        finally
        {
            open.TryRemove(phone, out _);
            open.TryRemove(server, out _);
            phone.Dispose();
        }
    }

    private async Task AnswersAsync(TcpClient server, TcpClient phone)
    {
        var buffer = new byte[16 * 1024];
        while (await server.GetStream().ReadAsync(buffer) is var read and > 0)
        {
            if (losesAnswers)
            {
                Interlocked.Increment(ref lost);
                return;
            }

            await phone.GetStream().WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
