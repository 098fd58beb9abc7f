using System.Diagnostics;
using CaseFlow.Web.Accounts;
using CaseFlow.Web.Trust;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>A school whose computer is called school.test in its network, with and without HTTPS.</summary>
public sealed class NetworkSite() : RunningSite(demonstration: true, "--urls=http://127.0.0.1:0;https://127.0.0.1:0", $"--Https:Names={Name}")
{
    public const string Name = "school.test";

    public string Plain => At("http");

    public string Safe => At("https");

    private string At(string scheme) => $"{scheme}://{Name}:{new Uri(App.Urls.Single(u => u.StartsWith(scheme + ":", StringComparison.Ordinal))).Port}";
}

/// <summary>From a phone that has never seen the school to one that opens visits without a signal: with real certificates, nothing waved through.</summary>
public sealed class TrustTests(NetworkSite site) : IClassFixture<NetworkSite>
{
    [TrustTheory]
    [InlineData("zh-CN", 360)]
    [InlineData("en-US", 360)]
    [InlineData("zh-CN", 1280)]
    [InlineData("en-US", 1280)]
    public async Task A_phone_that_takes_the_certificate_works_without_a_line_and_one_that_does_not_cannot(string language, int width)
    {
        var short_ = $"{language[..2]}-{width}";
        using var phone = new Phone();
        await using (var browser = await LaunchAsync(phone))
        {
            var refused = await OpenAsync(browser, language, width);
            (await Should.ThrowAsync<PlaywrightException>(() => refused.GotoAsync(site.Safe))).Message.ShouldContain("ERR_CERT_AUTHORITY_INVALID");
            var page = await OpenAsync(browser, language, width);
            await page.GotoAsync($"{site.Plain}/sign-in");
            await page.ShouldBeSoundAsync($"sign-in-plain-{short_}");
            await page.Locator($"a[href='{OwnHttps.PagePath}']").ClickAsync();
            await page.ShouldBeSoundAsync($"trust-plain-{short_}");
            (await page.InnerTextAsync("#content")).ShouldContain((await site.App.Services.GetRequiredService<ServerCertificates>().AuthorityAsync()).Fingerprint);
            await phone.TakeAsync(await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href='{OwnHttps.FilePath}']").ClickAsync()));
        }

        await using (var browser = await LaunchAsync(phone))
        {
            var page = await OpenAsync(browser, language, width);
            await page.GotoAsync($"{site.Plain}{OwnHttps.PagePath}");
            await page.Locator($"a[href^='{site.Safe}']").ClickAsync();
            await page.Locator("#trust-checked[data-state=trusted]").WaitForAsync();
            await page.ShouldBeSoundAsync($"trust-done-{short_}");

            await page.SignInAsync("helper", site: site.Safe);
            await page.ArriveAsync("*/tasks");
            await page.Locator("html[data-field=ready][data-shelved=yes]").WaitForAsync();
            await page.Context.SetOfflineAsync(true);
            await page.GotoAsync($"{site.Safe}/tasks");
            await page.Locator("#away[data-state=shown]").WaitForAsync();
            (await page.Locator("#taken > details").CountAsync()).ShouldBeGreaterThan(0);
        }
    }

    [TrustFact]
    public async Task A_warning_that_was_clicked_away_is_not_trust_and_the_page_says_so()
    {
        using var phone = new Phone();
        await using var browser = await LaunchAsync(phone);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = "en-US", IgnoreHTTPSErrors = false });
        var page = await context.NewPageAsync();
        await Should.ThrowAsync<PlaywrightException>(() => page.GotoAsync($"{site.Safe}{OwnHttps.PagePath}"));
        await page.Locator("#details-button").ClickAsync();
        await page.Locator("#proceed-link").ClickAsync();

        await page.Locator("#trust-checked[data-state=untrusted]").WaitForAsync();

        await page.ShouldBeSoundAsync("trust-not-done-en-1280");
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, string language, int width)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { Locale = language, ViewportSize = new ViewportSize { Width = width, Height = 740 } });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    private Task<IBrowser> LaunchAsync(Phone phone) => site.LaunchAsync(phone.Home);

    /// <summary>A phone with certificates of its own, where Chromium keeps them on Linux.</summary>
    private sealed class Phone : IDisposable
    {
        private readonly DirectoryInfo home = Directory.CreateTempSubdirectory("caseflow-phone-");
        private readonly string certificates;

        public Phone()
        {
            certificates = Directory.CreateDirectory(Path.Combine(Home, ".pki", "nssdb")).FullName;
            CertUtil("-N", "--empty-password");
        }

        public string Home => home.FullName;

        public async Task TakeAsync(IDownload file)
        {
            var path = Path.Combine(Home, "authority.crt");
            await file.SaveAsAsync(path);
            CertUtil("-A", "-n", "school", "-t", "C,,", "-i", path);
        }

        public void Dispose() => home.Delete(recursive: true);

        private void CertUtil(params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo(CertificateTool.Program, ["-d", $"sql:{certificates}", .. arguments]))!;
            process.WaitForExit();
            process.ExitCode.ShouldBe(0);
        }
    }
}

/// <summary>What puts a certificate where Chromium looks for those of its user.</summary>
internal static class CertificateTool
{
    public const string Program = "/usr/bin/certutil";

    public static string? Missing => Chromium.Missing ?? (File.Exists(Program) ? null : $"SKIPPED: there is no {Program}. Install it (apt-get install libnss3-tools).");
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class TrustFactAttribute : FactAttribute
{
    public TrustFactAttribute() => Skip = CertificateTool.Missing;
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class TrustTheoryAttribute : TheoryAttribute
{
    public TrustTheoryAttribute() => Skip = CertificateTool.Missing;
}
