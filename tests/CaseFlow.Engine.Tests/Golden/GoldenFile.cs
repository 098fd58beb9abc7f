using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Tests.Golden;

/// <summary>A row of a golden journal, as a database of that version held it.</summary>
public sealed record GoldenRow(string Type, string At, string By, string Payload, string Hash);

/// <summary>A life and the state that the version which wrote it made of it.</summary>
public sealed record GoldenLife(string Name, IReadOnlyList<GoldenRow> Rows, JsonNode State);

/// <summary>A journal of some version of the program, kept for ever.</summary>
public static class GoldenFile
{
    private static readonly SchoolId School = new(Guid.Parse("0190a000-0000-7000-8000-000000000001"));
    private static readonly ChildId Child = new(Guid.Parse("0190a000-0000-7000-8000-0000000000c1"));

    // Nulls are written: a value that a later version finds where this one had none is a difference.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Folder => Path.Combine(Repository.Root, "tests", "CaseFlow.Engine.Tests", "Golden");

    public static IReadOnlyList<GoldenLife> Read(string path) =>
        JsonSerializer.Deserialize<IReadOnlyList<GoldenLife>>(File.ReadAllText(path), Options)!;

    public static string Text(IEnumerable<GoldenLife> lives) => JsonSerializer.Serialize(lives.ToList(), Options) + "\n";

    public static GoldenLife Of(string name, IReadOnlyList<Happened> journal)
    {
        var rows = new List<GoldenRow>();
        foreach (var (happened, place) in journal.Select((h, i) => (h, i)))
        {
            var row = JournalRows.Make(School, Child, place + 1, happened, rows.Count == 0 ? "" : rows[^1].Hash);
            rows.Add(new GoldenRow(row.Type, row.At, row.By, row.Payload, row.Hash));
        }

        return new GoldenLife(name, rows, StateOf(Evolution.Replay(journal)));
    }

    /// <summary>The rows as the database holds them.</summary>
    public static IReadOnlyList<JournalRow> RowsOf(GoldenLife life) =>
    [
        .. life.Rows.Select((r, i) => new JournalRow
        {
            SchoolId = School,
            ChildId = Child,
            Version = i + 1,
            Type = r.Type,
            At = r.At,
            By = r.By,
            Payload = r.Payload,
            PreviousHash = i == 0 ? "" : life.Rows[i - 1].Hash,
            Hash = r.Hash,
        }),
    ];

    /// <summary>A state as JSON, with lists in the order of their numbers.</summary>
    public static JsonNode StateOf(ChildState state) => JsonSerializer.SerializeToNode(
        new { state.Version, Flags = state.Flags.Values, Cases = state.Cases.Values, Tasks = state.Tasks.Values, Escalations = state.Escalations.Values },
        Options)!;

    /// <summary>Where <paramref name="now"/> says anything else than <paramref name="then"/>; what is new beside it is no difference.</summary>
    public static IEnumerable<string> Differences(JsonNode? then, JsonNode? now, string path = "state") => (then, now) switch
    {
        (null, null) => [],
        (JsonObject a, JsonObject b) => a.SelectMany(p => b.ContainsKey(p.Key)
            ? Differences(p.Value, b[p.Key], $"{path}.{p.Key}")
            : [$"{path}.{p.Key} is gone"]),
        (JsonArray a, JsonArray b) when a.Count == b.Count => a.SelectMany((x, i) => Differences(x, b[i], $"{path}[{i}]")),
        (JsonValue a, JsonValue b) when JsonNode.DeepEquals(a, b) => [],
        _ => [$"{path} was {then?.ToJsonString() ?? "null"} and is {now?.ToJsonString() ?? "null"}"],
    };
}
