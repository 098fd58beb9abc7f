using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

public sealed class EvaluationTests
{
    private static readonly Facts Pupil = new()
    {
        Age = 9,
        Points = 40,
        Score = 2.5,
        Exam = new Exam { Previous = true, AgeDays = 3, FallTenths = 400, Percentile = 12 },
        Items = [new("a", 1), new("b", 5, 2), new("a", 9, 3) { Words = ["alone", "sad"] }],
        Marks = [60, 72, 88],
        Tags = ["x", "y"],
    };

    [Theory]
    [InlineData("exam.previous && exam.ageDays <= 60 && exam.fallTenths >= 20 * 10", true)]
    [InlineData("age + 1 == 10", true)]
    [InlineData("points > age", true)]
    [InlineData("score * 2.0 == 5.0", true)]
    [InlineData("name == 'Li' && name.startsWith('L') && size(name) == 2", true)]
    [InlineData("items.exists(i, i.kind == 'b')", true)]
    [InlineData("items.all(i, i.daysAgo < 9)", false)]
    [InlineData("items.exists_one(i, i.kind == 'a')", false)]
    [InlineData("size(items.filter(i, i.kind == 'a')) == 2", true)]
    [InlineData("items.filter(i, i.kind == 'a').size() == 2", true)]
    [InlineData("items.map(i, i.daysAgo) == [1, 5, 9]", true)]
    [InlineData("items.map(i, i.kind == 'a', i.daysAgo * 2) == [2, 18]", true)]
    [InlineData("items[2].words[1] == 'sad'", true)]
    [InlineData("items.exists(i, i.words.exists(w, w == 'alone'))", true)]
    [InlineData("items.filter(i, has(i.level)).map(i, i.level) == [2, 3]", true)]
    [InlineData("marks[0] + marks[1] == 132", true)]
    [InlineData("72 in marks && !(73 in marks) && 'x' in tags", true)]
    [InlineData("marks == [60, 72, 88]", true)]
    [InlineData("tags + ['z'] == ['x', 'y', 'z']", true)]
    [InlineData("marks.map(m, m / 10).filter(m, m > 6) == [7, 8]", true)]
    [InlineData("(isBoarder ? 'boards' : 'at home') == 'at home'", true)]
    [InlineData("exam.percentile < 20 && has(exam.percentile) && !has(exam.subject)", true)]
    [InlineData("dyn(exam).fallTenths == 400 && has(dyn(exam).percentile)", true)]
    [InlineData("[1, 'a', exam].size() == 3", true)]
    [InlineData("size(dyn([1, 2])) == 2 && dyn([1, 2]) == [1, 2] && 1.0 in dyn([1, 2])", true)]
    [InlineData("{'a': age}['a'] == 9", true)]
    [InlineData("items.filter(i, i.daysAgo > 1).exists(i, i.kind == 'a')", true)]
    [InlineData("items.filter(i, i.daysAgo > 1).filter(i, i.kind == 'b').size() == 1", true)]
    [InlineData("items.map(i, i.daysAgo).filter(d, d > 1) == [5, 9]", true)]
    [InlineData("items.map(i, i.kind == 'a', i.daysAgo).exists(d, d == 5)", false)]
    [InlineData("items.map(i, i.words).filter(w, size(w) > 0).all(w, w[0] == 'alone')", true)]
    [InlineData("items.filter(i, items.filter(j, j.kind == i.kind).exists(j, j.daysAgo > i.daysAgo)).size() == 1", true)]
    [InlineData("(isBoarder ? items : items.filter(i, i.kind == 'b')).size() == 1", true)]
    [InlineData("([marks] + [marks])[1][2] == 88 && [marks] + [marks] == [[60, 72, 88], [60, 72, 88]]", true)]
    [InlineData("dyn([marks])[0][0] == 60 && {'m': [marks]}.m[0] == marks && [marks] in [[marks]]", true)]
    [InlineData("[[1, 2], marks].exists(l, l == [60, 72, 88])", true)]
    [InlineData("[[[[[marks]]]]][0][0][0][0][0][2] == 88 && [[[[[age]]]]].map(l, l[0][0][0][0])[0] == 9", true)]
    [InlineData("type(items) == list && type(exam) != list && type(age) == int", true)]
    [InlineData("{'a': items}.a[0].kind == 'a'", true)]
    public void Facts_are_selected_compared_and_gone_through(string text, bool expected)
    {
        Facts.Evaluate<bool>(text, Pupil).ShouldBe(expected);
    }

    [Fact]
    public void A_result_comes_in_the_type_that_is_asked_for()
    {
        Facts.Evaluate<long>("age * 2", Pupil).ShouldBe(18);
        Facts.Evaluate<string>("name + '!'", Pupil).ShouldBe("Li!");
        Facts.Evaluate<double>("score", Pupil).ShouldBe(2.5);
        Facts.Evaluate<object?>("age", Pupil).ShouldBe(9L);
        Facts.Evaluate<IReadOnlyList<Note>>("items.filter(i, i.kind == 'a')", Pupil)
            .Select(item => item.DaysAgo).ShouldBe([1, 9]);
        Facts.Evaluate<IReadOnlyList<string>>("items.map(i, i.kind)", Pupil).ShouldBe(["a", "b", "a"]);
        Facts.Evaluate<IReadOnlyList<long>>("marks", Pupil).ShouldBe([60, 72, 88]);
    }

    [Fact]
    public void Lists_of_every_kind_can_be_gone_through()
    {
        Note[] notes = [new("a", 1), new("b", 2)];
        foreach (IReadOnlyList<Note> items in new IReadOnlyList<Note>[] { notes, notes.ToList(), notes.ToList().AsReadOnly() })
            Facts.Evaluate<bool>("items.exists(i, i.daysAgo == 2)", new Facts { Items = items }).ShouldBeTrue();
    }

    [Fact]
    public void Facts_can_be_given_by_name()
    {
        var variables = new Dictionary<string, object?> { ["age"] = 9, ["exam"] = Pupil.Exam, ["items"] = Pupil.Items };

        CelExpression.Parse("age == 9 && exam.fallTenths == 400 && items[1].kind == 'b'", Facts.Scope)
            .Evaluate(variables).ShouldBe(true);
    }

    [Theory]
    [InlineData("guardian", "guardian has no value")]
    [InlineData("exam.subject", "exam.subject has no value (test it with has)")]
    [InlineData("string(exam.percentile)", "exam.percentile has no value (test it with has)")]
    [InlineData("retake.subject", "retake has no value")]
    [InlineData("exam.remark.kind", "exam.remark has no value (test it with has)")]
    [InlineData("string(has(exam.remark.level))", "exam.remark has no value (test it with has)")]
    public void Selecting_a_value_that_is_not_set_is_an_error_that_names_it(string text, string message)
    {
        Should.Throw<CelEvaluationException>(() => Facts.Evaluate<string>(text)).Message.ShouldBe(message);
    }

    [Fact]
    public void A_value_that_is_not_set_can_be_tested_for()
    {
        Facts.Evaluate<bool>("has(exam.subject)").ShouldBeFalse();
        Facts.Evaluate<bool>("has(exam.fallTenths)").ShouldBeTrue();
        Facts.Evaluate<bool>("has(exam.percentile) ? exam.percentile > 0 : false").ShouldBeFalse();
    }

    [Theory]
    [InlineData("9223372036854775807 + points", "the result is outside of the range of int")]
    [InlineData("1 / points", "division by zero")]
    [InlineData("1 % points", "division by zero")]
    [InlineData("marks[3]", "the index 3 is outside of a list of 0")]
    [InlineData("{'a': 1}[name]", "no such key: Li")]
    [InlineData("int(name)", "'Li' cannot be converted to int")]
    [InlineData("timestamp('2009-02-13T23:31:30Z').getHours(name)", "there is no time zone 'Li'")]
    public void An_expression_without_a_value_says_why(string text, string message)
    {
        var facts = new Facts { Points = text.StartsWith('9') ? 1 : 0 };

        Should.Throw<CelEvaluationException>(() => Facts.Evaluate<object?>(text, facts)).Message.ShouldStartWith(message);
    }
}
