using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CaseFlow.Web.Accounts;
using CaseFlow.Web.Setup;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Trust;

/// <summary>The authority as the database keeps it: one row, the same for every node, in every backup.</summary>
public sealed class StoredAuthority
{
    public const int TheOne = 1;

    public int Id { get; set; } = TheOne;

    public required byte[] Certificate { get; set; }

    /// <summary>PKCS #8, protected with the keys of the installation.</summary>
    public required byte[] Key { get; set; }
}

/// <summary>Finds the installation's authority, or makes it the first time and when its years are over.</summary>
internal sealed class Authorities(Databases databases, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("CaseFlow.Authority");

    public async Task<OwnAuthority> FindOrMakeAsync(OwnNames names, DateTimeOffset now, CancellationToken cancel)
    {
        if (await FindAsync(now, cancel) is { } known)
            return known;
        using var made = OwnAuthority.Make(names, now);
        try
        {
            await KeepAsync(made, cancel);
        }
        catch (DbUpdateException)
        {
            // Another node was first: the one that stands is the authority.
        }

        return await FindAsync(now, cancel) ?? throw new InvalidOperationException("the authority that was just kept is not there");
    }

    private async Task<OwnAuthority?> FindAsync(DateTimeOffset now, CancellationToken cancel)
    {
        using var db = databases.OpenAccounts();
        if (await db.Authorities.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } kept)
            return null;
        using var certificate = X509CertificateLoader.LoadCertificate(kept.Certificate);
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(protector.Unprotect(kept.Key), out _);
        var authority = new OwnAuthority(certificate.CopyWithPrivateKey(key));
        return authority.Lasts(now) ? authority : null;
    }

    private async Task KeepAsync(OwnAuthority made, CancellationToken cancel)
    {
        using var key = made.Certificate.GetECDsaPrivateKey()!;
        using var db = databases.OpenAccounts();
        var kept = await db.Authorities.SingleOrDefaultAsync(cancel);
        var (certificate, secret) = (made.Certificate.RawData, protector.Protect(key.ExportPkcs8PrivateKey()));
        if (kept is null)
            db.Authorities.Add(new StoredAuthority { Certificate = certificate, Key = secret });
        else
            (kept.Certificate, kept.Key) = (certificate, secret);
        await db.SaveChangesAsync(cancel);
    }
}
