using CaseFlow.Engine.Runtime;
using CaseFlow.TestSchools;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Runtime;

/// <summary>One message a person and school day.</summary>
public sealed class DailyDigestTests
{
    [Fact]
    public async Task Whoever_has_something_waiting_gets_one_message_a_school_day_and_nobody_else_gets_any()
    {
        using var installation = new TestInstallation();
        using var files = new TempFolder();
        var school = RandomSchool.Make(7, RandomSchoolSize.Tiny);
        SchoolFiles.Write(school, files.Path);
        (await installation.ImportAsync(files.Path)).Ok.ShouldBeTrue();
        var day = RandomSchool.InterestingDays(school).Order().Last(d => PlainRules.Screen(school, d).Levels.Values.Any(l => l >= 2));
        await installation.ScreenAsync(day);
        using var db = installation.Open();
        var time = (await SchoolOnFile.LoadAsync(db, installation.Runtime.Zone)).Time;
        var morning = NextSchoolDay(day);
        installation.Clock.Now = time.StartOf(morning).AddHours(7);
        await new OutboxDelivery(installation.Runtime).RunAsync();
        var waiting = await db.Notices.Select(n => n.To).Distinct().CountAsync();
        waiting.ShouldBeGreaterThan(0);
        waiting.ShouldBeLessThan(await db.Staff.CountAsync(), "some have nothing to do");
        var digest = new DailyDigest(installation.Runtime);

        (await digest.RunAsync()).ShouldBe(waiting);
        (await digest.RunAsync()).ShouldBe(0, "the same day again sends nothing");

        await new OutboxDelivery(installation.Runtime).RunAsync();
        installation.Clock.Now = time.StartOf(NextSchoolDay(morning)).AddHours(7);
        (await digest.RunAsync()).ShouldBe(waiting);
        await new OutboxDelivery(installation.Runtime).RunAsync();
        (await db.Notices.CountAsync(n => n.Kind == DailyDigest.Kind && n.ReadAt == null)).ShouldBe(waiting, "the new one stands for the old");
        (await installation.VerifyAsync()).Ok.ShouldBeTrue();

        var holiday = Enumerable.Range(1, 60).Select(morning.AddDays).First(d => !time.Calendar.IsSchoolDay(d));
        installation.Clock.Now = time.StartOf(holiday).AddHours(7);
        (await digest.RunAsync()).ShouldBe(0);

        DateOnly NextSchoolDay(DateOnly after) => Enumerable.Range(1, 60).Select(after.AddDays).First(time.Calendar.IsSchoolDay);
    }
}
