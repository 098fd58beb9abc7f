namespace CaseFlow.Browser.Tests;

[Collection(DemonstrationSchoolTests.Name)]
public sealed class HelperTests(DemonstrationSite site)
{
    [BrowserTheory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task A_helper_completes_a_visit_on_the_phone(string language)
    {
        var page = await site.SignInAsync("helper", language, 360);
        new Uri(page.Url).AbsolutePath.ShouldBe("/tasks");
        var visit = await page.Locator(".tasks a.name").First.GetAttributeAsync("href");
        await page.Locator(".tasks a.name").First.ClickAsync();
        (await page.InnerTextAsync("section[aria-labelledby=people]")).ShouldNotBeEmpty();
        await page.FillAsync("#complete-on", "2026-03-18");
        await page.FillAsync("#complete-note", "祖母在家，孩子情绪平稳。");
        await page.Locator("#complete details summary").First.ClickAsync();
        await page.FillAsync("#complete-mood", "平稳");
        await page.ClickAsync("#complete button.primary");
        await page.ArriveAsync("*/tasks");
        (await page.Locator($"section:not([aria-labelledby=done]) a[href='{visit}']").CountAsync()).ShouldBe(0);
        (await page.Locator($"section[aria-labelledby=done] a[href='{visit}']").CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task A_visit_that_met_nobody_stays_to_be_done_and_one_dated_tomorrow_is_refused()
    {
        var page = await site.SignInAsync("helper", "en-US", 360);
        await page.Locator(".tasks a.name").First.FollowAsync();
        var address = page.Url;
        await page.EvaluateAsync("document.querySelectorAll('input[type=date]').forEach(f => f.removeAttribute('max'))");
        await page.FillAsync("#complete-on", "2026-03-19");
        await page.FillAsync("#complete-note", "nobody at home");
        await page.ClickAsync("#complete button.primary");
        (await page.InnerTextAsync("#refusal")).ShouldContain("task.future");
        (await page.InputValueAsync("#complete-note")).ShouldBe("nobody at home");

        await page.FillAsync("#complete-on", "2026-03-18");
        await page.CheckAsync("#complete-reached-no");
        await page.ClickAsync("#complete button.primary");
        await page.ArriveAsync("*/tasks");
        await page.GotoAsync(address);
        (await page.InnerTextAsync(".notice")).ShouldContain("nobody at home");
    }

    [BrowserFact]
    public async Task A_class_teacher_marks_the_register_and_closes_it()
    {
        var page = await site.SignInAsync("teacher", "en-US", 360);
        await page.GotoAsync("/register");
        await page.Locator(".marks li").First.Locator("input[value=Excused]").CheckAsync();
        await page.ClickAsync("button[name=close]");
        (await page.InnerTextAsync(".notice")).ShouldContain("Closed at");
        (await page.Locator(".marks li").First.Locator("input[value=Excused]").IsCheckedAsync()).ShouldBeTrue();
    }
}
