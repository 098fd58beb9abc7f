namespace CaseFlow.Browser.Tests;

[Collection(DemonstrationSchoolTests.Name)]
public sealed class EveryPageTests(DemonstrationSite site)
{
    public static TheoryData<string, int> Screens => new() { { "zh-CN", 1280 }, { "zh-CN", 360 }, { "en-US", 1280 }, { "en-US", 360 } };

    [BrowserTheory]
    [MemberData(nameof(Screens))]
    public async Task Every_page_renders_in_both_languages_and_fits_the_screen(string language, int width)
    {
        var short_ = $"{language[..2]}-{width}";
        var visitor = await site.OpenAsync(language, width);
        await visitor.GotoAsync("/sign-in");
        await visitor.ShouldBeSoundAsync($"sign-in-{short_}");
        (await visitor.GetAttributeAsync("html", "lang")).ShouldBe(language == "zh-CN" ? "zh-CN" : "en");

        foreach (var (user, address, name) in Pages)
        {
            var page = await site.SignInAsync(user, language, width);
            (await page.GotoAsync(address))!.Status.ShouldBe(200, address);
            if (address == "/away")
                await page.Locator("#away[data-state=shown]").WaitForAsync();
            await page.ShouldBeSoundAsync($"{name}-{short_}");
            if (address == "/today")
                await FollowAsync(page, "table.cases tbody a.name", $"case-{short_}", opened: true);
            if (address == "/tasks")
                await FollowAsync(page, ".tasks a.name", $"task-{user}-{short_}");
            if (address == "/escalations" && user == "head")
                await FollowAsync(page, "article h3 a", $"escalation-{short_}");
            if (address == "/term" && user == "head")
                await FollowAsync(page, ".figures a[href*='left-behind']", $"term-rows-{short_}");
            if (address == "/children")
            {
                await FollowAsync(page, "table a.name", $"child-{short_}");
                await FollowAsync(page, "a[href$='/why']", $"why-{short_}");
                await page.GotoAsync(address);
                await FollowAsync(page, "a[href$='/observe']", $"observe-{short_}");
            }

            await page.Context.CloseAsync();
        }
    }

    [BrowserFact]
    public async Task What_is_not_there_and_what_is_not_allowed_say_what_to_do()
    {
        var page = await site.SignInAsync("helper");
        (await page.GotoAsync("/children/00000000-0000-0000-0000-000000000001"))!.Status.ShouldBe(404);
        await page.ShouldBeSoundAsync("not-found");
        (await page.GotoAsync("/no/such/page"))!.Status.ShouldBe(404);
        await page.ShouldBeSoundAsync("no-such-page");
        (await page.GotoAsync("/today"))!.Status.ShouldBe(403);
        await page.ShouldBeSoundAsync("denied");
        (await page.GotoAsync("/admin/accounts"))!.Status.ShouldBe(403);
    }

    [BrowserFact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_comes_back()
    {
        var page = await site.OpenAsync("zh-CN", 1280);
        await page.GotoAsync("/tasks");
        new Uri(page.Url).AbsolutePath.ShouldBe("/sign-in");
        await page.FillAsync("#sign-in-user", "helper");
        await page.FillAsync("#sign-in-password", "wrong-password");
        await page.ClickAsync("#sign-in button");
        (await page.InnerTextAsync("#refusal")).ShouldContain("sign-in.wrong");
        (await page.InputValueAsync("#sign-in-user")).ShouldBe("helper");
        await page.FillAsync("#sign-in-password", CaseFlow.Web.Accounts.DemonstrationAccounts.Password);
        await page.ClickAsync("#sign-in button");
        await page.ArriveAsync("*/tasks");
    }

    [BrowserFact]
    public async Task The_language_is_switched_in_the_header_and_kept()
    {
        var page = await site.SignInAsync("counselor");
        await page.ClickAsync("button[name=language]");
        (await page.GetAttributeAsync("html", "lang")).ShouldBe("en");
        await page.GotoAsync("/tasks");
        (await page.InnerTextAsync("h1")).ShouldBe("My tasks");
    }

    [BrowserFact]
    public async Task The_health_pages_need_no_account()
    {
        var page = await site.OpenAsync("en-US", 1280);
        (await page.GotoAsync("/health/live"))!.Status.ShouldBe(200);
        (await page.GotoAsync("/health/ready"))!.Status.ShouldBe(200);
    }

    /// <summary>A page of each kind, and who opens it.</summary>
    internal static readonly (string User, string Address, string Name)[] Pages =
    [
        ("counselor", "/today", "today"), ("counselor", "/today?hours=1", "today-short"), ("head", "/today", "today-head"), ("counselor", "/cases", "board"), ("head", "/cases/list?level=2", "case-list"), ("counselor", "/cases/watched", "watched"), ("counselor", "/tasks", "tasks-counselor"), ("counselor", "/children", "children"), ("counselor", "/notices", "notices"),
        ("head", "/escalations", "escalations"), ("teacher", "/tasks", "tasks-teacher"), ("teacher", "/register", "register"),
        ("helper", "/tasks", "tasks"), ("helper", "/visits/sheets", "sheets"), ("helper", "/visits/entry", "entry"), ("helper", "/away", "away"), ("office", "/totals", "totals"), ("admin", "/admin/accounts", "accounts"), ("admin", "/admin/import", "import"), ("admin", "/admin/readings", "readings"), ("admin", "/admin/calendar", "calendar"), ("counselor", "/children/unseen", "unseen"), ("admin", "/password", "password"), ("helper", "/me", "me"), ("helper", "/trust", "trust"), ("admin", "/admin/tokens", "tokens"), ("admin", "/admin/robots", "robots"),
        ("admin", "/rules", "rules"), ("head", "/rules/absence-unexcused", "rule"), ("admin", "/rules/backtests?rule=grade-drop&file=flags/health.yaml", "backtests"),
        ("counselor", "/workflow", "workflow"), ("head", "/delegations", "delegations"), ("head", "/term", "term"), ("counselor", "/term", "term-counselor"), ("admin", "/hand-overs", "hand-overs"),
        ("helper", "/demonstration", "demonstration"), ("counselor", "/demonstration/rows?figure=cases-open&from=2026-03-01&to=2026-03-18", "demonstration-rows"), ("head", "/rules/absence-unexcused/flags?as=Raised&month=2026-03", "rule-flags"),
    ];

    /// <param name="opened">Whether the page is looked at once more with everything that is folded away.</param>
    private static async Task FollowAsync(Microsoft.Playwright.IPage page, string link, string name, bool opened = false)
    {
        await page.Locator(link).First.FollowAsync();
        await page.ShouldBeSoundAsync(name);
        if (!opened)
            return;
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await page.ShouldBeSoundAsync(name + "-open");
    }
}
