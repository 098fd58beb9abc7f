using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Trust;

/// <summary>What this computer is reached by.</summary>
/// <param name="Hosts">Names in lower case, ASCII only, without a final dot.</param>
/// <param name="Addresses">Addresses of its network cards, and of itself.</param>
public sealed record OwnNames(IReadOnlyList<string> Hosts, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>The names and addresses at this moment, and those that the settings add.</summary>
    public static OwnNames Now(HttpsSettings settings)
    {
        var added = settings.Names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var machine = Environment.MachineName.ToLowerInvariant();
        var hosts = new[] { "localhost", machine, $"{machine}.local" }.Concat(added.Where(n => !IPAddress.TryParse(n, out _)).Select(n => n.ToLowerInvariant()));
        var addresses = OfCards().Concat([IPAddress.Loopback, IPAddress.IPv6Loopback]).Concat(added.Select(n => IPAddress.TryParse(n, out var a) ? a : null).OfType<IPAddress>());
        return new OwnNames([.. hosts.Where(IsHostName).Distinct()], [.. addresses.Distinct()]);
    }

    /// <summary>The addresses at which others in the network reach this computer; those of IPv6, which nobody types, only where there are no others.</summary>
    public IEnumerable<IPAddress> Reachable => Addresses
        .Where(a => !IPAddress.IsLoopback(a) && !a.IsIPv6LinkLocal)
        .GroupBy(a => a.AddressFamily)
        .OrderByDescending(family => family.Key == AddressFamily.InterNetwork)
        .FirstOrDefault() ?? Enumerable.Empty<IPAddress>();

    private static IEnumerable<IPAddress> OfCards()
    {
        foreach (var card in NetworkInterface.GetAllNetworkInterfaces())
        {
            if (card.OperationalStatus != OperationalStatus.Up)
                continue;
            foreach (var address in card.GetIPProperties().UnicastAddresses.Select(a => a.Address))
                yield return address.IsIPv6LinkLocal ? new IPAddress(address.GetAddressBytes()) : address; // without the number of the card
        }
    }

    private static bool IsHostName(string name) =>
        name.Length is > 0 and <= 253 && name.Split('.').All(part => part.Length is > 0 and <= 63 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
