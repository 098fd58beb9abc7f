using System.Formats.Asn1;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace CaseFlow.Web.Trust;

/// <summary>What an authority may vouch for. Whoever steals its key can pretend to be these and nobody else: no bank, no search engine.</summary>
/// <remarks>Source: RFC 5280, 4.2.1.10, 'Name Constraints'. Browsers hold a certificate of their users to it.</remarks>
/// <param name="Domains">Each with all that ends in it.</param>
/// <param name="Networks">IPv4 and IPv6.</param>
public sealed record PermittedNames(IReadOnlyList<string> Domains, IReadOnlyList<IPNetwork> Networks)
{
    private const string Id = "2.5.29.30";
    private static readonly Asn1Tag Permitted = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag DnsName = new(TagClass.ContextSpecific, 2);
    private static readonly Asn1Tag Address = new(TagClass.ContextSpecific, 7);

    /// <summary>Names and networks that the internet does not know. Source: RFC 6762, RFC 8375, RFC 1918, RFC 4193, RFC 3927, RFC 4291.</summary>
    private static readonly PermittedNames NeverPublic = new(
        ["localhost", "local", "lan", "internal", "home.arpa"],
        [.. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8", "fc00::/7", "fe80::/10", "::1/128" }.Select(n => IPNetwork.Parse(n))]);

    /// <summary>What is never public, and this computer as it is called now.</summary>
    public static PermittedNames Of(OwnNames names)
    {
        var hosts = names.Hosts.Where(h => !NeverPublic.Permits(h));
        var addresses = names.Addresses.Where(a => !NeverPublic.Permits(a)).Select(a => new IPNetwork(a, a.GetAddressBytes().Length * 8));
        return new PermittedNames([.. NeverPublic.Domains, .. hosts], [.. NeverPublic.Networks, .. addresses]);
    }

    /// <summary>What a certificate of an authority says that it may vouch for.</summary>
    public static PermittedNames In(X509Certificate2 authority)
    {
        var extension = authority.Extensions.First(e => e.Oid?.Value == Id);
        var trees = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence().ReadSequence(Permitted);
        var domains = new List<string>();
        var networks = new List<IPNetwork>();
        while (trees.HasData)
        {
            var name = trees.ReadSequence();
            if (name.PeekTag().HasSameClassAndValue(DnsName))
                domains.Add(name.ReadCharacterString(UniversalTagNumber.IA5String, DnsName));
            else
                networks.Add(NetworkOf(name.ReadOctetString(Address)));
        }

        return new PermittedNames(domains, networks);
    }

    public bool Permits(string host) => Domains.Any(d => host == d || host.EndsWith($".{d}", StringComparison.Ordinal));

    public bool Permits(IPAddress address) => Networks.Any(n => n.Contains(address));

    /// <summary>As it stands in the certificate.</summary>
    public X509Extension Encode()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(Permitted))
        {
            foreach (var domain in Domains)
            {
                using (writer.PushSequence())
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, domain, DnsName);
            }

            foreach (var network in Networks)
            {
                using (writer.PushSequence())
                    writer.WriteOctetString([.. network.BaseAddress.GetAddressBytes(), .. MaskOf(network)], Address);
            }
        }

        return new X509Extension(Id, writer.Encode(), critical: true);
    }

    private static byte[] MaskOf(IPNetwork network)
    {
        var mask = new byte[network.BaseAddress.GetAddressBytes().Length];
        for (var bit = 0; bit < network.PrefixLength; bit++)
            mask[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return mask;
    }

    private static IPNetwork NetworkOf(byte[] addressAndMask)
    {
        var half = addressAndMask.Length / 2;
        return new IPNetwork(new IPAddress(addressAndMask.AsSpan(0, half)), addressAndMask.Skip(half).Sum(b => byte.PopCount(b)));
    }
}
