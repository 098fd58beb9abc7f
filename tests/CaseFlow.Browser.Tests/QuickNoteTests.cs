using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>A note by keyboard alone, with and without script.</summary>
[Collection(DemonstrationSchoolTests.Name)]
public sealed class QuickNoteTests(DemonstrationSite site)
{
    [BrowserFact]
    public async Task From_the_list_of_the_day_two_keys_lead_to_the_line_and_Enter_saves()
    {
        var page = await site.SignInAsync("counselor");
        await page.GotoAsync("/today");
        await page.Locator("table.cases tbody a.name").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("*/cases/*");
        await PressAltNAsync(page);
        await page.ShouldHaveFocusAsync("quick-line");
        await page.Keyboard.TypeAsync("d 祖母说一切都好");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("*/cases/*noted=1");
        await page.ShouldHaveFocusAsync("quick-line");
        (await page.InnerTextAsync(".timeline li:first-child .said")).ShouldBe("与监护人通电话：祖母说一切都好");
        await page.ShouldBeSoundAsync("quick-note-zh-1280");
    }

    [BrowserTheory]
    [InlineData("zh-CN")]
    [InlineData("en-US")]
    public async Task From_the_search_one_key_leads_to_the_line_of_the_first_child_without_script_too(string language)
    {
        var signedIn = await site.SignInAsync("counselor", language, 360);
        await using var context = await site.Browser.NewContextAsync(new()
        {
            BaseURL = site.Address, Locale = language, JavaScriptEnabled = false, StorageState = await signedIn.Context.StorageStateAsync(),
            ViewportSize = new() { Width = 360, Height = 740 },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/children");
        await page.Locator("#q").FocusAsync();
        await page.Keyboard.TypeAsync("w");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("*q=w");
        await PressAltNAsync(page);
        await page.ArriveAsync("*note=1");
        await page.ShouldHaveFocusAsync("quick-line");
        await page.Keyboard.TypeAsync("t laughed a lot");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("*noted=1");
        (await page.Locator(".timeline .said").AllInnerTextsAsync()).ShouldContain(language == "zh-CN" ? "与孩子谈话：laughed a lot" : "talked with the child: laughed a lot");
    }

    [BrowserFact]
    public async Task What_cannot_be_saved_stays_in_the_line()
    {
        var page = await site.SignInAsync("teacher", "en-US");
        await page.GotoAsync("/children");
        await page.Locator("table a.name").First.ClickAsync();
        await page.FillAsync("#quick-line", "d ：");
        await page.Locator("#quick-line").PressAsync("Enter");
        (await page.InnerTextAsync("#refusal")).ShouldContain("text.missing");
        (await page.InputValueAsync("#quick-line")).ShouldBe("d ：");
    }

    /// <summary>As a keyboard does it: the browser looks for an access key by the letter without its modifier, which the usual call leaves out.</summary>
    private static async Task PressAltNAsync(IPage page)
    {
        const int alt = 1;
        var keyboard = await page.Context.NewCDPSessionAsync(page);
        await keyboard.SendAsync("Input.dispatchKeyEvent", new()
        {
            ["type"] = "keyDown", ["modifiers"] = alt, ["key"] = "n", ["code"] = "KeyN", ["windowsVirtualKeyCode"] = 78, ["unmodifiedText"] = "n", ["text"] = "n",
        });
        await keyboard.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["modifiers"] = alt, ["key"] = "n", ["code"] = "KeyN", ["windowsVirtualKeyCode"] = 78 });
    }
}
