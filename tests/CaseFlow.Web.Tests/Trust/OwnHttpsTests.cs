using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using CaseFlow.Web.Setup;
using CaseFlow.Web.Trust;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.AspNetCore.Builder;

namespace CaseFlow.Web.Tests.Trust;

/// <summary>The program itself over its own HTTPS, to somebody who trusts nothing but the file that it hands out.</summary>
public sealed class OwnHttpsTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private WebApplication app = null!;

    private Uri Plain => new(app.Urls.Single(u => u.StartsWith("http:", StringComparison.Ordinal)));

    private Uri Safe => new(app.Urls.Single(u => u.StartsWith("https:", StringComparison.Ordinal)));

    public async Task InitializeAsync()
    {
        app = await WebSite.BuildAsync(
            ["--urls=http://127.0.0.1:0;https://127.0.0.1:0", $"--Data:Folder={folder.Path}", "--Demo:Enabled=true", "--environment=Production"]);
        await app.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task Nobody_trusts_it_before_and_whoever_has_taken_the_file_does()
    {
        using var stranger = new HttpClient();
        await Should.ThrowAsync<HttpRequestException>(() => stranger.GetAsync(Safe));
        var file = X509CertificateLoader.LoadCertificate(await stranger.GetByteArrayAsync(new Uri(Plain, OwnHttps.FilePath)));
        file.HasPrivateKey.ShouldBeFalse();

        using var phone = Trusting(file, new CookieContainer());

        (await phone.GetAsync(new Uri(Safe, "/health/live"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await phone.GetStringAsync(new Uri(Plain, OwnHttps.PagePath))).ShouldContain((await app.Services.GetRequiredService<ServerCertificates>().AuthorityAsync()).Fingerprint);
    }

    [Fact]
    public async Task Who_is_signed_in_at_the_safe_address_can_sign_in_at_the_plain_one_as_well()
    {
        using var stranger = new HttpClient();
        var file = X509CertificateLoader.LoadCertificate(await stranger.GetByteArrayAsync(new Uri(Plain, OwnHttps.FilePath)));
        var cookies = new CookieContainer();
        using var browser = Trusting(file, cookies);

        await SignInAsync(browser, Safe);
        var safe = cookies.GetAllCookies().Single(c => c.Name.EndsWith("caseflow", StringComparison.Ordinal));
        await SignInAsync(browser, Plain);

        safe.Secure.ShouldBeTrue();
        var names = cookies.GetAllCookies().Select(c => c.Name).Where(n => n.EndsWith("caseflow", StringComparison.Ordinal)).ToList();
        names.Order(StringComparer.Ordinal).ShouldBe(["__Secure-caseflow", "caseflow"]);
    }

    private static async Task SignInAsync(HttpClient browser, Uri site)
    {
        using var answer = await browser.SignInAsync(site, "helper");
        answer.RequestMessage!.RequestUri!.AbsolutePath.ShouldBe("/tasks");
    }

    private static HttpClient Trusting(X509Certificate2 authority, CookieContainer cookies)
    {
        var chain = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        chain.CustomTrustStore.Add(authority);
        return new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = chain } });
    }
}
