using System.Text;
using Microsoft.Playwright;

namespace CaseFlow.Browser.Tests;

/// <summary>The administrator brings files in: sees first what would change, and nothing is written before.</summary>
[Collection(DemonstrationSchoolTests.Name)]
public sealed class ImportTests(DemonstrationSite site)
{
    [BrowserTheory]
    [InlineData("zh-CN", 1280, "新增", "已写入")]
    [InlineData("en-US", 360, "New", "Written")]
    public async Task Files_are_looked_at_and_then_written(string language, int width, string added, string written)
    {
        var room = $"新建{width}班";
        var page = await site.SignInAsync("admin", language, width);
        await page.GotoAsync("/admin/import");
        await page.SetInputFilesAsync("#import-files",
        [
            new FilePayload { Name = "classes.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"班级,年级\n{room},一年级\n") },
            new FilePayload { Name = "attendance.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("student_no,date,mark\nS001,2026-03-02,nonsense\n") },
        ]);
        await page.ClickAsync("#look button");

        (await page.InnerTextAsync("main")).ShouldContain(added);
        (await page.InnerTextAsync("section[aria-labelledby=import-problems]")).ShouldContain("nonsense");
        await page.ShouldBeSoundAsync($"import-preview-{language}-{width}");
        await page.ReloadAsync(); // still only looked at
        await page.ClickAsync("#write button");
        (await page.InnerTextAsync(".done")).ShouldContain(written);

        await page.GotoAsync("/admin/import");
        (await page.InnerTextAsync("section[aria-labelledby=import-history]")).ShouldContain("classes.csv");
        await page.ClickAsync("#screen button");
        (await page.Locator(".done").CountAsync()).ShouldBe(1);
    }

    [BrowserFact]
    public async Task What_is_left_is_gone()
    {
        var page = await site.SignInAsync("admin");
        await page.GotoAsync("/admin/import");
        await page.SetInputFilesAsync("#import-files", new FilePayload { Name = "calendar.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes("date,kind\n2026-05-01,holiday\n") });
        await page.ClickAsync("#look button");
        var looked = page.Url;
        await page.ClickAsync("#leave button");

        (await page.GotoAsync(looked))!.Status.ShouldBe(404);
    }
}
