using CaseFlow.Engine.Children;
using CaseFlow.Engine.Signals;
using CaseFlow.Web.Access;
using CaseFlow.Web.Pages.Children;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Pages;

/// <summary>Children whom nobody saw for longest.</summary>
public sealed class UnseenTests
{
    private static readonly DateOnly Today = new(2026, 3, 18);

    [Fact]
    public async Task Who_was_never_seen_comes_first_and_a_telephone_call_is_no_seeing()
    {
        using var installation = new TestInstallation();
        using var db = installation.Open();
        var (room, counselor, helper) = (new ClassId(Ids.Next()), new StaffId(Ids.Next()), new StaffId(Ids.Next()));
        db.Add(new Engine.Children.ClassRoom { Id = room, SchoolId = db.SchoolId, Name = "三(1)班" });
        foreach (var (no, left) in new[] { ("S1", LeftBehind.Both), ("S2", LeftBehind.Both), ("S3", LeftBehind.Father), ("S4", LeftBehind.Both), ("S5", LeftBehind.None) })
            db.Add(new Engine.Children.Child { Id = new ChildId(Ids.Next()), SchoolId = db.SchoolId, StudentNo = no, Name = no, ClassId = room, LeftBehind = left, HelperId = no == "S3" ? helper : null });
        await db.SaveChangesAsync();
        var ids = await db.Children.ToDictionaryAsync(c => c.StudentNo, c => c.Id);
        db.Add(new Observation { Id = Ids.Next(), SchoolId = db.SchoolId, ChildId = ids["S1"], Date = Today.AddDays(-3), Kind = "anxious", Severity = 1, RecordedNo = 1 });
        db.Add(new Contact { Id = Ids.Next(), SchoolId = db.SchoolId, ChildId = ids["S3"], Date = Today.AddDays(-40), By = "visit", RecordedNo = 2 });
        db.Add(new Contact { Id = Ids.Next(), SchoolId = db.SchoolId, ChildId = ids["S3"], Date = Today.AddDays(-1), By = "phone", RecordedNo = 3 });
        db.Add(new Contact { Id = Ids.Next(), SchoolId = db.SchoolId, ChildId = ids["S4"], Date = Today.AddDays(-9), By = "visit", RecordedNo = 4 });
        await db.SaveChangesAsync();

        var all = await Unseen.LongestAsync(db, new SignedIn(counselor, new HashSet<string> { Roles.Counselor }), Today, 10);
        var mine = await Unseen.LongestAsync(db, new SignedIn(helper, new HashSet<string> { Roles.Helper }), Today, 10);

        all.Select(u => (u.StudentNo, u.SeenOn)).ShouldBe(
            [("S2", null), ("S3", Today.AddDays(-40)), ("S4", Today.AddDays(-9)), ("S1", Today.AddDays(-3))]);
        mine.Select(u => u.StudentNo).ShouldBe(["S3"], "a helper sees the own children only");
    }
}
