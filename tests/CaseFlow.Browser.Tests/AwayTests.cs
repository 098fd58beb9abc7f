using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>A demonstration school of its own: these tests use up the helper's tasks.</summary>
public sealed class AwaySite() : RunningSite(demonstration: true);

/// <summary>The visit form without a signal, over a line that is really cut.</summary>
public sealed class AwayTests(AwaySite site) : IClassFixture<AwaySite>
{
    private const string Found = "祖母在家，孩子情绪平稳。";

    [BrowserTheory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task A_visit_filled_in_without_a_line_is_sent_once_although_the_first_answer_is_lost(string language)
    {
        using var line = new Line(site.Address);
        var page = await PhoneAsync(line, language);
        var task = await FillWithoutLineAsync(page, line);
        (await page.InnerTextAsync("#taken details[open] [data-people]")).ShouldContain(await AddressAsync(task), Case.Sensitive, "whoever goes has to know where");
        await page.ShouldBeSoundAsync($"away-filled-{language[..2]}-360");
        await page.ClickAsync("#taken details[open] button.primary");
        await page.Locator("#unsent .waiting").WaitForAsync();

        var context = page.Context;
        await page.CloseAsync();
        page = await context.NewPageAsync();
        await page.GotoAsync("/away");
        await ShownAsync(page);
        (await page.Locator("#unsent .waiting").CountAsync()).ShouldBe(1, "a form outlives the page");
        await page.ShouldBeSoundAsync($"away-waiting-{language[..2]}-360");

        line.LoseAnswers();
        await page.ClickAsync("#send-now");
        await Looking.UntilAsync(() => Task.FromResult(line.Lost > 0));
        line.Mend();
        await Looking.UntilAsync(async () =>
        {
            await page.ClickAsync("#send-now");
            return await page.Locator("#unsent .waiting").CountAsync() == 0;
        });
        (await CompletionsAsync(task)).ShouldBe(1);
        await page.ShouldBeSoundAsync($"away-sent-{language[..2]}-360");
    }

    [BrowserFact]
    public async Task What_is_typed_is_there_again_when_the_page_was_killed_without_a_line()
    {
        using var line = new Line(site.Address);
        var page = await PhoneAsync(line, "zh-CN");
        var task = await FillWithoutLineAsync(page, line);
        await page.Locator("#taken form[data-kept=yes]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var context = page.Context;
        await page.CloseAsync();
        page = await context.NewPageAsync();
        await page.GotoAsync($"/tasks/{task}");
        await ShownAsync(page);
        (await page.InputValueAsync("#taken details[open] textarea[name=note]")).ShouldBe(Found);
    }

    [BrowserFact]
    public async Task A_task_that_somebody_else_has_done_meanwhile_is_shown_as_a_conflict_and_keeps_the_words()
    {
        using var line = new Line(site.Address);
        var page = await PhoneAsync(line, "en-US");
        var task = await FillWithoutLineAsync(page, line);
        await page.ClickAsync("#taken details[open] button.primary");
        await page.Locator("#unsent .waiting").WaitForAsync();

        var counselor = await site.SignInAsync("counselor");
        await counselor.GotoAsync($"/tasks/{task}");
        await counselor.FillAsync("#complete-on", "2026-03-18");
        await counselor.FillAsync("#complete-note", "done by telephone");
        await counselor.ClickAsync("#complete button.primary");
        await counselor.ArriveAsync("*/tasks");

        line.Mend();
        await page.ClickAsync("#send-now");
        await page.Locator("#unsent .refusal").WaitForAsync();
        (await page.InnerTextAsync("#unsent .refusal")).ShouldContain(Found);
        await page.ShouldBeSoundAsync("away-conflict-en-360");
        (await CompletionsAsync(task)).ShouldBe(1);
        await page.GotoAsync("/away");
        await ShownAsync(page);
        (await page.Locator("#unsent .refusal").CountAsync()).ShouldBe(1, "it stays until the person has seen to it");
        page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await page.ClickAsync("#unsent [data-do=discard]");
        await page.Locator("#unsent .refusal").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    [BrowserFact]
    public async Task What_is_on_the_phone_is_encrypted_and_gone_after_sign_out()
    {
        using var line = new Line(site.Address);
        var page = await PhoneAsync(line, "zh-CN");
        var child = await page.Locator(".tasks .line").First.InnerTextAsync();
        var kept = await page.EvaluateAsync<string>(Dump);
        kept.ShouldContain("packet");
        kept.ShouldNotContain(child.Split(' ', '\n')[0]);
        (await page.EvaluateAsync<bool>(Extractable)).ShouldBeFalse();
        await page.ClickAsync("form[action='/sign-out'] button");
        await page.ArriveAsync("*/sign-in*");
        (await page.EvaluateAsync<string>(Dump)).ShouldBe("");
        line.Cut();
        await page.GotoAsync("/tasks");
        await ShownAsync(page);
        (await page.Locator("#taken details").CountAsync()).ShouldBe(0);
    }

    [BrowserFact]
    public async Task On_a_plain_address_the_form_keeps_itself_until_it_is_sent()
    {
        var address = $"http://school.test:{new Uri(site.Address).Port}";
        var page = await site.OpenAsync("en-US", 360);
        await page.SignInAsync("helper", site: address);
        await page.GotoAsync($"{address}/tasks");
        await page.Locator(".tasks a.name").First.ClickAsync();
        await page.Locator("[data-visit][data-ready=yes]").WaitForAsync();
        (await page.EvaluateAsync<bool>("isSecureContext")).ShouldBeFalse();
        await page.FillAsync("#complete-note", Found);
        await page.Locator("#complete[data-kept=yes]").WaitForAsync();
        await page.ReloadAsync();
        await page.Locator("[data-visit][data-ready=yes]").WaitForAsync();
        (await page.InputValueAsync("#complete-note")).ShouldBe(Found);
        await page.FillAsync("#complete-on", "2026-03-18");
        await page.ClickAsync("#complete button.primary");
        await page.ArriveAsync("*/tasks");
        await page.Locator("html[data-field=ready]").WaitForAsync();
        (await page.EvaluateAsync<int>("localStorage.length")).ShouldBe(0);
    }

    private const string Dump = """
        async () => {
          const db = await new Promise((done) => { const r = indexedDB.open('caseflow', 1); r.onsuccess = () => done(r.result) })
          const all = (name) => new Promise((done) => { const r = db.transaction('boxes').objectStore('boxes')[name](); r.onsuccess = () => done(r.result) })
          const [keys, boxes] = [await all('getAllKeys'), await all('getAll')]
          db.close()
          return keys.join(' ') + boxes.map((b) => new TextDecoder().decode(b.data)).join(' ')
        }
        """;

    private const string Extractable = """
        async () => {
          const db = await new Promise((done) => { const r = indexedDB.open('caseflow', 1); r.onsuccess = () => done(r.result) })
          const keys = await new Promise((done) => { const r = db.transaction('keys').objectStore('keys').getAll(); r.onsuccess = () => done(r.result) })
          db.close()
          return keys.some((k) => k instanceof CryptoKey && k.extractable) || !keys.some((k) => k instanceof CryptoKey)
        }
        """;

    /// <summary>A helper's phone that has been on 'My tasks' while there was a line.</summary>
    private async Task<IPage> PhoneAsync(Line line, string language)
    {
        var context = await site.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = line.Address,
            Locale = language,
            ViewportSize = new ViewportSize { Width = 360, Height = 740 },
        });
        context.SetDefaultTimeout(60_000);
        var page = await context.NewPageAsync();
        await page.SignInAsync("helper");
        await page.GotoAsync("/tasks");
        await page.Locator("html[data-field=ready][data-shelved=yes]").WaitForAsync();
        // A page that began to load before the worker was there need not be its own; the next one that is opened is.
        await Looking.UntilAsync(() => page.EvaluateAsync<bool>("async () => (await navigator.serviceWorker.ready).active.state === 'activated'"));
        return page;
    }

    private static Task ShownAsync(IPage page) => page.Locator("#away[data-state=shown]").WaitForAsync();

    /// <summary>Cuts the line and fills in the first task on the phone; gives child and number as they stand in addresses.</summary>
    private static async Task<string> FillWithoutLineAsync(IPage page, Line line)
    {
        line.Cut();
        await page.GotoAsync("/tasks");
        await ShownAsync(page);
        var card = page.Locator("#taken > details").First;
        await card.Locator("> summary").ClickAsync();
        await card.Locator("input[name=on]").FillAsync("2026-03-18");
        await card.Locator("textarea[name=note]").FillAsync(Found);
        return (await card.GetAttributeAsync("data-task"))!;
    }

    private async Task<string> AddressAsync(string task)
    {
        var child = new ChildId(Guid.Parse(task.Split('/')[0]));
        using var db = site.App.Services.GetRequiredService<CareRuntime>().Open();
        return (await db.Children.SingleAsync(c => c.Id == child)).Address!;
    }

    /// <summary>How often the task was completed, by the journal.</summary>
    private async Task<int> CompletionsAsync(string task)
    {
        var (child, no) = (new ChildId(Guid.Parse(task.Split('/')[0])), new TaskNo(int.Parse(task.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture)));
        using var db = site.App.Services.GetRequiredService<CareRuntime>().Open();
        (await db.Tasks.SingleAsync(t => t.ChildId == child && t.No == no)).State.ShouldBe(TaskState.Done);
        var rows = await db.Journal.AsNoTracking().Where(j => j.ChildId == child && j.Type == "task-done").ToListAsync();
        return rows.Count(r => ((TaskDone)CaseFlow.Engine.Storage.JournalRows.Read(r).Event).Task == no);
    }
}
