using System.Net;
using System.Net.Sockets;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Robots;

/// <summary>What robots need: the client with which they are told, and who tells them.</summary>
internal static class RobotSetUp
{
    /// <summary>In bytes; robots answer with one short line.</summary>
    private const int LongestAnswer = 16 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AddressesHoldFor = TimeSpan.FromMinutes(5);

    public static void Add(IServiceCollection services)
    {
        services.AddDataProtection();
        services.AddHttpClient(RobotClient.Name, client =>
        {
            client.Timeout = Patience;
            client.MaxResponseContentBufferSize = LongestAnswer;
        }).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(s => Handler(s.GetService<Settings>()?.Robots ?? new RobotSettings()));
        // Retries and signatures go by real time, also where the school's clock stands still.
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<RobotClient>(s, TimeProvider.System));
        services.AddSingleton<RobotBook>();
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<RobotDelivery>(s, TimeProvider.System));
    }

    /// <summary>Follows no redirect, keeps no cookie, asks no proxy, and connects to the very address that it has looked at.</summary>
    public static SocketsHttpHandler Handler(RobotSettings settings) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = AddressesHoldFor,
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, settings.AllowPrivateAddresses, cancel),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, bool anywhere, CancellationToken cancel)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, cancel);
        if (!anywhere && !Array.TrueForAll(addresses, PublicAddresses.Has))
            throw new PrivateAddressException($"{to.Host} is an address in a private network");
#pragma warning disable CA2000 // the stream that is returned owns it
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A robot's address leads into a private network, which the settings do not allow.</summary>
internal sealed class PrivateAddressException(string message) : IOException(message);
