namespace CaseFlow.Engine.Rules.Language;

/// <summary>Variables of a dynamic evaluation.</summary>
internal static class Variables
{
    public static object? Get(IReadOnlyDictionary<string, object?> variables, string name) =>
        variables.TryGetValue(name, out var value)
            ? ValueType.From(value)
            : throw new CelEvaluationException($"{name} has no value");

    /// <summary>The longest beginning of a.b.c that is a variable, and the fields behind it.</summary>
    public static object? Find(IReadOnlyDictionary<string, object?> variables, IReadOnlyList<string> parts)
    {
        for (var length = parts.Count; length > 0; length--)
        {
            if (!variables.TryGetValue(string.Join('.', parts.Take(length)), out var value))
                continue;

            return parts.Skip(length).Aggregate(ValueType.From(value), Access.Select);
        }

        throw new CelEvaluationException($"unknown name '{string.Join('.', parts)}'");
    }
}
