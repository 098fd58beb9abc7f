using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Browser.Tests;

/// <summary>What class teachers and helpers do in the class room and in passing.</summary>
[Collection(DemonstrationSchoolTests.Name)]
public sealed class FieldTests(DemonstrationSite site)
{
    private const int Pupils = 45;

    [BrowserTheory]
    [InlineData("zh-CN", 1280)]
    [InlineData("en-US", 360)]
    public async Task The_register_of_45_pupils_is_marked_with_a_key_each_and_no_other(string language, int width)
    {
        await FillTheClassAsync();
        var page = await site.SignInAsync("teacher", language, width);
        await page.GotoAsync("/register");
        var lines = page.Locator("[data-register] > li");
        var count = await lines.CountAsync();
        count.ShouldBe(Pupils);
        await lines.First.Locator("input:checked").FocusAsync();
        for (var i = 0; i < count; i++)
            await page.Keyboard.PressAsync(KeyOf(i));
        (await page.InnerTextAsync("#tally")).ShouldContain("△");
        await page.ShouldBeSoundAsync($"register-marked-{language[..2]}-{width}");
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("*/register?saved=1");
        for (var i = 0; i < count; i++)
            (await lines.Nth(i).Locator("input:checked").GetAttributeAsync("value")).ShouldBe(ValueOf(KeyOf(i)), $"pupil {i}");
    }

    [BrowserFact]
    public async Task Initials_jump_to_a_pupil_and_arrows_go_on()
    {
        await FillTheClassAsync();
        var page = await site.SignInAsync("teacher");
        await page.GotoAsync("/register");
        await page.Locator("[data-register] > li").First.Locator("input:checked").FocusAsync();
        foreach (var key in new[] { "o", "y", "l" })
            await page.Keyboard.PressAsync(key);
        (await page.Locator("li.current").GetAttributeAsync("data-name")).ShouldBe("欧阳吕");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("4");
        (await page.Locator("li[data-name='欧阳吕'] input:checked").GetAttributeAsync("value")).ShouldBe("Excused");
        await page.Keyboard.PressAsync("End");
        (await page.EvaluateAsync<bool>("document.querySelector('[data-register]').lastElementChild.contains(document.activeElement)")).ShouldBeTrue();
    }

    [BrowserTheory]
    [InlineData("zh-CN", "teacher")]
    [InlineData("en-US", "helper")]
    public async Task An_observation_takes_three_taps_from_my_children(string language, string user)
    {
        var page = await site.SignInAsync(user, language, 360);
        await page.GotoAsync("/children");
        await page.ShouldBeSoundAsync($"children-{user}-{language[..2]}-360");
        var taps = 0;
        async Task TapAsync(string what)
        {
            taps++;
            await page.Locator(what).First.ClickAsync();
        }

        await TapAsync("a[href$='/observe']");
        await page.ShouldBeSoundAsync($"observe-{language[..2]}-360");
        await TapAsync("label.pick:has(input[value=quarrel])");
        await TapAsync("#observe button.primary");
        taps.ShouldBe(3);
        await page.ArriveAsync("*/children?recorded=*");
        await page.Locator(".done").WaitForAsync();
    }

    [BrowserFact]
    public async Task Nobody_records_of_a_child_that_is_not_theirs()
    {
        using var db = site.App.Services.GetRequiredService<CareRuntime>().Open();
        var me = HelperOf();
        var other = await db.Children.FirstAsync(c => c.HelperId != me && !db.Tasks.Any(t => t.ChildId == c.Id && t.AssigneeId == me)
            && !db.Classes.Any(r => r.Id == c.ClassId && r.ClassTeacherId == me));
        var page = await site.SignInAsync("helper");
        (await page.GotoAsync($"/children/{other.Id.Value}/observe"))!.Status.ShouldBe(404);
        (await page.ContentAsync()).ShouldNotContain(other.Name);
    }

    private StaffId HelperOf()
    {
        using var accounts = site.App.Services.GetRequiredService<CaseFlow.Web.Setup.Databases>().OpenAccounts();
        return accounts.Users.Single(a => a.UserName == "helper").Staff;
    }

    /// <summary>Fills the teacher's class up to 45 pupils.</summary>
    private async Task FillTheClassAsync()
    {
        using var db = site.App.Services.GetRequiredService<CareRuntime>().Open();
        using var accounts = site.App.Services.GetRequiredService<CaseFlow.Web.Setup.Databases>().OpenAccounts();
        var teacher = (await accounts.Users.SingleAsync(a => a.UserName == "teacher")).Staff;
        var room = await db.Classes.Where(c => c.ClassTeacherId == teacher).OrderBy(c => c.Name).FirstAsync();
        var today = new DateOnly(2026, 3, 18);
        var there = await db.Children.CountAsync(c => c.ClassId == room.Id && (c.LeftOn == null || c.LeftOn > today));
        for (var no = there; no < Pupils; no++)
        {
            db.Children.Add(new Child
            {
                Id = new ChildId(Guid.CreateVersion7()),
                SchoolId = db.SchoolId,
                StudentNo = $"Z{no:000}",
                Name = no == Pupils - 2 ? "欧阳吕" : "王新生",
                ClassId = room.Id,
            });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>Every ninth pupil is absent, every seventh late, the rest there.</summary>
    private static string KeyOf(int pupil) => pupil % 9 == 3 ? "2" : pupil % 7 == 2 ? "3" : "1";

    private static string ValueOf(string key) => key switch { "2" => "Absent", "3" => "Late", _ => "present" };
}
