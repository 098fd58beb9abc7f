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

    /// <summary>The name under which the journal keeps an event.</summary>
    public static string NameOf(ChildEvent what) => Names[what.GetType()];

    public static string Write(ChildEvent what) => JsonSerializer.Serialize(what, Options);

    /// <exception cref="JsonException">The text is no event of this version.</exception>
    public static ChildEvent Read(string payload) =>
        JsonSerializer.Deserialize<ChildEvent>(payload, Options) ?? throw new JsonException("an event is missing");

    public static string Write(FlagFinding finding) => JsonSerializer.Serialize(finding, Options);

    public static FlagFinding ReadFinding(string text) =>
        JsonSerializer.Deserialize<FlagFinding>(text, Options) ?? throw new JsonException("a finding is missing");
}
