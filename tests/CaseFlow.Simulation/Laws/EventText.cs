using System.Globalization;
using System.Text.Json;

namespace CaseFlow.Simulation.Laws;

/// <summary>An event as the journal holds it, read without the engine's own types.</summary>
internal readonly struct EventText(JsonElement json)
{
    public JsonElement Json => json;

    public int Int(string name) => json.GetProperty(name).GetInt32();

    public long Long(string name) => json.GetProperty(name).GetInt64();

    public int? MaybeInt(string name) => json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number ? found.GetInt32() : null;

    public bool Flag(string name) => json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.True;

    public string? Text(string name) => json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    public Guid Id(string name) => json.GetProperty(name).GetGuid();

    public DateOnly Day(string name) => DateOnly.ParseExact(Text(name)!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateTimeOffset At(string name) => json.GetProperty(name).GetDateTimeOffset();

    public EventText Part(string name) => new(json.GetProperty(name));

    public IEnumerable<EventText> Parts(string name) =>
        json.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Array ? found.EnumerateArray().Select(e => new EventText(e)) : [];

    public IEnumerable<string> Texts(string name) => Parts(name).Select(p => p.Json.GetString()!);

    public IEnumerable<int> Numbers(string name) => Parts(name).Select(p => p.Json.GetInt32());
}
