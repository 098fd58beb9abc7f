using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

public sealed class PatternTests
{
    [Theory]
    [InlineData("bc", "abcd", true)]
    [InlineData("^bc", "abcd", false)]
    [InlineData("d$", "abcd", true)]
    [InlineData("d$", "abcd\n", false)]
    [InlineData("(?m)d$", "abcd\n", true)]
    [InlineData("(?m)^b", "a\nb", true)]
    [InlineData("a.b", "a\nb", false)]
    [InlineData("(?s)a.b", "a\nb", true)]
    [InlineData("(?s:a.)b.", "a\nb\n", false)]
    [InlineData("^.$", "😀", true)]
    [InlineData("^..$", "😀", false)]
    [InlineData("^😀{2}$", "😀😀", true)]
    [InlineData("(a|😀){2}", "🐱😀😛", false)]
    [InlineData("^[😀-😛]+$", "😀😂😛", true)]
    [InlineData("^[^😀-😛]$", "😂", false)]
    [InlineData("^[^a]$", "😂", true)]
    [InlineData("^\\d+$", "12", true)]
    [InlineData("\\d", "١", false)]
    [InlineData("^\\w+$", "é", false)]
    [InlineData("^\\W$", "é", true)]
    [InlineData("^\\D\\S$", "aé", true)]
    [InlineData("(?i)li", "LI", true)]
    [InlineData("(?i)[^a]", "A", false)]
    [InlineData("((?i)l)i", "LI", false)]
    [InlineData("[[:alpha:]]{2,3}", "a1bc", true)]
    [InlineData("^[[:^alpha:]]$", "1", true)]
    [InlineData("^[]a]+$", "]a", true)]
    [InlineData("^[a-]+$", "-a", true)]
    [InlineData("^\\p{Han}+$", "五必访", true)]
    [InlineData("\\p{Han}", "abc", false)]
    [InlineData("^\\pL+\\P{L}$", "éa1", true)]
    [InlineData("\\Qa.b\\E+", "a.bb", true)]
    [InlineData("\\Qa.b\\E", "axb", false)]
    [InlineData("^\\x41\\x{1F600}\\101\\.$", "A😀A.", true)]
    [InlineData("(?P<day>\\d)-(?<month>\\d)", "1-2", true)]
    [InlineData("a{,2}", "a{,2}", true)]
    [InlineData("a+?b*?", "a", true)]
    [InlineData("\\bcow\\b", "a cow.", true)]
    [InlineData("", "", true)]
    [InlineData("a||b", "", true)]
    public void A_pattern_means_what_it_means_in_RE2(string pattern, string text, bool expected)
    {
        Matches(pattern, text).ShouldBe(expected);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(")")]
    [InlineData("[a")]
    [InlineData("*a")]
    [InlineData("a**")]
    [InlineData("(?=a)")]
    [InlineData("(?<!a)")]
    [InlineData("(?>a)")]
    [InlineData("(a)\\1")]
    [InlineData("a{1001}")]
    [InlineData("a{3,2}")]
    [InlineData("\\y")]
    [InlineData("\\Z")]
    [InlineData("[b-a]")]
    [InlineData("\\p{Nowhere}")]
    [InlineData("[[:nope:]]")]
    [InlineData("((a{100}){100}){100}")]
    [InlineData("\\")]
    public void A_pattern_that_RE2_refuses_or_that_is_too_large_is_an_error(string pattern)
    {
        Should.Throw<CelEvaluationException>(() => Matches(pattern, "a")).Message.ShouldContain("is not a regular expression");
    }

    private static bool Matches(string pattern, string text) =>
        (bool)CelExpression.ParseUnchecked("matches(text, pattern)", CelScope.Empty)
            .Evaluate(new Dictionary<string, object?> { ["text"] = text, ["pattern"] = pattern })!;
}
