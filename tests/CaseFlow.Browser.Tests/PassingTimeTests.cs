using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Browser.Tests;

/// <summary>A visitor lets time pass in the demonstration school; on a site of its own, because every page looks different afterwards.</summary>
public sealed class PassingTimeTests(PassingTimeTests.Site site) : IClassFixture<PassingTimeTests.Site>
{
    [BrowserTheory]
    [InlineData("zh-CN", 1280, "2026年", "没有一个孩子被落下")]
    [InlineData("en-US", 360, "Mar 2026", "No child fell through")]
    public async Task A_visitor_sees_what_became_of_the_school_a_week_later(string language, int width, string date, string promise)
    {
        var before = site.App.Services.GetRequiredService<CareRuntime>().Now;
        var page = await site.SignInAsync("counselor", language, width);
        await page.ClickAsync("nav a[href='/demonstration']");
        await page.CheckAsync("#pass-days-7");
        await page.CheckAsync("#pass-effort-Short");
        await page.ClickAsync("#pass button.primary");

        await page.Locator("#happened").WaitForAsync();
        (await page.InnerTextAsync("main")).ShouldContain(promise);
        (await page.InnerTextAsync("#happened")).ShouldContain(date);
        int.Parse(await page.InnerTextAsync(".figures .card:nth-child(2) .figure"), System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0, "flags");
        await page.ShouldBeSoundAsync($"demonstration-over-{language}-{width}");

        var now = site.App.Services.GetRequiredService<CareRuntime>().Now;
        (now - before).TotalDays.ShouldBeInRange(6, 8);
        var said = await page.EvaluateAsync<string>("fetch('/api/v1/demonstration').then(a => a.text())");
        said.ShouldContain("\"state\":\"over\"");
        said.ShouldContain("\"invariantsHold\":true");
        await page.GotoAsync("/today");
        (await page.Locator("table.cases tbody tr").CountAsync()).ShouldBeGreaterThan(0);
    }

    public sealed class Site() : RunningSite(demonstration: true);
}
