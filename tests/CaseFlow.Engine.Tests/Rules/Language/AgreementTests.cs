using CaseFlow.Engine.Rules.Language;
using FsCheck;
using FsCheck.Fluent;

namespace CaseFlow.Engine.Tests.Rules.Language;

/// <summary>The typed, compiled way and the dynamic, unchecked way to evaluate are two; they must agree.</summary>
public sealed class AgreementTests
{
    private static readonly Facts Pupil = new()
    {
        Points = 3,
        Exam = new Exam { Previous = true, FallTenths = 4 },
        Items = [new("a", 1), new("b", 0, 2)],
        Marks = [0, 2, 3],
        Tags = ["a", "Li"],
    };

    private static readonly Dictionary<string, object?> Variables = new()
    {
        ["age"] = Pupil.Age,
        ["points"] = Pupil.Points,
        ["name"] = Pupil.Name,
        ["exam"] = Pupil.Exam,
        ["items"] = Pupil.Items,
        ["marks"] = Pupil.Marks,
        ["tags"] = Pupil.Tags,
    };

    [Fact]
    public void Compiled_and_dynamic_evaluation_agree_on_values_and_on_errors() =>
        Prop.ForAll(Bool(4).ToArbitrary(), text => Compiled(text) == Dynamic(text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static string Compiled(string text) => Outcome(
        () => CelExpression.Parse(text, Facts.Scope).Compile<Facts, bool>()(Pupil));

    private static string Dynamic(string text) => Outcome(
        () => (bool)CelExpression.ParseUnchecked(text, CelScope.Empty).Evaluate(Variables)!);

    private static string Outcome(Func<bool> evaluate)
    {
        try
        {
            return evaluate().ToString();
        }
        catch (CelEvaluationException)
        {
            return "an error";
        }
    }

    private static Gen<string> Bool(int depth) => depth == 0
        ? Gen.Elements("true", "false", "exam.previous", "has(exam.subject)", "1 / points > 0", "exam.percentile > 0", "'a' in tags")
        : Gen.OneOf(
            Two(Bool(depth - 1), Gen.Elements("&&", "||", "==", "!="), Bool(depth - 1)),
            Two(Int(depth - 1), Gen.Elements("<", "<=", "==", "!=", ">", ">="), Int(depth - 1)),
            Bool(depth - 1).Select(inner => $"!({inner})"),
            Two(Int(depth - 1), Gen.Constant("in"), Gen.Elements("marks", "[1, 2, points]", "marks.map(m, m + 1)")),
            Bool(depth - 1).Two().Select(pair => $"({pair.Item1} ? {pair.Item2} : exam.previous)"),
            Gen.Elements("all", "exists", "exists_one").SelectMany(
                macro => Bool(depth - 1), (macro, inner) => $"items.{macro}(i, i.daysAgo > 0 && {inner} || 1 / i.daysAgo > 5)"),
            Bool(depth - 1).Select(inner => $"marks.filter(m, {inner} || m > 1).exists(n, 6 / n == points)"));

    private static Gen<string> Int(int depth) => depth == 0
        ? Gen.Elements("0", "2", "age", "points", "exam.fallTenths", "exam.percentile", "size(name)", "marks[1]", "items[1].daysAgo")
        : Gen.OneOf(
            Two(Int(depth - 1), Gen.Elements("+", "-", "*", "/", "%"), Int(depth - 1)),
            Bool(depth - 1).Select(inner => $"size(items.filter(i, {inner}))"),
            Bool(depth - 1).Select(inner => $"items.filter(i, {inner} && has(i.level)).map(i, i.level).size()"),
            Two(Bool(depth - 1), Gen.Constant("?"), Int(depth - 1)).Select(text => $"({text[1..^1]} : points)"),
            Bool(depth - 1).Select(inner => $"size(name + string({inner}))"),
            Int(depth - 1).Select(inner => $"marks[{inner}]"),
            Int(depth - 1).Select(inner => $"{{'k': {inner}}}.k"));

    private static Gen<string> Two(Gen<string> left, Gen<string> middle, Gen<string> right) =>
        left.SelectMany(_ => middle, (a, o) => $"({a}) {o}").SelectMany(_ => right, (start, b) => $"({start} ({b}))");
}
