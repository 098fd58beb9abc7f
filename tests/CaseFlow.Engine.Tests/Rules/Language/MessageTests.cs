using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

public sealed class MessageTests
{
    private static readonly CelScope WithParams = Facts.Scope.WithConstant(
        "params", new Dictionary<string, object?> { ["days"] = 60, ["drop"] = 20L, ["kinds"] = new[] { "a", "b" } });

    [Fact]
    public void An_unknown_field_of_facts_lists_what_there_is()
    {
        var issue = Facts.Issue("exam.fallTenth > 3");

        issue.Column.ShouldBe(6);
        issue.Message.ShouldStartWith("exam has no 'fallTenth'; did you mean 'fallTenths'? there are ageDays, fallTenths,");
        issue.Expected.ShouldBe("a field of Exam");
    }

    [Fact]
    public void An_unknown_name_lists_what_there_is()
    {
        Facts.Issue("exams.previous").Message
            .ShouldStartWith("unknown name 'exams'; did you mean 'exam'? there are age, exam, floor, guardian,");
    }

    [Fact]
    public void An_unknown_parameter_lists_the_parameters()
    {
        var issue = Facts.Issue("exam.ageDays < params.dayz", WithParams);

        issue.Column.ShouldBe(23);
        issue.Message.ShouldBe("params has no 'dayz'; did you mean 'days'? there are days, drop, kinds");
    }

    [Theory]
    [InlineData("age && true", 1, "expected bool, found int", "bool")]
    [InlineData("!age", 2, "expected bool, found int", "bool")]
    [InlineData("age + name", 5, "'+' cannot take int and string; expected int + int or", null)]
    [InlineData("age < name", 5, "'<' cannot take int and string; expected int", "int")]
    [InlineData("age == name", 5, "'==' cannot take int and string", "int")]
    [InlineData("name.contains(3)", 6, "'contains' cannot take string and int; expected string.contains(string)", null)]
    [InlineData("age ? 1 : 2", 1, "expected bool, found int", "bool")]
    [InlineData("true ? 1 : 'a'", 12, "both sides of ':' must have one type, found int and string", "int")]
    [InlineData("items.exists(i, i.daysAgo)", 19, "expected bool, found int", "bool")]
    [InlineData("age.exists(i, true)", 5, "only lists and maps can be gone through, found int", null)]
    [InlineData("age in tags", 1, "list(string) cannot contain int", "string")]
    [InlineData("marks['a']", 7, "list(int) is indexed by int, found string", "int")]
    [InlineData("size(age)", 1, "int has no size", null)]
    [InlineData("upper(name)", 1, "unknown function 'upper'", null)]
    [InlineData("name.startWith('L')", 6, "unknown method 'startWith'; did you mean 'startsWith'?", null)]
    [InlineData("exam.percentile == null", 17, "'==' cannot take int and null_type", null)]
    [InlineData("{1.5: 1}", 2, "a map cannot have a key of type double", null)]
    [InlineData("name.matches('(')", 14, "'(' is not a regular expression", null)]
    [InlineData("timestamp('yesterday') == timestamp(0)", 11, "'yesterday' cannot be converted to timestamp", null)]
    public void Types_that_do_not_fit_are_named_with_their_place(string text, int column, string message, string? expected)
    {
        var issue = Facts.Issue(text);

        issue.Message.ShouldStartWith(message);
        (issue.Line, issue.Column).ShouldBe((1, column));
        if (expected is not null)
            issue.Expected.ShouldBe(expected);
    }

    [Theory]
    [InlineData("1 +", 4, "expected a value, found the end of the text")]
    [InlineData("(1", 3, "expected ')', found the end of the text")]
    [InlineData("1 2", 3, "expected an operator or the end of the text, found '2'")]
    [InlineData("a = 1", 3, "the character '=' has no meaning here; expected '=='")]
    [InlineData("'abc", 1, "the string is not closed")]
    [InlineData("'a\\q'", 3, "a backslash must start an escape sequence")]
    [InlineData("true ? 1", 9, "expected ':', found the end of the text")]
    [InlineData("for", 1, "'for' is a reserved word")]
    [InlineData("has(age)", 5, "has() tests a field that is selected")]
    [InlineData("items.exists(1, true)", 14, "the first argument of exists() must be a name for each element")]
    [InlineData("99999999999999999999", 1, "the number is outside of the range of")]
    [InlineData("Note{kind: 'a'}", 5, "objects cannot be made in an expression")]
    [InlineData("[1, 2", 6, "expected ',' or ']', found the end of the text")]
    public void An_error_of_syntax_says_what_was_expected_where(string text, int column, string message)
    {
        var issue = Facts.Issue(text);

        issue.Message.ShouldStartWith(message);
        (issue.Line, issue.Column).ShouldBe((1, column));
    }

    [Fact]
    public void Places_count_from_where_the_text_starts_in_its_file()
    {
        var issues = Should.Throw<CelException>(
            () => CelExpression.Parse("agee > 1 &&\n  nam == 'x'", Facts.Scope, line: 7, column: 11)).Issues;

        issues.Select(issue => (issue.Line, issue.Column)).ShouldBe([(7, 11), (8, 3)]);
    }

    [Fact]
    public void A_result_of_another_type_is_refused_before_evaluation()
    {
        var expression = CelExpression.Parse("age + 1", Facts.Scope, 3, 9);

        var issue = Should.Throw<CelException>(expression.Compile<Facts, bool>).Issues.ShouldHaveSingleItem();

        issue.ShouldBe(new CelIssue("the expression must be bool, found int", 3, 9, "bool"));
    }
}
