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

        var test = ByName[name];
        if (!test.ExpectsError)
        {
            var value = test.Evaluate();
            Same(value, test.Expected).ShouldBeTrue($"{test.Expression} gave {value ?? "null"} ({value?.GetType().Name})");
            return;
        }

        var error = Record.Exception(test.Evaluate);
        (error is CelException or CelEvaluationException).ShouldBeTrue($"{test.Expression} gave {error?.GetType().Name ?? "a value"}");
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
