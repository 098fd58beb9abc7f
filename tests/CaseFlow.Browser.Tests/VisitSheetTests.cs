using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>The paper of a visit, and its entry by keyboard alone; on a school of its own, because visits are used up.</summary>
public sealed partial class VisitSheetTests(DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    [BrowserFact]
    public async Task Sheets_are_entered_one_after_the_other_by_keyboard_and_never_twice()
    {
        var page = await site.SignInAsync("counselor", "en-US");
        var codes = await CodesAsync(page, 2);

        await page.GotoAsync("/visits/entry");
        foreach (var code in codes)
        {
            await page.ShouldHaveFocusAsync("code");
            await page.Keyboard.TypeAsync(code.ToLowerInvariant());
            await page.Keyboard.PressAsync("Enter");
            await page.ArriveAsync("*code=*");
            await page.ShouldHaveFocusAsync("complete-on");
            await page.Keyboard.TypeAsync("03182026");
            await GoOnAsync(page, "complete-reached");
            await page.Keyboard.TypeAsync("1");
            await GoOnAsync(page, "complete-note");
            await page.Keyboard.TypeAsync("祖母在家");
            foreach (var heading in new[] { "study", "life", "mood", "friends", "health", "seen-1" })
                await GoOnAsync(page, $"complete-{heading}");
            await page.Keyboard.TypeAsync("12");
            (await page.InputValueAsync("#complete-seen-1")).ShouldBe("withdrawn");
            await GoOnAsync(page, "complete-severity-1");
            await page.Keyboard.TypeAsync("2");
            (await page.InputValueAsync("#complete-severity-1")).ShouldBe("2");
            await page.Keyboard.PressAsync("Control+Enter");
            await page.ArriveAsync("*entered=*");
            (await page.InnerTextAsync(".done")).ShouldContain(code);
        }

        await page.ShouldHaveFocusAsync("code");
        await page.Keyboard.TypeAsync(codes[0]);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("*code=*");
        (await page.InnerTextAsync("#refusal")).ShouldContain("visit.entered");
        await page.ShouldHaveFocusAsync("code");
    }

    [BrowserFact]
    public async Task Without_script_figures_choose_too_Enter_in_a_line_sends_nothing_and_the_record_says_whose_paper_it_was()
    {
        var signedIn = await site.SignInAsync("counselor");
        var code = (await CodesAsync(signedIn, 3))[^1];
        await using var context = await site.Browser.NewContextAsync(new()
        {
            BaseURL = site.Address, Locale = "zh-CN", JavaScriptEnabled = false, StorageState = await signedIn.Context.StorageStateAsync(),
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/visits/entry?code={code}");
        var child = await page.Locator("main p strong").Nth(1).InnerTextAsync();
        await page.FillAsync("#complete-on", "2026-03-18");
        await page.Locator("#complete-reached").FocusAsync();
        await page.Keyboard.TypeAsync("2");
        (await page.InputValueAsync("#complete-reached")).ShouldBe("no");
        await page.Locator("#complete-study").PressAsync("Enter");
        page.Url.ShouldContain("code=");
        await page.Locator("#complete button.primary").PressAsync("Enter");
        await page.ArriveAsync("*entered=*");

        await page.GotoAsync($"/visits/entry?code={code}");
        (await page.Locator("#complete-on").CountAsync()).ShouldBe(1, "nobody was met: it is still to be done");
        await page.GotoAsync("/children?q=" + Uri.EscapeDataString(child));
        await page.Locator("table a.name").First.FollowAsync();
        (await page.Locator(".timeline .said").AllInnerTextsAsync()).ShouldContain(said => said.Contains("的纸质家访表录入", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task A_mistyped_code_is_refused_and_stays_to_be_mended()
    {
        var page = await site.SignInAsync("teacher", "en-US", 360);
        await page.GotoAsync("/visits/entry");
        await page.ShouldHaveFocusAsync("code");
        await page.Keyboard.TypeAsync("2222-2223");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("*code=*");
        (await page.InnerTextAsync("#refusal")).ShouldContain("visit.code-mistyped");
        (await page.InputValueAsync("#code")).ShouldBe("2222-2223");
        await page.ShouldBeSoundAsync("entry-refused-en-360");
    }

    [BrowserTheory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en-US", 360)]
    public async Task Each_child_is_one_page_of_paper_without_menu_level_or_flag(string language, int width)
    {
        var page = await site.SignInAsync("counselor", language, width);
        var code = (await CodesAsync(page, 1))[0];
        await page.ShouldBeSoundAsync($"sheets-{language[..2]}-{width}");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Locator("header.site").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("main .level, main .tag").CountAsync()).ShouldBe(0);
        await page.EvaluateAsync("document.querySelector('.sheet').after(document.querySelector('.sheet').cloneNode(true))");
        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true });
        PageOfPdf().Count(Encoding.Latin1.GetString(paper)).ShouldBe(await page.Locator(".sheet").CountAsync());

        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.GotoAsync($"/visits/entry?code={code}");
        await page.ShouldBeSoundAsync($"entry-{language[..2]}-{width}");
        var visit = (await (await page.Context.APIRequest.GetAsync($"/api/v1/visits/{code}")).JsonAsync())!.Value;
        await page.GotoAsync($"/tasks/{visit.GetProperty("child").GetGuid()}/{visit.GetProperty("task").GetProperty("no").GetInt32()}");
        await page.ClickAsync("a[href$='/sheet']");
        await page.ArriveAsync("*/sheet");
        (await page.InnerTextAsync(".sheet-code strong")).ShouldBe(code);
        await page.ShouldBeSoundAsync($"sheet-{language[..2]}-{width}");
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageOfPdf();

    private static async Task GoOnAsync(IPage page, string to)
    {
        await page.Keyboard.PressAsync("Enter");
        await page.ShouldHaveFocusAsync(to);
    }

    /// <summary>So many codes of visits in this week and the next, whoever goes; the page then shows the last of them.</summary>
    private static async Task<IReadOnlyList<string>> CodesAsync(IPage page, int count)
    {
        List<string> codes = [];
        await page.GotoAsync("/visits/sheets");
        var staff = await page.Locator("#who option").EvaluateAllAsync<string[]>("options => options.map(o => o.value)");
        foreach (var (from, who) in new[] { "2026-03-16", "2026-03-23" }.SelectMany(from => staff.Select(who => (from, who))))
        {
            await page.GotoAsync($"/visits/sheets?from={from}&who={who}");
            codes.AddRange((await page.Locator(".sheet-code strong").AllInnerTextsAsync()).Except(codes));
            if (codes.Count >= count)
                return [.. codes.Take(count)];
        }

        throw new InvalidOperationException($"the demonstration has {codes.Count} visits only");
    }
}
