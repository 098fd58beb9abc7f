using System.Numerics;
using CaseFlow.Engine.Rules.Language;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Engine.Tests.Rules.Language;

public sealed class PropertyTests
{
    private static readonly string[] Words =
    [
        "age", "items", "exam", ".", "percentile", "(", ")", "[", "]", "{", "}", ",", ":", "?", "+", "-", "*", "/", "%", "==",
        "<", "&&", "||", "!", "in", "has", "size", "exists", "map", "i", "1", "2u", "1.5", "'a'", "b'\\x00'", "null", "true",
        "\"", "'''", "\\", "`", "//", "\n", "0x", "é", "\ud83d", " ",
    ];

    [Fact]
    public void Any_text_is_an_expression_or_refused_in_words()
    {
        var texts = Gen.Elements(Words).ListOf().Select(words => string.Concat(words));

        Prop.ForAll(texts.ToArbitrary(), text => Refusal(text) is null or CelException).QuickCheckThrowOnFailure();
        Prop.ForAll<string?>(text => Refusal(text ?? "") is null or CelException).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Whatever_is_an_expression_has_a_value_or_an_error_of_evaluation()
    {
        var texts = Gen.Elements(Words).ListOf().Select(words => string.Join(' ', words));

        Prop.ForAll(texts.ToArbitrary(), text => Failure(text) is null or CelException or CelEvaluationException)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void Arithmetic_of_int_is_exact_or_an_error()
    {
        var numbers = Gen.OneOf(
            Gen.Elements(0L, 1, -1, 2, long.MaxValue, long.MinValue, long.MaxValue - 1, long.MinValue + 1, 3037000500),
            ArbMap.Default.GeneratorFor<long>());
        var operations = Gen.Elements('+', '-', '*', '/', '%');
        var cases = numbers.SelectMany(_ => numbers, (a, b) => (a, b))
            .SelectMany(_ => operations, (pair, o) => (pair.a, pair.b, o));

        Prop.ForAll(cases.ToArbitrary(), sum => Exact(sum.o, sum.a, sum.b) == Computed(sum.o, sum.a, sum.b))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    [Fact]
    public void Order_agrees_with_equality()
    {
        var order = CelExpression.ParseUnchecked(
            "(a < b) != (a >= b) && (a <= b) == (a < b || a == b) && (a > b) == (b < a)", CelScope.Empty);
        var values = Gen.OneOf(
            ArbMap.Default.GeneratorFor<long>().Select(value => (object)value),
            ArbMap.Default.GeneratorFor<ulong>().Select(value => (object)value),
            ArbMap.Default.GeneratorFor<double>().Where(value => !double.IsNaN(value)).Select(value => (object)value),
            Gen.Elements<object>(0L, 0UL, 0.0, long.MaxValue, ulong.MaxValue, 9223372036854775808.0, -1L, -0.5));
        var pairs = values.SelectMany(_ => values, (a, b) => (a, b));

        Prop.ForAll(pairs.ToArbitrary(), pair => order.Evaluate(Variables(pair.a, pair.b)) is true).QuickCheckThrowOnFailure();
    }

    private static BigInteger? Exact(char operation, BigInteger left, BigInteger right)
    {
        if (right == 0 && operation is '/' or '%')
            return null;

        var result = operation switch
        {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            '/' => BigInteger.Divide(left, right),
            _ => BigInteger.Remainder(left, right),
        };
        var isLowestByMinusOne = operation == '%' && left == long.MinValue && right == -1;
        return result < long.MinValue || result > long.MaxValue || isLowestByMinusOne ? null : result;
    }

    private static BigInteger? Computed(char operation, long left, long right)
    {
        var scope = CelScope.Empty.WithVariable("a", CelType.Int).WithVariable("b", CelType.Int);
        try
        {
            return (long)CelExpression.Parse($"a {operation} b", scope).Evaluate(Variables(left, right))!;
        }
        catch (CelEvaluationException)
        {
            return null;
        }
    }

    private static Dictionary<string, object?> Variables(object left, object right) => new() { ["a"] = left, ["b"] = right };

    private static Exception? Refusal(string text) => Record.Exception(() => CelExpression.Parse(text, Facts.Scope));

    private static Exception? Failure(string text) => Record.Exception(() =>
        CelExpression.Parse(text, Facts.Scope).Compile<Facts, object?>()(new Facts { Items = [new("a", 1)] }));
}
