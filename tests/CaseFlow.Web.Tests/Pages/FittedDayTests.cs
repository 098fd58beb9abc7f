using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Pages.Today;

namespace CaseFlow.Web.Tests.Pages;

public sealed class FittedDayTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "a")]
    [InlineData(2, "a")]
    [InlineData(3, "abc")]
    [InlineData(4, "abcd")]
    public void Tasks_fit_in_their_order_and_nothing_quicker_slips_in_before_what_no_longer_fits(int hours, string fits)
    {
        ListedTask[] tasks = [Task("a", TaskKind.Talk, 3), Task("b", TaskKind.HomeVisit, 3), Task("c", TaskKind.Call, 2), Task("d", TaskKind.HomeVisit, 2)];

        var day = FittedDay.Of(tasks, hours);

        string.Concat(day.Fits.Select(t => t.Child.StudentNo)).ShouldBe(fits);
        day.Fits.Concat(day.Beyond).ShouldBe(tasks);
        day.Minutes.ShouldBeLessThanOrEqualTo(hours * 60);
    }

    [Fact]
    public void An_emergency_is_never_below_the_line()
    {
        ListedTask[] tasks = [Task("a", TaskKind.Step, 4), Task("b", TaskKind.HomeVisit, 4), Task("c", TaskKind.Call, 3)];

        var day = FittedDay.Of(tasks, 0);

        string.Concat(day.Fits.Select(t => t.Child.StudentNo)).ShouldBe("ab");
        day.Beyond.ShouldHaveSingleItem().Child.StudentNo.ShouldBe("c");
    }

    private static ListedTask Task(string name, TaskKind kind, int level) => new(
        new Child { StudentNo = name, Name = name }, "", new TaskRow { Step = "", TitleZh = "", TitleEn = "", Kind = kind }, level, "", false, []);
}
