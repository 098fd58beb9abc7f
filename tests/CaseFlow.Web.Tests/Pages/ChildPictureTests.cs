using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Signals;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Pages;

public sealed class ChildPictureTests
{
    private static readonly DateOnly Day = new(2026, 3, 18);

    [Fact]
    public async Task The_places_that_are_drawn_are_those_that_the_rules_compare()
    {
        using var installation = new TestInstallation();
        using var db = installation.Open();
        var room = new Engine.Children.ClassRoom { Id = new ClassId(Ids.Next()), SchoolId = db.SchoolId, Name = "三(1)班" };
        db.Add(room);
        foreach (var (no, before, last) in new[] { ("S1", 95m, 60m), ("S2", 80m, 80m), ("S3", 70m, 90m) })
        {
            var child = new Engine.Children.Child { Id = new ChildId(Ids.Next()), SchoolId = db.SchoolId, StudentNo = no, Name = no, ClassId = room.Id };
            db.AddRange(child, Result(child, "期中", Day.AddDays(-60), before), Result(child, "期末", Day.AddDays(-9), last));
        }

        await db.SaveChangesAsync();
        var signals = new ClassSignals(db, await SchoolOnFile.WithoutLoadsAsync(installation.Runtime, db), Day);
        var first = await db.Children.SingleAsync(c => c.StudentNo == "S1");

        var places = await signals.PlacesOfAsync(room, first.Id, default);

        places.ShouldBe([new ExamPlace("期中", Day.AddDays(-60), 1, 3, 100), new ExamPlace("期末", Day.AddDays(-9), 3, 3, 0)]);
        var facts = (await signals.OfClassAsync(room, true, default)).Single(c => c.Child.Id == first.Id).Facts;
        facts.Exam.FallTenths.ShouldBe(1000, "the rules see the same fall");

        ExamResult Result(Engine.Children.Child child, string exam, DateOnly date, decimal score) => new()
        {
            SchoolId = db.SchoolId, ChildId = child.Id, SchoolYear = "2025-2026", Exam = exam, Subject = "语文", Revision = 1,
            Date = date, Score = score, FullScore = 100, IsCurrent = true, RecordedNo = 1,
        };
    }
}
