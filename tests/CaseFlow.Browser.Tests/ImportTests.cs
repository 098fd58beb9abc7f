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
        await page.Locator("#write button").FollowAsync();
        (await page.InnerTextAsync(".done")).ShouldContain(written);

        await page.GotoAsync("/admin/import");
        (await page.InnerTextAsync("section[aria-labelledby=import-history]")).ShouldContain("classes.csv");
        await page.Locator("#screen button").FollowAsync();
        (await page.Locator(".done").CountAsync()).ShouldBe(1);
    }

    [BrowserTheory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en-US", 360)]
    public async Task A_register_and_a_grade_sheet_are_confirmed_once_and_then_written(string language, int width)
    {
        var page = await site.SignInAsync("admin", language, width);
        var (students, register, grades) = (
            File("students.csv", $"学号,姓名,性别,班级\nW{width}1,王小禾,女,七年级{width}班\nW{width}2,林 田,男,七年级{width}班\n"),
            File("3月.csv", $"七年级{width}班 2026年3月考勤表\n√出勤 ×缺课 ○请假\n序号,姓名,2,3,4,5,6,加{width}\n1,王小禾,√,×,√,■,√,\n2,林田,√,√,√,○,√,\n"),
            File("期中.csv", $"七年级{width}班摸底{width}考试 2026年3月5日\n学号,姓名,语文,数学,总分,名次,加{width}\nW{width}1,王小禾,90,80,170,1,\nW{width}2,林田,缺考,70,70,2,\n"));
        await LookAsync(page, students, register, grades);
        await page.ShouldBeSoundAsync($"import-sheets-{language}-{width}");
        (await page.Locator("section[aria-labelledby=import-sheets] .tag").CountAsync()).ShouldBe(2);

        await page.ClickAsync("section[aria-labelledby=import-sheets] a >> nth=0");
        await page.ShouldBeSoundAsync($"sheet-register-{language}-{width}");
        await page.SelectOptionAsync("select[name=mark-2]", "Late");
        await page.ClickAsync("#map button");
        await page.ClickAsync("section[aria-labelledby=import-sheets] a >> nth=1");
        await page.ShouldBeSoundAsync($"sheet-grades-{language}-{width}");
        await page.FillAsync("#map-exam", "");
        await page.EvaluateAsync("document.querySelector('#map').noValidate = true");
        await page.ClickAsync("#map button");
        (await page.InnerTextAsync("#refusal")).ShouldContain("import.sheet-gaps");
        await page.FillAsync("#map-exam", $"摸底{width}");
        await page.ClickAsync("#map button");

        await page.ShouldBeSoundAsync($"import-sheets-confirmed-{language}-{width}");
        (await page.Locator("section[aria-labelledby=import-sheets] .tag").CountAsync()).ShouldBe(0);
        await page.Locator("#write button").FollowAsync();
        (await page.Locator(".done").CountAsync()).ShouldBe(1);

        await LookAsync(page, File("4月.csv", $"七年级{width}班 2026年4月考勤表\n序号,姓名,1,2,3,7,8,9,加{width}\n1,王小禾,√,■,√,√,√,×,\n"));
        (await page.Locator("section[aria-labelledby=import-sheets] .tag").CountAsync()).ShouldBe(0, "remembered");
        (await page.Locator("#write button").CountAsync()).ShouldBe(1);
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) };

    private static async Task LookAsync(IPage page, params FilePayload[] files)
    {
        await page.GotoAsync("/admin/import");
        await page.SetInputFilesAsync("#import-files", files);
        await page.ClickAsync("#look button");
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
