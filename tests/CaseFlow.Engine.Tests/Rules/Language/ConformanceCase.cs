using System.Globalization;
using System.Text.Json;
using CaseFlow.Engine.Rules.Language;

namespace CaseFlow.Engine.Tests.Rules.Language;

/// <summary>One of the specification's public cases, as ../shared/cel/README.md describes them.</summary>
public sealed record ConformanceCase(string File, JsonElement Json)
{
    public string Expression => Json.GetProperty("expr").GetString()!;

    public bool IsUnchecked => Json.TryGetProperty("unchecked", out var isUnchecked) && isUnchecked.GetBoolean();

    public bool ExpectsError => !Json.TryGetProperty("value", out _);

    public object? Expected => Value(Json.GetProperty("value"));

    public Dictionary<string, object?> Bindings =>
        Json.TryGetProperty("bindings", out var bindings)
            ? bindings.EnumerateObject().ToDictionary(binding => binding.Name, binding => Value(binding.Value))
            : [];

    public override string ToString() =>
        $"{File}/{Json.GetProperty("section").GetString()}/{Json.GetProperty("name").GetString()}";

    public object? Evaluate()
    {
        var bindings = Bindings;
        if (IsUnchecked)
            return EvaluateUnchecked();

        var scope = bindings.Aggregate(
            CelScope.Empty, (known, binding) => known.WithVariable(binding.Key, TypeOf(binding.Value)));
        return CelExpression.Parse(Expression, scope).Evaluate(bindings);
    }

    public object? EvaluateUnchecked() => CelExpression.ParseUnchecked(Expression, CelScope.Empty).Evaluate(Bindings);

    /// <summary>The type of an unbound name in a checked case is the type of its binding.</summary>
    private static CelType TypeOf(object? value) => value switch
    {
        null => CelType.Null,
        bool => CelType.Bool,
        long => CelType.Int,
        ulong => CelType.UInt,
        double => CelType.Double,
        string => CelType.String,
        byte[] => CelType.Bytes,
        CelTimestamp => CelType.Timestamp,
        CelDuration => CelType.Duration,
        CelType => CelType.Type,
        IReadOnlyList<object?> list => CelType.List(Common(list)),
        Dictionary<object, object?> map => CelType.Map(Common(map.Keys), Common(map.Values)),
        _ => CelType.Dyn,
    };

    private static CelType Common(IEnumerable<object?> values)
    {
        var types = values.Select(TypeOf).Distinct().ToList();
        return types.Count == 1 ? types[0] : CelType.Dyn;
    }

    private static object? Value(JsonElement json)
    {
        var (kind, value) = json.EnumerateObject().Select(property => (property.Name, property.Value)).Single();
        return kind switch
        {
            "null" => null,
            "bool" => value.GetBoolean(),
            "int" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "uint" => ulong.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "double" => Double(value.GetString()!),
            "string" => value.GetString(),
            "bytes" => Convert.FromHexString(value.GetString()!),
            "type" => CelExpression.Parse(value.GetString()!, CelScope.Empty).Evaluate(new Dictionary<string, object?>()),
            "list" => value.EnumerateArray().Select(Value).ToArray(),
            "map" => value.EnumerateArray().ToDictionary(entry => Value(entry[0])!, entry => Value(entry[1])),
            "timestamp" => new CelTimestamp(value[0].GetInt64(), value[1].GetInt32()),
            "duration" => new CelDuration((value[0].GetInt64() * 1_000_000_000) + value[1].GetInt32()),
            _ => throw new InvalidDataException($"unknown kind of value '{kind}'"),
        };
    }

    private static double Double(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
