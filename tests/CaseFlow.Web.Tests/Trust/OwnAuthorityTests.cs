using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CaseFlow.Web.Trust;

namespace CaseFlow.Web.Tests.Trust;

/// <summary>What the installation's authority vouches for, as those see it who trust it.</summary>
public sealed class OwnAuthorityTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 18, 4, 0, 0, TimeSpan.Zero);
    private static readonly OwnNames Names = new(
        ["localhost", "school-pc", "school-pc.local", "caseflow.example"], [IPAddress.Loopback, IPAddress.Parse("192.168.1.20"), IPAddress.Parse("203.0.113.7"), IPAddress.Parse("2001:db8::7")]);

    [Theory]
    [InlineData("localhost")]
    [InlineData("school-pc")]
    [InlineData("school-pc.local")]
    [InlineData("caseflow.example")]
    [InlineData("192.168.1.20")]
    [InlineData("203.0.113.7")]
    [InlineData("2001:db8::7")]
    public void Its_certificates_are_good_for_this_computer(string name)
    {
        using var authority = OwnAuthority.Make(Names, Now);
        using var server = authority.Issue(Names, Now);

        FaultsOf(server, authority, Now).ShouldBe(X509ChainStatusFlags.NoError);
        server.MatchesHostname(name, allowCommonName: false).ShouldBeTrue();
        server.HasPrivateKey.ShouldBeTrue();
    }

    [Theory]
    [InlineData("DNS", "bank.example")]
    [InlineData("DNS", "evil-school-pc.local.example")]
    [InlineData("IP", "203.0.113.8")]
    [InlineData("IP", "2001:db8::8")]
    public void Whoever_steals_its_key_can_pretend_to_be_nobody_else(string kind, string name)
    {
        using var authority = OwnAuthority.Make(Names, Now);
        using var forged = Forge(authority, kind, name);

        FaultsOf(forged, authority, Now).ShouldNotBe(X509ChainStatusFlags.NoError);
    }

    [Fact]
    public void A_forgery_of_what_it_may_vouch_for_would_pass_so_that_the_test_above_can_fail()
    {
        using var authority = OwnAuthority.Make(Names, Now);
        using var forged = Forge(authority, "IP", "192.168.77.1");

        FaultsOf(forged, authority, Now).ShouldBe(X509ChainStatusFlags.NoError);
    }

    [Fact]
    public void A_name_that_came_after_it_is_left_out_of_a_certificate_which_stays_good()
    {
        using var authority = OwnAuthority.Make(Names, Now);
        using var server = authority.Issue(Names with { Hosts = [.. Names.Hosts, "later.example"], Addresses = [.. Names.Addresses, IPAddress.Parse("198.51.100.1"), IPAddress.Parse("10.0.0.9")] }, Now);

        FaultsOf(server, authority, Now).ShouldBe(X509ChainStatusFlags.NoError);
        server.MatchesHostname("later.example", allowCommonName: false).ShouldBeFalse();
        server.MatchesHostname("198.51.100.1", allowCommonName: false).ShouldBeFalse();
        server.MatchesHostname("10.0.0.9", allowCommonName: false).ShouldBeTrue();
    }

    [Fact]
    public void Its_certificates_end_in_time_for_phones_that_allow_825_days()
    {
        using var authority = OwnAuthority.Make(Names, Now);
        using var server = authority.Issue(Names, Now);

        (server.NotAfter - server.NotBefore).ShouldBeLessThan(TimeSpan.FromDays(825));
        FaultsOf(server, authority, Now.AddHours(-12)).ShouldBe(X509ChainStatusFlags.NoError, "a phone whose clock is slow");
        FaultsOf(server, authority, Now + OwnAuthority.ServerLifetime + TimeSpan.FromHours(1)).ShouldBe(X509ChainStatusFlags.NotTimeValid);
    }

    [Fact]
    public void What_it_may_vouch_for_is_read_back_from_its_certificate()
    {
        using var authority = OwnAuthority.Make(Names, Now);

        var read = PermittedNames.In(authority.Certificate);

        read.Domains.ShouldBe(PermittedNames.Of(Names).Domains);
        read.Networks.ShouldBe(PermittedNames.Of(Names).Networks);
    }

    [Fact]
    public void The_fingerprint_is_the_one_that_phones_show()
    {
        using var authority = OwnAuthority.Make(Names, Now);

        authority.Fingerprint.Replace(" ", "", StringComparison.Ordinal).ShouldBe(authority.Certificate.GetCertHashString(HashAlgorithmName.SHA256));
    }

    private static X509Certificate2 Forge(OwnAuthority authority, string kind, string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=forged", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (kind == "DNS")
            names.AddDnsName(name);
        else
            names.AddIpAddress(IPAddress.Parse(name));
        request.CertificateExtensions.Add(names.Build());
        return request.Create(authority.Certificate, Now, Now.AddDays(90), [1, 2, 3]);
    }

    private static X509ChainStatusFlags FaultsOf(X509Certificate2 server, OwnAuthority authority, DateTimeOffset at)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(authority.Certificate.RawData));
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = at.UtcDateTime;
        chain.Build(server);
        return chain.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status);
    }
}
