using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Web.Visits;

namespace CaseFlow.Web.Tests.Visits;

public sealed class VisitCodeTests
{
    private static readonly ChildId Child = new(Guid.Parse("01980000-0000-7000-8000-00000000002a"));

    private static readonly string[] Codes = [.. Enumerable.Range(1, 40).Select(no => VisitCode.Of(Child, new TaskNo(no)))];

    [Fact]
    public void A_code_is_four_and_four_of_the_symbols_and_reads_as_itself()
    {
        foreach (var code in Codes)
        {
            code.ShouldMatch("^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$");
            VisitCode.Read(code).ShouldBe(code);
        }

        Codes.Distinct().Count().ShouldBe(Codes.Length);
    }

    [Fact]
    public void The_code_of_a_visit_is_the_same_for_ever() => Codes[0].ShouldBe("MQZK-BR49");

    [Fact]
    public void Case_width_blanks_and_hyphens_do_not_matter()
    {
        var plain = Codes[0].Replace("-", "", StringComparison.Ordinal);
        foreach (var typed in new[] { plain, plain.ToLowerInvariant(), $" {plain[..3]} {plain[3..]} ", Wide(Codes[0]) })
            VisitCode.Read(typed).ShouldBe(Codes[0]);
    }

    [Fact]
    public void Every_wrong_character_is_found()
    {
        foreach (var code in Codes)
        {
            for (var i = 0; i < code.Length; i++)
            {
                if (code[i] == '-')
                    continue;
                foreach (var wrong in VisitCode.Symbols.Where(s => s != code[i]))
                    VisitCode.Read(code[..i] + wrong + code[(i + 1)..]).ShouldBeNull();
            }
        }
    }

    [Fact]
    public void Any_two_characters_that_changed_places_are_found()
    {
        foreach (var code in Codes.Select(c => c.Replace("-", "", StringComparison.Ordinal)))
        {
            for (var i = 0; i < code.Length; i++)
            {
                for (var j = i + 1; j < code.Length; j++)
                {
                    var swapped = code.ToCharArray();
                    (swapped[i], swapped[j]) = (swapped[j], swapped[i]);
                    if (code[i] != code[j])
                        VisitCode.Read(new string(swapped)).ShouldBeNull();
                }
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("K7M2")]
    [InlineData("K7M2-QFXH-2")]
    [InlineData("0OIL-1111")]
    [InlineData("张张张张张张张张")]
    public void What_is_no_code_is_none(string typed) => VisitCode.Read(typed).ShouldBeNull();

    private static string Wide(string text) => string.Concat(text.Select(c => c == '-' ? '－' : (char)(c + 0xFEE0)));
}
