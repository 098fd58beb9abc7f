using System.Net;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Tests.Setup;
using CaseFlow.Web.Trust;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Trust;

/// <summary>The certificate that the server shows, over the months and from one network to another.</summary>
public sealed class ServerCertificatesTests : IAsyncLifetime, IDisposable
{
    private static readonly IPAddress Elsewhere = IPAddress.Parse("10.99.88.77");

    private readonly TempFolder folder = new();
    private readonly HandClock clock = new();
    private readonly IDataProtectionProvider protection = new EphemeralDataProtectionProvider();
    private readonly Databases databases;

    public ServerCertificatesTests() =>
        databases = new Databases(StorageProvider.Sqlite, Databases.SqliteFile(Path.Combine(folder.Path, "caseflow.db"), pooling: false));

    public async Task InitializeAsync()
    {
        using var accounts = databases.OpenAccounts();
        await accounts.Database.MigrateAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_stays_until_thirty_days_before_it_ends()
    {
        using var certificates = Start();
        var first = await certificates.ForAsync(IPAddress.Loopback);
        clock.Pass(OwnAuthority.ServerLifetime - TimeSpan.FromDays(31));
        (await certificates.ForAsync(IPAddress.Loopback)).Thumbprint.ShouldBe(first.Thumbprint);

        clock.Pass(TimeSpan.FromDays(2));

        var second = await certificates.ForAsync(IPAddress.Loopback);
        second.Thumbprint.ShouldNotBe(first.Thumbprint);
        second.Issuer.ShouldBe(first.Issuer, "phones need not be shown anything new");
    }

    [Fact]
    public async Task A_computer_that_was_given_another_address_has_it_in_its_certificate_at_the_first_call()
    {
        using var certificates = Start();
        (await certificates.ForAsync(null)).MatchesHostname(Elsewhere.ToString(), allowCommonName: false).ShouldBeFalse();

        var certificate = await certificates.ForAsync(Elsewhere);

        certificate.MatchesHostname(Elsewhere.ToString(), allowCommonName: false).ShouldBeTrue();
        certificate.MatchesHostname("localhost", allowCommonName: false).ShouldBeTrue();
        (await certificates.ForAsync(IPAddress.Loopback)).Thumbprint.ShouldBe(certificate.Thumbprint);
    }

    [Fact]
    public async Task The_authority_outlives_the_process_and_is_one_for_all_nodes()
    {
        using var first = Start();
        using var second = Start();

        var authorities = await Task.WhenAll(first.AuthorityAsync(), second.AuthorityAsync());

        authorities[0].Fingerprint.ShouldBe(authorities[1].Fingerprint);
        using var later = Start();
        (await later.AuthorityAsync()).Fingerprint.ShouldBe(authorities[0].Fingerprint);
    }

    [Fact]
    public async Task Its_key_is_not_in_the_database_as_it_is()
    {
        using var certificates = Start();
        var authority = await certificates.AuthorityAsync();
        using var accounts = databases.OpenAccounts();

        var kept = await accounts.Authorities.SingleAsync();

        using var key = System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPrivateKey(authority.Certificate);
        var secret = Convert.ToHexString(key!.ExportParameters(includePrivateParameters: true).D!);
        Convert.ToHexString(kept.Key).ShouldNotContain(secret);
    }

    [Fact]
    public async Task When_its_years_are_over_another_takes_its_place_also_in_a_process_that_never_stops()
    {
        using var certificates = Start();
        var first = (await certificates.AuthorityAsync()).Fingerprint;
        (await certificates.ForAsync(null)).Issuer.ShouldNotBeEmpty();
        clock.Pass(TimeSpan.FromDays((365 * OwnAuthority.Years) - 100));

        await certificates.ForAsync(null);

        var second = (await certificates.AuthorityAsync()).Fingerprint;
        second.ShouldNotBe(first);
        using var later = Start();
        (await later.AuthorityAsync()).Fingerprint.ShouldBe(second);
    }

    /// <summary>A process of the installation.</summary>
    private ServerCertificates Start() => new(new Authorities(databases, protection), new Settings(), clock);
}
