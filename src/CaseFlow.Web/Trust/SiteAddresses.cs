using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CaseFlow.Web.Trust;

/// <summary>The addresses at which people open the site.</summary>
public sealed class SiteAddresses
{
    private readonly List<BindingAddress> bound;
    private readonly IReadOnlyList<IPAddress> reachable;

    /// <param name="bound">What the server listens to, as <c>http://[::]:5000</c>.</param>
    /// <param name="reachable">The addresses of this computer in the network.</param>
    public SiteAddresses(IEnumerable<string> bound, IEnumerable<IPAddress> reachable)
    {
        this.bound = [.. bound.Select(BindingAddress.Parse)];
        this.reachable = [.. reachable];
    }

    /// <summary>What is open at this moment.</summary>
    public static SiteAddresses Of(IServer server, OwnNames names) =>
        new(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [], names.Reachable);

    /// <summary>For whoever sits at this computer.</summary>
    public string Here => bound.Count == 0 ? "http://localhost:5000" : At(bound[0], IsEverywhere(bound[0]) ? "localhost" : bound[0].Host);

    /// <summary>The port of HTTPS; null where it is not switched on.</summary>
    public int? HttpsPort => bound.FirstOrDefault(b => b.Scheme == Uri.UriSchemeHttps)?.Port;

    /// <summary>For phones in the network, without a certificate and with it; as many as the computer has addresses.</summary>
    public IEnumerable<(string Plain, string Safe)> InNetwork
    {
        get
        {
            if (bound.FirstOrDefault(b => b.Scheme == Uri.UriSchemeHttp && IsEverywhere(b)) is not { } plain || bound.FirstOrDefault(b => b.Scheme == Uri.UriSchemeHttps && IsEverywhere(b)) is not { } safe)
                return [];
            return reachable.Select(a => a.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{a}]" : a.ToString()).Select(host => (At(plain, host), At(safe, host)));
        }
    }

    /// <summary>The HTTPS address on the host at which somebody has come; null where it is not switched on.</summary>
    public string? SafeFor(HostString host) => HttpsPort is { } port ? $"https://{new HostString(host.Host, port)}" : null;

    private static string At(BindingAddress address, string host) => $"{address.Scheme}://{host}:{address.Port}";

    private static bool IsEverywhere(BindingAddress address) => address.Host is "*" or "+" or "[::]" or "0.0.0.0";
}
