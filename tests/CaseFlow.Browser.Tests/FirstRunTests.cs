using CaseFlow.Web.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Browser.Tests;

/// <summary>An installation in which nobody can sign in yet.</summary>
public sealed class EmptySite() : RunningSite(demonstration: false);

public sealed class FirstRunTests(EmptySite site) : IClassFixture<EmptySite>
{
    [BrowserFact]
    public async Task The_code_of_the_console_makes_the_administrator_once_who_then_makes_accounts()
    {
        var page = await site.OpenAsync("en-US", 1280);
        await page.GotoAsync("/sign-in");
        (await page.ContentAsync()).ShouldNotContain(DemonstrationAccounts.Password);
        await page.GotoAsync("/first-run");
        await page.ShouldBeSoundAsync("first-run-en-1280");
        await FillAsync(page, "WRON-GCOD-E234");
        (await page.InnerTextAsync("#refusal")).ShouldContain("first-run.code");
        await FillAsync(page, site.App.Services.GetRequiredService<FirstRun>().Code);
        await page.ArriveAsync("*/admin/accounts");
        (await page.GotoAsync("/today"))!.Status.ShouldBe(403, "administrators do not see case files");

        var other = await site.OpenAsync("en-US", 360);
        await other.GotoAsync("/first-run");
        (await other.Locator("form#first-run").CountAsync()).ShouldBe(0, "the page is closed once there is an account");
    }

    private static async Task FillAsync(Microsoft.Playwright.IPage page, string code)
    {
        await page.FillAsync("#first-run-code", code);
        await page.FillAsync("#first-run-user", "chief");
        await page.FillAsync("#first-run-password", "a long enough sentence");
        await page.FillAsync("#first-run-again", "a long enough sentence");
        await page.ClickAsync("#first-run button");
    }
}
