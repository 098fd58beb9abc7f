using CaseFlow.Engine.Signals;
using CaseFlow.Web.Visits;

namespace CaseFlow.Web.Tests.Visits;

public sealed class VisitQuestionsTests
{
    [Fact]
    public void Every_kind_of_observation_has_two_figures_of_its_own_in_order()
    {
        VisitQuestions.Kinds.Select(k => k.Value).ShouldBe(ObservationKinds.All);
        var numbers = VisitQuestions.Kinds.Select(k => k.Words.En.Split(' ')[0]).ToList();
        numbers.ShouldAllBe(n => n.Length == 2);
        numbers.ShouldBe(numbers.Distinct().Order(StringComparer.Ordinal));
        numbers[0].ShouldBe("11");
    }

    [Fact]
    public void Questions_count_on_from_the_date_to_what_was_seen() =>
        new[] { VisitQuestions.Date, VisitQuestions.Reached, VisitQuestions.Found }.Concat(VisitQuestions.Headings.Select(h => h.Words))
            .Select(w => w.Zh.Split(' ')[0]).ShouldBe(["1", "2", "3", "4", "5", "6", "7", "8"]);
}
