using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

/// <summary>What the language definition says beyond the cases that were handed out.</summary>
public sealed class SpecificationTests
{
    [Theory]
    [InlineData("'\\x41\\u0042\\U00000043\\104' == 'ABCD'")]
    [InlineData("r'\\n' == '\\\\n' && R\"\"\"a\"b\"\"\" == 'a\"b'")]
    [InlineData("'''x''x''' == \"x''x\"")]
    [InlineData("b'ÿ' == bytes('ÿ') && br'\\x' == b'\\\\x'")]
    [InlineData("size('😀é') == 2 && '😀'.size() == 1 && size(b'é') == 2")]
    [InlineData("'\\uffff' < '😀' && 'a' < 'aa' && '' < 'a'")]
    [InlineData("1e3 == 1000.0 && .5 == 0.5 && 0x1F == 31 && -0x10 == -16 && 0xFFu == 255u")]
    [InlineData("[1, 2,] == [1, 2] && {'a': 1,} == {'a': 1}")]
    [InlineData("1 + 2 * 3 - 4 / 2 % 3 == 5 && (1 < 2) == true && !false == true")]
    [InlineData("false ? false : 1 == 2 ? false : true")]
    [InlineData("string(0.001) == '0.001' && string(1e21) == '1e+21'")]
    [InlineData("// a comment\n1 == 1 // and another")]
    [InlineData("{1: 'a'}[dyn(1u)] == 'a' && {1u: 'a'}[dyn(1.0)] == 'a' && dyn(1.0) in {1: 1} && !(dyn(1.5) in {1: 1})")]
    [InlineData("[1, 2][dyn(1u)] == 2 && [1, 2][dyn(1.0)] == 2")]
    [InlineData("dyn(0.0 / 0.0) != 0.0 / 0.0 && !(dyn(0.0 / 0.0) < 1) && !(0.0 / 0.0 >= 1.0)")]
    [InlineData("{'a': [1, {'b': 2}]} == {'a': [1, {'b': 2}]} && [[1], [2.5]] != [[1], [2.0]]")]
    [InlineData("dyn(1) == dyn(1u) && dyn('1') != dyn(1) && dyn(null) == null && dyn([]) != dyn({})")]
    [InlineData("1 < 2u && 2.5 > 2 && 1u <= 1.0 && 3 >= 2.5")]
    [InlineData("int(2.9) == 2 && int(-2.9) == -2 && uint(3.7) == 3u && double('1e3') == 1000.0 && int('-12') == -12")]
    [InlineData("string(1.5) == '1.5' && string(-0.00987) == '-0.00987' && string(6.02214e23) == '6.02214e+23'")]
    [InlineData("string(1e-7) == '1e-07' && string(100.0) == '100' && string(123.456) == '123.456' && string(true) == 'true'")]
    [InlineData("string(b'abc') == 'abc' && string(5u) == '5' && bool('True') && !bool('f')")]
    [InlineData("type(type(1)) == type && type(null) == null_type && type(1) != type(1u) && type({}) == map && type([]) == list")]
    [InlineData("duration('1h30m') == duration('5400s')")]
    [InlineData("duration('1.5s') == duration('1500ms') && duration('-1m') < duration('0')")]
    [InlineData("string(duration('1h0.5s')) == '3600.5s'")]
    [InlineData("string(duration('-500ms')) == '-0.5s' && string(duration('0s')) == '0s'")]
    [InlineData("duration('3h').getMinutes() == 180")]
    [InlineData("duration('90061s').getHours() == 25 && duration('-90s').getMinutes() == -1")]
    [InlineData("duration('123.321456789s').getMilliseconds() == 321 && duration('2m').getSeconds() == 120")]
    [InlineData("timestamp('2023-03-01T00:00:00+08:00') == timestamp('2023-02-28T16:00:00Z')")]
    [InlineData("timestamp('2024-02-29T12:00:00Z').getDayOfYear() == 59 && timestamp('2024-02-29T12:00:00Z').getDate() == 29")]
    [InlineData("timestamp('2024-03-31T00:30:00Z').getHours('Europe/Berlin') == 1")]
    [InlineData("timestamp('2024-03-31T01:30:00Z').getHours('Europe/Berlin') == 3")]
    [InlineData("timestamp('2009-02-13T23:31:30Z').getMinutes('Asia/Kathmandu') == 16")]
    [InlineData("timestamp('2009-02-13T23:31:30Z').getHours('02:00') == 1")]
    [InlineData("timestamp('2009-02-13T23:31:30Z').getHours('-02:30') == 21")]
    [InlineData("timestamp('0001-01-01T00:00:00Z').getFullYear('-01:00') == 0")]
    [InlineData("timestamp('9999-12-31T23:59:59Z').getFullYear('+01:00') == 10000")]
    [InlineData("timestamp('1969-12-31T23:59:59.5Z').getSeconds() == 59 && int(timestamp('1969-12-31T23:59:59.5Z')) == -1")]
    [InlineData("string(timestamp(0)) == '1970-01-01T00:00:00Z' && timestamp(0).getDayOfWeek() == 4")]
    [InlineData("string(timestamp('0001-01-01T00:00:00.001Z')) == '0001-01-01T00:00:00.001Z'")]
    [InlineData("timestamp(86400) - timestamp(0) == duration('24h') && timestamp(0) + duration('-1s') < timestamp(0)")]
    [InlineData("[3, 1].map(x, x > 1, x * x) == [9] && {'a': 1}.map(k, k) == ['a'] && {'a': 1}.all(k, k == 'a')")]
    [InlineData("[1, 2, 3].exists(x, x / 0 == 1 || x == 3) && [0, 1].exists_one(x, x == 1)")]
    [InlineData("has({'a': null}.a) && !has({'a': 1}.b) && has({'a': {'b': 1}}.a.b)")]
    [InlineData("{'in_': 1}.in_ == 1 && {'for': {'if': 2}}.for.if == 2")]
    [InlineData("[[1]].all(x, x.all(x, x == 1))")]
    [InlineData("'abc'.matches('^a.c$') && matches('abc', 'b') && 'abc'.contains('') && 'a'.endsWith('a')")]
    [InlineData("9223372036854775807 == 9223372036854775807 && -9223372036854775808 < 0 && 18446744073709551615u > 0u")]
    [InlineData("b'\\xff' > b'\\x00' && false < true && [1, 'a', null].size() == 3")]
    public void It_is_true(string text)
    {
        CelExpression.Parse(text, CelScope.Empty).Evaluate(new Dictionary<string, object?>()).ShouldBe(true);
    }

    [Theory]
    [InlineData("'\\ud800'")]
    [InlineData("'\\U00110000'")]
    [InlineData("'\\400'")]
    [InlineData("b'\\u0041'")]
    [InlineData("'a\nb'")]
    [InlineData("rb'a'")]
    [InlineData("1.")]
    [InlineData("0x")]
    [InlineData("1__2")]
    [InlineData("-!true")]
    [InlineData("[,]")]
    [InlineData("f(1,)")]
    [InlineData("{'a': 1 'b': 2}")]
    [InlineData("9223372036854775808")]
    [InlineData("18446744073709551616u")]
    [InlineData("-(-9223372036854775808)")]
    [InlineData("a.`b")]
    [InlineData("{'a': 1, 'a': 2}")]
    [InlineData("{1: 1, 1u: 2}")]
    [InlineData("int(9223372036854775807.0)")]
    [InlineData("int(-9223372036854775808.0)")]
    [InlineData("int(0.0 / 0.0)")]
    [InlineData("uint(-1.0)")]
    [InlineData("uint('-1')")]
    [InlineData("int('1.5')")]
    [InlineData("int(' 1')")]
    [InlineData("double('one')")]
    [InlineData("string(b'\\xff')")]
    [InlineData("1 + 1u")]
    [InlineData("1 + 1.0")]
    [InlineData("5.0 % 2.0")]
    [InlineData("-(1u)")]
    [InlineData("null < null")]
    [InlineData("[1] < [2]")]
    [InlineData("'a' + b'b'")]
    [InlineData("duration('')")]
    [InlineData("duration('1')")]
    [InlineData("duration('1d')")]
    [InlineData("duration('292y')")]
    [InlineData("timestamp('2023-02-29T00:00:00Z')")]
    [InlineData("timestamp('2023-02-28 00:00:00Z')")]
    [InlineData("timestamp('2023-02-28T00:00:00')")]
    [InlineData("timestamp('2023-02-28T24:00:00Z')")]
    [InlineData("timestamp('0001-01-01T00:00:00+01:00')")]
    [InlineData("timestamp(253402300800)")]
    [InlineData("timestamp(0).getHours('Nowhere/City')")]
    [InlineData("timestamp(0).getHours('+25:00')")]
    [InlineData("[1, 2][2]")]
    [InlineData("[1, 2][-1]")]
    [InlineData("[1, 2][dyn(0.5)]")]
    [InlineData("{'a': 1}.b")]
    [InlineData("[3, 2, 1, 0].exists_one(n, 12 / n > 5)")]
    [InlineData("[1].map(x, x, x)")]
    [InlineData("size(1)")]
    [InlineData("has('a')")]
    [InlineData("[1].all(x.y, true)")]
    [InlineData("undeclared")]
    [InlineData("true ? false ? 1 : 2 : 3")]
    [InlineData("Foo{}")]
    public void It_has_no_value(string text)
    {
        var error = Record.Exception(() => CelExpression.Parse(text, CelScope.Empty).Evaluate(new Dictionary<string, object?>()));

        (error is CelException or CelEvaluationException).ShouldBeTrue($"{text} gave {error?.GetType().Name ?? "a value"}");
    }

    [Fact]
    public void A_leading_dot_skips_the_variables_of_loops()
    {
        foreach (var text in new[] { "[0].all(y, y == 0 && .y == 42)", "[{'z': 0}].exists(y, y.z == 0 && .y.z == 7)" })
            HoldsCheckedAndUnchecked(text);
    }

    [Fact]
    public void The_longest_name_with_dots_comes_first()
    {
        foreach (var text in new[] { "y.z == 7", "a.b.c == 3 && has(a.b.c)", "a.b == {'c': 3}" })
            HoldsCheckedAndUnchecked(text);
    }

    private static void HoldsCheckedAndUnchecked(string text)
    {
        var scope = CelScope.Empty.WithVariable("y", CelType.Int).WithVariable("y.z", CelType.Int)
            .WithVariable("a.b", CelType.Map(CelType.String, CelType.Int));
        var variables = new Dictionary<string, object?>
        {
            ["y"] = 42,
            ["y.z"] = 7,
            ["a.b"] = new Dictionary<string, int> { ["c"] = 3 },
        };

        CelExpression.Parse(text, scope).Evaluate(variables).ShouldBe(true, text);
        CelExpression.ParseUnchecked(text, CelScope.Empty).Evaluate(variables).ShouldBe(true, text);
    }
}
