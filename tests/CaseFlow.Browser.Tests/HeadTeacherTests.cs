namespace CaseFlow.Browser.Tests;

[Collection(DemonstrationSchoolTests.Name)]
public sealed class HeadTeacherTests(DemonstrationSite site)
{
    [BrowserTheory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en-US", 360)]
    public async Task The_head_teacher_approves_with_a_condition_and_it_leaves_the_queue(string language, int width)
    {
        var page = await site.SignInAsync("head", language, width);
        new Uri(page.Url).AbsolutePath.ShouldBe("/escalations");
        var waiting = page.Locator("section[aria-labelledby=waiting] article:has(.level-3)");
        var before = await waiting.CountAsync();
        var first = waiting.First;
        var id = await first.GetAttributeAsync("id");
        await first.Locator("form[id^=approve] input[name=conditions]").FillAsync("每周报告一次");
        await first.Locator("form[id^=approve] button").ClickAsync();
        (await page.InnerTextAsync("section[aria-labelledby=decided]")).ShouldContain("每周报告一次");
        (await page.Locator($"[id='{id}']").CountAsync()).ShouldBe(0);
        (await waiting.CountAsync()).ShouldBe(before - 1);
    }

    [BrowserFact]
    public async Task A_question_goes_to_the_owner_who_answers_it_on_the_case()
    {
        var head = await site.SignInAsync("head", "en-US");
        var card = head.Locator("section[aria-labelledby=waiting] article:has(.level-3)").Last;
        var address = await card.Locator("h3 a").GetAttributeAsync("href");
        await card.Locator("details:has(form[id^=send-back]) summary").ClickAsync();
        await card.Locator("textarea[name=question]").FillAsync("Who visits on Sundays?");
        await card.Locator("form[id^=send-back] button").ClickAsync();

        var counselor = await site.SignInAsync("counselor", "en-US");
        await counselor.GotoAsync(address!);
        await counselor.Locator("a[href^='/cases/']").First.ClickAsync();
        await counselor.Locator("textarea[name=answer]").FillAsync("The grandmother does.");
        await counselor.Locator("form:has(textarea[name=answer]) button").ClickAsync();

        await head.GotoAsync(address!);
        (await head.InnerTextAsync("article")).ShouldContain("The grandmother does.");
        (await head.Locator("form[id^=approve]").CountAsync()).ShouldBe(1);
    }

    [BrowserTheory]
    [InlineData("zh-CN", 360)]
    [InlineData("en-US", 1280)]
    public async Task Talk_of_self_harm_opens_the_emergency_path_at_once_and_waits_for_nobody(string language, int width)
    {
        var teacher = await site.SignInAsync("teacher", language, width);
        await teacher.GotoAsync("/children");
        await teacher.Locator("tr:not(:has(.level)) a.name").First.ClickAsync();
        var name = await teacher.InnerTextAsync("h1");
        await teacher.CheckAsync("#observe-kind-self-harm-talk");
        await teacher.CheckAsync("#observe-severity-3");
        await teacher.Locator("form#observe button").FollowAsync();
        (await teacher.Locator(".level-4").CountAsync()).ShouldBeGreaterThan(0);
        await teacher.ShouldBeSoundAsync($"child-emergency-{language[..2]}-{width}");

        await teacher.Locator("a[href^='/cases/']").First.ClickAsync();
        var tasks = await teacher.InnerTextAsync("section[aria-labelledby=tasks]");
        tasks.ShouldContain(language == "zh-CN" ? "确保孩子此刻安全" : "Make the child safe now");

        var head = await site.SignInAsync("head", language, width);
        var first = head.Locator("section[aria-labelledby=waiting] article").Filter(new() { HasText = name }).First;
        (await first.InnerTextAsync()).ShouldContain(language == "zh-CN" ? "紧急" : "emergency");
        (await head.Locator("section[aria-labelledby=waiting] article").First.Locator(".level-4").CountAsync()).ShouldBe(1);
    }
}
