using System.Net;
using System.Security.Cryptography.X509Certificates;
using CaseFlow.Web.Setup;

namespace CaseFlow.Web.Trust;

/// <summary>The certificate that the server shows, made anew before it ends and when the computer is reached at an address that is not in it.</summary>
internal sealed class ServerCertificates(Authorities authorities, Settings settings, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan RenewBefore = TimeSpan.FromDays(30);

    private readonly SemaphoreSlim one = new(1);
    private OwnAuthority? authority;
    private Shown? shown;

    /// <summary>The installation's authority.</summary>
    public async Task<OwnAuthority> AuthorityAsync(CancellationToken cancel = default)
    {
        await one.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            if (authority?.Lasts(now) != true)
                authority = await authorities.FindOrMakeAsync(OwnNames.Now(settings.Https), now, cancel);
            return authority;
        }
        finally
        {
            one.Release();
        }
    }

    /// <param name="reached">The address at which the phone has reached this computer.</param>
    public async Task<X509Certificate2> ForAsync(IPAddress? reached)
    {
        var now = clock.GetUtcNow();
        if (shown is { } good && good.IsGood(reached, now))
            return good.Certificate;
        var issuer = await AuthorityAsync();
        var names = OwnNames.Now(settings.Https);
        if (reached is not null)
            names = names with { Addresses = [.. names.Addresses.Append(reached).Distinct()] };
        var made = new Shown(issuer.Issue(names, now), [.. names.Addresses]);
        shown = made; // the one before may still be in a handshake: it goes with its last user
        return made.Certificate;
    }

    public void Dispose()
    {
        one.Dispose();
        authority?.Dispose();
    }

    private sealed record Shown(X509Certificate2 Certificate, HashSet<IPAddress> Addresses)
    {
        public bool IsGood(IPAddress? reached, DateTimeOffset now) =>
            (reached is null || Addresses.Contains(reached)) && Certificate.NotAfter.ToUniversalTime() - now > RenewBefore;
    }
}
