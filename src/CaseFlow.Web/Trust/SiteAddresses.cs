using System.Net;
using System.Net.Sockets;

namespace CaseFlow.Web.Trust;

/// <summary>The addresses at which people open the site.</summary>
public sealed class SiteAddresses
{
    private readonly List<BindingAddress> bound;

    /// <param name="bound">What the server listens to, as <c>http://[::]:5000</c>.</param>
    public SiteAddresses(IEnumerable<string> bound) => this.bound = [.. bound.Select(BindingAddress.Parse)];

    /// <summary>For whoever sits at this computer.</summary>
    public string Here => bound.Count == 0 ? "http://localhost:5000" : At(bound[0], IsEverywhere(bound[0]) ? "localhost" : bound[0].Host);

    /// <summary>The port of HTTPS; null where it is not switched on.</summary>
    public int? HttpsPort => bound.FirstOrDefault(b => b.Scheme == Uri.UriSchemeHttps)?.Port;

    /// <summary>For phones in the network, without a certificate and with it.</summary>
    /// <param name="reachable">The addresses of this computer in the network.</param>
    public IEnumerable<(string Plain, string Safe)> InNetwork(IEnumerable<IPAddress> reachable)
    {
        if (Open(Uri.UriSchemeHttp) is not { } plain || Open(Uri.UriSchemeHttps) is not { } safe)
            return [];
        return reachable.Select(a => a.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{a}]" : a.ToString()).Select(host => (At(plain, host), At(safe, host)));
    }

    /// <summary>The HTTPS address on the host at which somebody has come; null where it is not switched on.</summary>
    public string? SafeFor(HostString host) => HttpsPort is { } port ? $"https://{new HostString(host.Host, port)}" : null;

    private BindingAddress? Open(string scheme) => bound.FirstOrDefault(b => b.Scheme == scheme && IsEverywhere(b));

    private static string At(BindingAddress address, string host) => $"{address.Scheme}://{host}:{address.Port}";

    private static bool IsEverywhere(BindingAddress address) => address.Host is "*" or "+" or "[::]" or "0.0.0.0";
}
