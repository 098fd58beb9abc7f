namespace CaseFlow.Engine.Rules.Language;

/// <summary>The errors of evaluation, in the words that a rule's author reads.</summary>
internal static class Errors
{
    public static CelEvaluationException Overflow(string type) => new($"the result is outside of the range of {type}");

    public static CelEvaluationException DivisionByZero() => new("division by zero");

    public static CelEvaluationException NoSuchKey(object? key) => new($"no such key: {key}");

    public static CelEvaluationException Unset(string path) => new($"{path} has no value (test it with has)");

    public static CelEvaluationException Conversion(object value, string type) => new($"'{value}' cannot be converted to {type}");

    public static CelEvaluationException NoOverload(string name, params object?[] arguments) =>
        new($"'{Operators.Shown(name)}' cannot take {string.Join(" and ", arguments.Select(ValueType.Of))}");

    public static CelEvaluationException Expected(CelType expected, object? found) =>
        new($"expected {expected}, found {ValueType.Of(found)}");
}
