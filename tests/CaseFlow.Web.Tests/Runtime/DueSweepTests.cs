using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.TestSchools;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Runtime;

/// <summary>A sweep gets to everybody.</summary>
public sealed class DueSweepTests
{
    [Fact]
    public async Task A_child_whose_due_rows_never_go_away_is_reported_and_keeps_nobody_waiting()
    {
        using var installation = new TestInstallation();
        using var files = new TempFolder();
        var school = RandomSchool.Make(7, RandomSchoolSize.Tiny);
        SchoolFiles.Write(school, files.Path);
        (await installation.ImportAsync(files.Path)).Ok.ShouldBeTrue();
        var day = RandomSchool.InterestingDays(school).Order().Last(d => PlainRules.Screen(school, d).Levels.Values.Any(l => l >= 2));
        await installation.ScreenAsync(day);
        var now = installation.Runtime.Now.AddYears(1);
        using var db = installation.Open();
        var waiting = await db.DueItems.AsNoTracking().Where(d => d.DueAt <= now).Select(d => d.ChildId).Distinct().CountAsync();
        waiting.ShouldBeGreaterThan(0);
        var stuck = await db.Children.Where(c => !db.DueItems.Any(d => d.ChildId == c.Id)).Select(c => c.Id).FirstAsync();
        db.AddRange(Enumerable.Range(1, 300).Select(n => new DueItem { SchoolId = db.SchoolId, ChildId = stuck, Key = $"nothing-{n}", DueAt = now.AddYears(-20) }));
        await db.SaveChangesAsync();

        var report = await new DueSweep(installation.Runtime).RunAsync(now);

        report.Failed.Select(f => f.Child).ShouldBe([stuck]);
        report.Children.ShouldBe(waiting + 1);
        (await db.DueItems.AnyAsync(d => d.DueAt <= now && d.ChildId != stuck)).ShouldBeFalse();
    }
}
