using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

public sealed class AbsorptionTests
{
    [Theory]
    [InlineData("false && 1 / points > 0", false)]
    [InlineData("1 / points > 0 && false", false)]
    [InlineData("true || 1 / points > 0", true)]
    [InlineData("1 / points > 0 || true", true)]
    [InlineData("1 / points > 0 && 2 / points > 0 && isBoarder", false)]
    [InlineData("(1 / points > 0 || 2 / points > 0) || !isBoarder", true)]
    [InlineData("!(1 / points > 0 && false)", true)]
    [InlineData("isBoarder ? 1 / points > 0 : true", true)]
    [InlineData("marks.exists(m, 10 / m == 5)", true)]
    [InlineData("marks.all(m, 10 / m == 5)", false)]
    [InlineData("exam.percentile > 3 || age > 3", true)]
    [InlineData("age + (1 / points > 0 || true ? 1 : 2) == 13", true)]
    [InlineData("size(marks.filter(m, 1 / m > 5 || true)) == 3", true)]
    public void The_side_that_decides_absorbs_the_error_of_the_other(string text, bool expected)
    {
        Facts.Evaluate<bool>(text, new Facts { Marks = [0, 2, 3] }).ShouldBe(expected);
    }

    [Theory]
    [InlineData("true && 1 / points > 0")]
    [InlineData("1 / points > 0 && true")]
    [InlineData("false || 1 / points > 0")]
    [InlineData("1 / points > 0 || false")]
    [InlineData("1 / points > 0 ? true : true")]
    [InlineData("marks.exists(m, 10 / m == 100)")]
    [InlineData("marks.all(m, 10 / m < 100)")]
    [InlineData("marks.exists_one(m, 10 / m == 5)")]
    [InlineData("size(marks.filter(m, 10 / m == 5)) == 1")]
    [InlineData("marks.filter(m, 10 / m > 1).exists(m, m == 2)")]
    [InlineData("[2, 0].filter(m, 10 / m > 1).exists(m, m == 2)")]
    [InlineData("[2, 0].map(m, 10 / m).exists(m, m == 5)")]
    public void An_error_stays_where_nothing_else_decides(string text)
    {
        Should.Throw<CelEvaluationException>(() => Facts.Evaluate<bool>(text, new Facts { Marks = [0, 2, 3] }))
            .Message.ShouldBe("division by zero");
    }
}
