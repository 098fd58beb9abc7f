using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CaseFlow.Web.Trust;

/// <summary>
/// The installation's own certificate authority. A school's network has no certificate that browsers know, and without one they let no form
/// work without a line; a phone that trusts this authority takes the program's address for safe.
/// </summary>
public sealed class OwnAuthority(X509Certificate2 certificate) : IDisposable
{
    /// <summary>How long phones trust it before they have to be shown another.</summary>
    public const int Years = 10;

    /// <summary>How long a certificate of the server is good. Source: Apple, 'Requirements for trusted certificates': 825 days at most.</summary>
    public static readonly TimeSpan ServerLifetime = TimeSpan.FromDays(200);

    /// <summary>Clocks of phones go wrong by hours: everything is good from a day before.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromDays(1);

    private static readonly Oid ServerAuthentication = new("1.3.6.1.5.5.7.3.1");

    private readonly PermittedNames permitted = PermittedNames.In(certificate);

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate => certificate;

    /// <summary>SHA-256 of the certificate, in pairs of hexadecimal digits as phones show it: what people compare.</summary>
    public string Fingerprint => string.Join(' ', Convert.ToHexString(SHA256.HashData(certificate.RawData)).Chunk(2).Select(pair => new string(pair)));

    /// <summary>Whether it outlives a certificate that it issues now; otherwise its years are over.</summary>
    public bool Lasts(DateTimeOffset now) => certificate.NotAfter.ToUniversalTime() >= now + ServerLifetime;

    /// <summary>Makes an authority that vouches for nothing but this computer and addresses that are never public.</summary>
    /// <param name="now">Real time, also where the school's clock is another.</param>
    public static OwnAuthority Make(OwnNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var mark = Convert.ToHexString(RandomNumberGenerator.GetBytes(3)); // two schools on one phone are told apart
        var request = new CertificateRequest(new X500DistinguishedName($"CN=CaseFlow {names.Hosts.FirstOrDefault(h => h != "localhost")} {mark}, O=CaseFlow"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority(pathLengthConstraint: 0));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(PermittedNames.Of(names).Encode());
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        return new OwnAuthority(request.CreateSelfSigned(now - Slow, now.AddYears(Years)));
    }

    /// <summary>A certificate for the server under these names and addresses, as far as the authority may vouch for them.</summary>
    public X509Certificate2 Issue(OwnNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(new X500DistinguishedName("CN=CaseFlow"), key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(NamesOf(names));
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForEndEntity(critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([ServerAuthentication], critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F; // a serial number is positive
        using var issued = request.Create(certificate, now - Slow, now + ServerLifetime, serial);
        using var own = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null); // Windows serves no key that is only in memory
    }

    public void Dispose() => certificate.Dispose();

    private X509Extension NamesOf(OwnNames names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var host in names.Hosts.Where(permitted.Permits))
            builder.AddDnsName(host);
        foreach (var address in names.Addresses.Where(permitted.Permits))
            builder.AddIpAddress(address);
        return builder.Build(critical: false);
    }
}
