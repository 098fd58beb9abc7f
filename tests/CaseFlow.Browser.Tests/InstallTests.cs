namespace CaseFlow.Browser.Tests;

/// <summary>The site as an app on a phone.</summary>
[Collection(DemonstrationSchoolTests.Name)]
public sealed class InstallTests(DemonstrationSite site)
{
    [BrowserFact]
    public async Task A_browser_finds_nothing_that_hinders_installation()
    {
        var folder = Directory.CreateTempSubdirectory("caseflow-app-");
        await using (var browser = await site.RememberAsync(folder.FullName))
        {
            var page = await browser.NewPageAsync();
            await page.SignInAsync("helper");
            await page.GotoAsync("/tasks");
            await page.EvaluateAsync("async () => { await navigator.serviceWorker.ready }");
            var inside = await browser.NewCDPSessionAsync(page);
            var hindered = (await inside.SendAsync("Page.getInstallabilityErrors"))!.Value.GetProperty("installabilityErrors");
            hindered.EnumerateArray().Select(e => e.GetProperty("errorId").GetString()).ShouldBeEmpty();
            var manifest = (await inside.SendAsync("Page.getAppManifest"))!.Value;
            manifest.GetProperty("errors").GetArrayLength().ShouldBe(0);

            var icons = manifest.GetProperty("manifest").GetProperty("icons").EnumerateArray().Select(i => i.GetProperty("url").GetString()!).ToList();
            icons.Add((await page.Locator("link[rel=apple-touch-icon]").GetAttributeAsync("href"))!);
            foreach (var icon in icons)
                (await page.APIRequest.GetAsync(icon)).Headers["content-type"].ShouldStartWith("image/");
        }

        folder.Delete(recursive: true);
    }
}
