using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>A demonstration school of which some flags have been answered, so that the rules have a record.</summary>
public sealed class JudgedSite() : RunningSite(demonstration: true)
{
    /// <summary>Answers flags in turn: right, right, false alarm.</summary>
    public async Task JudgeAsync()
    {
        var runtime = App.Services.GetRequiredService<CareRuntime>();
        using var db = runtime.Open();
        if (await db.Flags.AnyAsync(f => f.Response != null))
            return;
        var counselor = (await db.Staff.ToListAsync()).First(s => s.Has("counselor"));
        var flags = await db.Flags.Where(f => f.Status == FlagStatus.Active && f.Severity <= 2).OrderBy(f => f.Rule).ThenBy(f => f.ChildId).Take(18).ToListAsync();
        for (var i = 0; i < flags.Count; i++)
        {
            var answer = new AnswerFlag(flags[i].No, i % 3 == 2 || flags[i].Rule == "contact-lapsed" ? FlagResponse.FalseAlarm : FlagResponse.Talked, "核实过");
            await App.Services.GetRequiredService<Desk>().DoAsync(flags[i].ChildId, answer, Actor.Of(counselor.Id));
        }
    }
}

public sealed class RulesTests(JudgedSite site) : IClassFixture<JudgedSite>
{
    [BrowserTheory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en-US", 360)]
    public async Task The_administrator_tries_a_value_on_the_past_and_then_uses_it(string language, int width)
    {
        await site.JudgeAsync();
        var name = $"{language[..2]}-{width}";
        var page = await OpenAsync("admin", language, width, out var complaints);
        await page.ClickAsync("nav a[href='/rules']");
        await page.ShouldBeSoundAsync($"rules-record-{name}");
        await page.GotoAsync("/rules/backtests?rule=absence-unexcused");
        var (wanted, days) = width == 1280 ? ("2", "4") : ("3", "6");
        await page.FillAsync("#try-values-p-absence-unexcused-once", wanted);
        await page.FillAsync("#try-values-p-absence-unexcused-days", days);
        await page.FillAsync("#try-values-p-absence-unexcused-more", "4");
        await page.ClickAsync("#try-values button");
        await page.ArriveAsync("*/rules/backtests/*-*");
        await page.ShouldBeSoundAsync($"backtest-waits-{name}");
        await page.WaitForSelectorAsync("#state[data-state=Done]", new() { Timeout = 180_000 });
        await page.WaitForSelectorAsync(".canvas[data-state=drawn] canvas");
        await page.ShouldBeSoundAsync($"backtest-{name}");
        (await page.Locator("details#flags-gone").CountAsync()).ShouldBe(0, "the administrator sees counts, not children");

        await page.ClickAsync("#use");
        await page.ShouldBeSoundAsync($"use-{name}");
        await page.ClickAsync("form#set button.primary");
        (await page.InnerTextAsync(".done")).ShouldContain(language == "zh-CN" ? "现在生效" : "in force now");
        (await page.InnerTextAsync("section[aria-labelledby=limits]")).ShouldContain(wanted);
        (await page.InnerTextAsync("section[aria-labelledby=history]")).ShouldContain(language == "zh-CN" ? "采用" : "backtest");
        await page.ShouldBeSoundAsync($"rule-set-{name}");
        complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_value_out_of_bounds_is_refused_and_what_was_typed_stays()
    {
        var page = await OpenAsync("admin", "en-US", 1280, out _);
        await page.GotoAsync("/rules/guardian-frail");
        var step = await page.OpenStepAsync("set");
        await step.Locator("#set-p-age").FillAsync("7");
        await step.Locator("#set-reason").FillAsync("a slip");
        await step.Locator("button.primary").ClickAsync();
        (await page.InnerTextAsync("#refusal")).ShouldContain("parameter.bounds");
        (await page.InputValueAsync("#set-p-age")).ShouldBe("7");
    }

    [BrowserTheory]
    [InlineData("zh-CN", 360)]
    [InlineData("en-US", 1280)]
    public async Task A_counselor_tries_another_text_reads_what_is_wrong_and_follows_the_figures_to_the_children(string language, int width)
    {
        await site.JudgeAsync();
        var name = $"{language[..2]}-{width}";
        var page = await OpenAsync("counselor", language, width, out var complaints);
        await page.GotoAsync("/rules/backtests?file=flags/guardianship.yaml");
        var text = await page.InputValueAsync("#text");
        await page.FillAsync("#text", text.Replace("guardian.age >= params.age", "guardian.aje >= params.age"));
        await page.Locator("#try-file button.primary").FollowAsync();
        (await page.InnerTextAsync("#problems")).ShouldContain("aje");
        await page.ShouldBeSoundAsync($"backtest-wrong-{name}");

        await page.FillAsync("#text", text.Replace("guardian.age >= params.age", "guardian.age >= params.age - 4").Replace("age: 69", "age: 60"));
        await page.Locator("#try-file button.primary").FollowAsync();
        if (await page.Locator("#problems").CountAsync() > 0)
            throw new InvalidOperationException(await page.InnerTextAsync("#problems"));
        await page.WaitForSelectorAsync("#state[data-state=Done]", new() { Timeout = 180_000 });
        await page.Locator("details#flags-new summary").ClickAsync();
        await page.ShouldBeSoundAsync($"backtest-text-{name}");
        await page.Locator("details#flags-new tbody a").First.FollowAsync();
        (await page.Locator("a[href$='/why']").CountAsync()).ShouldBe(1);

        await page.GotoAsync("/rules/contact-lapsed");
        await page.ShouldBeSoundAsync($"rule-record-{name}");
        await page.Locator("a[href$='flags?as=Raised']").FollowAsync();
        (await page.Locator("tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        await page.ShouldBeSoundAsync($"rule-flags-{name}");
        complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Without_script_the_figures_of_a_chart_are_there_as_a_table()
    {
        await site.JudgeAsync();
        var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions { BaseURL = site.Address, Locale = "en-US", JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.SignInAsync("admin");
        await page.GotoAsync("/rules");
        (await page.Locator(".chart .canvas").First.IsVisibleAsync()).ShouldBeFalse();
        await page.ClickAsync(".chart summary");
        (await page.Locator(".chart tbody tr").CountAsync()).ShouldBeGreaterThan(0);
    }

    /// <summary>The browser of somebody; what it complains of (scripts, styles and addresses that the page may not have) is kept.</summary>
    private Task<IPage> OpenAsync(string user, string language, int width, out List<string> complaints)
    {
        var heard = complaints = [];
        return Listening();

        async Task<IPage> Listening()
        {
            var page = await site.SignInAsync(user, language, width);
            page.Console += (_, message) =>
            {
                if (message.Type == "error" && !message.Text.Contains("422", StringComparison.Ordinal))
                    heard.Add(message.Text);
            };
            page.PageError += (_, error) => heard.Add(error);
            return page;
        }
    }
}
