using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

public sealed class LimitTests
{
    private static readonly Facts Many = new() { Marks = [.. Enumerable.Range(0, 1100)] };

    [Fact]
    public void A_text_longer_than_the_limit_is_refused()
    {
        Facts.Issue(new string(' ', CelLimits.TextLength) + "1").Message.ShouldBe("the expression has 20001 characters");
        Facts.Evaluate<long>(new string(' ', CelLimits.TextLength - 1) + "1").ShouldBe(1);
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "1", "]")]
    [InlineData("-", "age", "")]
    [InlineData("!", "true", "")]
    [InlineData("1 + ", "1", "")]
    [InlineData("true ? 1 : ", "1", "")]
    [InlineData("size(", "'a'", ")")]
    [InlineData("true && ", "true", "")]
    [InlineData("{1: ", "1", "}")]
    [InlineData("", "items", "[0]")]
    [InlineData("[1].map(x, ", "1", ")")]
    public void Nesting_beyond_the_limit_is_refused_and_does_not_overflow_the_stack(string open, string inner, string close)
    {
        var text = Repeat(open, 1500) + inner + Repeat(close, 1500);

        Facts.Issue(text).Message.ShouldStartWith("the expression nests deeper than 250 levels");
    }

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("1 + ", "1", "")]
    [InlineData("[1].map(x, ", "1", ")[0]")]
    [InlineData("1 / age > 0 && ", "true", "")]
    [InlineData("(1 / age > 0 || ", "true", ")")]
    public void Nesting_that_people_write_compiles_and_evaluates(string open, string inner, string close)
    {
        Facts.Evaluate<object?>(Repeat(open, 60) + inner + Repeat(close, 60)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("marks.all(a, marks.all(b, a + b >= 0))")]
    [InlineData("size(marks.filter(a, marks.exists(b, a + b < 0))) == 0")]
    [InlineData("marks.all(a, marks.exists_one(b, b == 1)) || true")]
    [InlineData("marks.exists(a, size(marks.map(b, b)) == 0)")]
    [InlineData("marks.all(a, a in marks)")]
    [InlineData("marks.all(a, marks == marks)")]
    [InlineData("marks.all(a, size(marks + marks) > 0)")]
    [InlineData("marks.map(a, marks.map(b, marks)).size() > 0")]
    public void Costly_evaluations_are_stopped_and_nothing_absorbs_that(string text)
    {
        var error = Should.Throw<CelEvaluationException>(() => Facts.Evaluate<bool>(text, Many));

        error.IsLimit.ShouldBeTrue();
        error.Message.ShouldBe("the evaluation costs more than 1000000 steps");
    }

    [Fact]
    public void Strings_cannot_grow_without_end()
    {
        var scope = Facts.Scope;
        for (var i = 0; i < 12; i++)
            scope = scope.WithDefinition("s", CelExpression.Parse(i == 0 ? "name + name" : "s + s", scope));

        var size = CelExpression.Parse("size([s].map(t, t + t + t + t + t + t)[0])", scope).Compile<Facts, long>();

        Should.Throw<CelEvaluationException>(() => size(new Facts { Name = "Li Wei Ming" })).IsLimit.ShouldBeTrue();
    }

    [Fact]
    public void A_pattern_that_would_backtrack_for_longer_than_the_sun_shines_ends()
    {
        Facts.Evaluate<bool>("name.matches('^(a+)+$')", new Facts { Name = new string('a', 50_000) + "!" }).ShouldBeFalse();
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
