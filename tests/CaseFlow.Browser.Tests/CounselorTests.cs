namespace CaseFlow.Browser.Tests;

[Collection(DemonstrationSchoolTests.Name)]
public sealed class CounselorTests(DemonstrationSite site)
{
    [BrowserTheory]
    [InlineData("zh-CN", 1280, "受理个案", "制定方案")]
    [InlineData("en-US", 360, "took the case", "made the care plan")]
    public async Task A_counselor_takes_a_case_assesses_it_and_plans(string language, int width, string took, string planned)
    {
        var page = await site.SignInAsync("counselor", language, width);
        new Uri(page.Url).AbsolutePath.ShouldBe("/today");
        await page.Locator("section[aria-labelledby=not-taken] tr:has(.level-2) a.name").First.ClickAsync();
        await page.ClickAsync("#take button");
        (await page.InnerTextAsync(".timeline")).ShouldContain(took);

        await page.FillAsync("#assess-findings", "祖母照料，近期沉默。");
        await page.ClickAsync("#assess button");
        await page.FillAsync("#plan-goal-1", "每周与父母通话一次");
        await page.CheckAsync("#plan-do-counselling");
        await page.ClickAsync("#plan button");

        var timeline = await page.InnerTextAsync(".timeline");
        timeline.ShouldContain(planned);
        (await page.Locator("#step-plan form").CountAsync()).ShouldBe(1);
        await page.ReloadAsync();
        (await page.InnerTextAsync(".timeline")).ShouldBe(timeline, "a reload repeats nothing");
    }

    /// <summary>The year of the child is drawn beside the steps, and the table under each picture has what the picture has.</summary>
    [BrowserTheory]
    [InlineData("zh-CN", 360)]
    [InlineData("en-US", 1280)]
    public async Task The_page_of_a_case_draws_the_year_of_the_child(string language, int width)
    {
        var page = await site.SignInAsync("counselor", language, width);
        await page.Locator("section[aria-labelledby=all-open] a.name").First.ClickAsync();
        var charts = page.Locator("section[aria-labelledby=picture] figure.chart");
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('.canvas')].every(c => c.dataset.state === 'drawn')");

        (await charts.CountAsync()).ShouldBe(3, "the register, the exams, and what happened");
        foreach (var chart in await charts.AllAsync())
        {
            (await chart.Locator("canvas").First.BoundingBoxAsync()).ShouldNotBeNull().Height.ShouldBeGreaterThan(200);
            (await chart.Locator("[role=img]").GetAttributeAsync("aria-label")).ShouldNotBeNullOrEmpty();
        }

        var events = await charts.Last.Locator(".canvas").EvaluateAsync<int>("c => JSON.parse(c.dataset.chart).events.length");
        (await charts.Last.Locator("tbody tr").CountAsync()).ShouldBe(events);
    }

    /// <summary>On a bad line people press again: three at once, and once more when it seems done, put one note on record.</summary>
    [BrowserFact]
    public async Task A_form_that_is_sent_several_times_is_carried_out_once()
    {
        const string Text = "线路不好，按了几次。";
        var page = await site.SignInAsync("counselor");
        await page.Locator("section[aria-labelledby=not-taken] a.name").First.ClickAsync();
        var step = await page.OpenStepAsync("note");
        await step.Locator("textarea").FillAsync(Text);

        var ends = await page.EvaluateAsync<string[]>("""
            async () => {
              const form = document.querySelector('form#note')
              const send = async () => (await fetch(location.href, { method: 'POST', body: new URLSearchParams(new FormData(form)) })).url
              return [...await Promise.all([send(), send(), send()]), await send()]
            }
            """);

        ends.Distinct().Count().ShouldBe(1, "every time leads to where the first leads");
        await page.ReloadAsync();
        (await page.Locator($".timeline :text('{Text}')").CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task A_refusal_says_why_and_keeps_what_was_typed()
    {
        var page = await site.SignInAsync("counselor", "en-US");
        await page.Locator("section[aria-labelledby=not-taken] a.name").First.ClickAsync();
        var step = await page.OpenStepAsync("close");
        await step.Locator("textarea").FillAsync("all is well");
        await step.Locator("button").ClickAsync();
        (await page.InnerTextAsync("#refusal")).ShouldContain("case.not-taken");
        (await page.InputValueAsync("#close-reason")).ShouldBe("all is well");
    }

    [BrowserFact]
    public async Task A_flag_called_a_false_alarm_without_a_reason_stays()
    {
        var page = await site.SignInAsync("counselor", "en-US");
        await page.Locator("section[aria-labelledby=all-open] a.name").First.FollowAsync();
        var flags = await page.Locator(".flag").CountAsync();
        var answer = page.Locator(".flag details").First;
        await answer.Locator("summary").ClickAsync();
        await answer.Locator(".pick:has-text('false alarm')").ClickAsync();
        await answer.Locator("button").ClickAsync();
        (await page.InnerTextAsync("#refusal")).ShouldContain("flag.needs-reason");
        (await page.Locator(".flag").CountAsync()).ShouldBe(flags);
    }

    [BrowserFact]
    public async Task A_confidential_note_is_not_read_by_a_helper()
    {
        const string Secret = "只对心理教师说的话";
        var helper = await site.SignInAsync("helper");
        await helper.Locator(".tasks a.name").First.ClickAsync();
        await helper.Locator("a[href^='/cases/']").First.ClickAsync();
        var counselor = await site.SignInAsync("counselor");
        await counselor.GotoAsync(helper.Url);
        var step = await counselor.OpenStepAsync("note");
        await step.Locator("textarea").FillAsync(Secret);
        await step.Locator("input[type=checkbox]").CheckAsync();
        await step.Locator("button").ClickAsync();
        (await counselor.InnerTextAsync(".timeline")).ShouldContain(Secret);

        await helper.ReloadAsync();
        (await helper.ContentAsync()).ShouldNotContain(Secret);
        (await helper.InnerTextAsync(".timeline")).ShouldContain("一条保密记录");
        (await helper.Locator("#step-assess").CountAsync()).ShouldBe(0);
    }
}
