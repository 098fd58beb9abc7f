using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>A demonstration school of its own: these tests make accounts and change the calendar.</summary>
public sealed class AdministratorSite() : RunningSite(demonstration: true);

public sealed class AdministratorTests(AdministratorSite site) : IClassFixture<AdministratorSite>
{
    private const string Chosen = "a sentence that is remembered";

    [BrowserTheory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en-US", 1280)]
    [InlineData("zh-CN", 360)]
    [InlineData("en-US", 360)]
    public async Task An_account_is_made_its_password_shown_once_and_changed_by_its_owner_and_a_new_one_asked_for_twice(string language, int width)
    {
        var admin = await site.SignInAsync("admin", language, width);
        await admin.GotoAsync("/admin/accounts");
        var staffNo = (await admin.Locator("form[id^=create]").First.GetAttributeAsync("id"))!["create-".Length..];
        await admin.ClickAsync($"#create-{staffNo} button");
        var initial = await admin.InnerTextAsync(".done code");
        await admin.ShouldBeSoundAsync($"account-made-{language[..2]}-{width}");
        await admin.GotoAsync("/admin/accounts");
        (await admin.ContentAsync()).ShouldNotContain(initial);

        var owner = await site.OpenAsync(language, width);
        await owner.SignInAsync(staffNo, initial);
        new Uri(owner.Url).AbsolutePath.ShouldBe("/password", "nothing before a password of one's own");
        await owner.FillAsync("#password-present", initial);
        await owner.FillAsync("#password-password", Chosen);
        await owner.FillAsync("#password-again", Chosen);
        await owner.ClickAsync("#password button");
        await owner.LeaveAsync("/password");

        var reset = admin.Locator($"details.sure:has(#reset-{staffNo})");
        await admin.ReloadAsync();
        (await admin.Locator($"#reset-{staffNo} button").IsVisibleAsync()).ShouldBeFalse("the first press only says what it means");
        await reset.Locator("summary").ClickAsync();
        await admin.ShouldBeSoundAsync($"account-sure-{language[..2]}-{width}");
        await admin.ClickAsync($"#reset-{staffNo} button");
        (await admin.InnerTextAsync(".done code")).ShouldNotBe(initial);
        var again = await site.OpenAsync(language, width);
        await again.SignInAsync(staffNo, Chosen);
        (await again.InnerTextAsync("#refusal")).ShouldContain("sign-in.wrong");
    }

    [BrowserTheory]
    [InlineData("zh-CN", 1280, "2026-04-04", "补五一的课")]
    [InlineData("en-US", 360, "2026-04-11", "make-up day")]
    public async Task A_Saturday_becomes_a_school_day(string language, int width, string saturday, string note)
    {
        var page = await site.SignInAsync("admin", language, width);
        await page.GotoAsync("/admin/calendar?month=2026-04");
        var day = page.Locator("table.calendar td", new PageLocatorOptions { Has = page.Locator($"strong:text-is('{int.Parse(saturday[^2..], System.Globalization.CultureInfo.InvariantCulture)}')") });
        (await day.GetAttributeAsync("class")).ShouldNotBe("make-up");

        await page.FillAsync("#set-from", saturday);
        await page.CheckAsync("#set-kind-School");
        await page.FillAsync("#set-note", note);
        await page.ClickAsync("#set button");
        await page.GotoAsync("/admin/calendar?month=2026-04");

        (await day.GetAttributeAsync("class")).ShouldBe("make-up");
        (await page.InnerTextAsync(".notes")).ShouldContain(note);
        await page.ShouldBeSoundAsync($"calendar-made-up-{language[..2]}-{width}");
    }

    [BrowserTheory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en-US", 360)]
    public async Task The_education_office_reads_numbers_and_no_name(string language, int width)
    {
        var page = await site.SignInAsync("office", language, width);

        new Uri(page.Url).AbsolutePath.ShouldBe("/totals");
        (await page.Locator(".figures .card").CountAsync()).ShouldBeGreaterThan(5);
        (await page.Locator("main a[href^='/children'], main a[href^='/cases']").CountAsync()).ShouldBe(0);
        (await page.GotoAsync("/children"))!.Status.ShouldBe(200);
        (await page.Locator("table a.name").CountAsync()).ShouldBe(0, "no child is theirs");
    }
}
