using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

public sealed class ConformanceTests
{
    private const string Missing = "MISSING: no conformance cases in ../shared/cel nor where CASEFLOW_CEL_CASES points";

    private static readonly Dictionary<string, ConformanceCase> ByName = ConformanceCases.All
        .Select((test, index) => (Key: $"{test} #{index}", Test: test))
        .ToDictionary(pair => pair.Key, pair => pair.Test);

    public static TheoryData<string> Names => ByName.Count == 0 ? new(Missing) : new(ByName.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_language_agrees_with_the_case_of_the_specification(string name)
    {
        if (name == Missing)
            return;

        Verify(ByName[name], ByName[name].Evaluate);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_its_checker_the_language_gives_the_same(string name)
    {
        if (name == Missing)
            return;

        Verify(ByName[name], ByName[name].EvaluateUnchecked);
    }

    private static void Verify(ConformanceCase test, Func<object?> evaluate)
    {
        if (!test.ExpectsError)
        {
            var value = evaluate();
            Same(value, test.Expected).ShouldBeTrue($"{test.Expression} gave {value ?? "null"} ({value?.GetType().Name})");
            return;
        }

        var error = Record.Exception(evaluate);
        var isRefused = error is CelException or CelEvaluationException;
        isRefused.ShouldBeTrue($"{test.Expression} gave {error?.GetType().Name ?? "a value"}");
    }

    /// <summary>Stricter than the language: types are compared too, and NaN is itself.</summary>
    private static bool Same(object? actual, object? expected) => (actual, expected) switch
    {
        (byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b),
        (CelMap a, Dictionary<object, object?> b) =>
            a.Count == b.Count && b.All(entry => a.Any(other => Same(other.Key, entry.Key) && Same(other.Value, entry.Value))),
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b, Same).All(same => same),
        _ => Equals(actual, expected),
    };
}
