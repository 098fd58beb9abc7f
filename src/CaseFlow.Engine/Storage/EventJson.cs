using System.Collections.Frozen;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;

namespace CaseFlow.Engine.Storage;

/// <summary>Events and findings as the database keeps them.</summary>
public static class EventJson
{
    // Chinese stays readable in the journal; the text is never put into a page unescaped.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly FrozenDictionary<Type, string> Names = typeof(ChildEvent)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    private static readonly FrozenDictionary<string, Type> Types = Names.ToFrozenDictionary(n => n.Value, n => n.Key, StringComparer.Ordinal);

    /// <summary>The name under which the journal keeps an event.</summary>
    public static string NameOf(ChildEvent what) => Names[what.GetType()];

    public static string NameOf<TEvent>()
        where TEvent : ChildEvent => Names[typeof(TEvent)];

    /// <summary>A member with a value as it stands in the text of an event: what a search for such events looks for.</summary>
    public static string Member<T>(string name, T value) => $"\"{Options.PropertyNamingPolicy!.ConvertName(name)}\":{JsonSerializer.Serialize(value, Options)}";

    public static string Write(ChildEvent what) => JsonSerializer.Serialize(what, Options);

    /// <param name="name">What <see cref="NameOf"/> gave: reading the type that it names takes half the time of finding it in the text.</param>
    /// <exception cref="JsonException">The text is no event of this version.</exception>
    public static ChildEvent Read(string name, string payload) =>
        Types.TryGetValue(name, out var type) && JsonSerializer.Deserialize(payload, type, Options) is ChildEvent read
            ? read
            : throw new JsonException($"'{name}' is no event of this version");

    public static string Write(FlagFinding finding) => JsonSerializer.Serialize(finding, Options);

    public static FlagFinding ReadFinding(string text) =>
        JsonSerializer.Deserialize<FlagFinding>(text, Options) ?? throw new JsonException("a finding is missing");
}
