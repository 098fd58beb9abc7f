using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CaseFlow.Simulation.Nodes;
using CaseFlow.Simulation.School;
using CaseFlow.Simulation.Store;

namespace CaseFlow.Simulation.Laws;

/// <summary>The simulation's own record of everything, held against the database after every step in which something was written.</summary>
internal sealed class Ledger : IDisposable
{
    private const string Chain = "versions rise by one and the hash chain holds";

    private readonly EventLaws events;
    private readonly MessageLaw messages;
    private readonly Dictionary<Guid, List<string>> hashes = [];
    private readonly HashSet<string> delivered = [];
    private readonly TrueTime time;
    private readonly StaffingBook staffing = new();
    private long noticeRow;

    public Ledger(Database database, TrueTime time)
    {
        this.time = time;
        Stored = new StoredRows(database.Connection);
        staffing.Read(0, Stored);
        events = new EventLaws(staffing);
        messages = new MessageLaw(staffing);
        Children = SmallSchool.Children.ToDictionary(c => c.Value, _ => new ChildRecord());
        foreach (var child in Children.Keys)
            hashes[child] = [];
    }

    public StoredRows Stored { get; }

    public Dictionary<Guid, ChildRecord> Children { get; }

    /// <summary>The staff as it stands.</summary>
    public StaffOnRecord Staff => staffing.Now;

    public RequestLaw Requests { get; } = new();

    public SignalLaw Signals { get; } = new();

    /// <summary>How many events are on record.</summary>
    public int Events { get; private set; }

    /// <summary>Children who have left the school.</summary>
    public HashSet<Guid> Gone { get; } = [];

    /// <param name="writer">Whoever ran in this step; the only one who can have written.</param>
    /// <param name="step">The step that ends here.</param>
    /// <returns>What was written, for the trace.</returns>
    public string AfterWrite(Activity writer, int step, DateOnly today)
    {
        StaffMayHaveChanged(step);
        var written = new Dictionary<Guid, List<StoredEvent>>();
        foreach (var (child, version, hash) in Stored.Heads())
        {
            var record = Children[child];
            if (record.Version == version && record.Hash == hash)
                continue;
            written[child] = Follow(child, record, writer);
            Require.That(record.Version == version && record.Hash == hash, Chain, () => $"{Name(child)}: the head is not the last row");
        }

        Require.That(
            written.Count <= 1 || written.Values.All(w => w.TrueForAll(e => e.By == "system")),
            "a person's decision writes to one child", () => $"{written.Count} children were written");
        Signals.Read(Stored, Children);
        Requests.Read(Stored, written);
        Delivered();
        foreach (var child in written.Keys)
            Signals.Check(child, Children[child], today, Gone.Contains(child));
        return string.Join("; ", written.Select(w => $"{Name(w.Key)}: {string.Join(", ", w.Value.Select(e => e.Type))}"));
    }

    /// <summary>Looks at the staff again; nobody stands in beside somebody else.</summary>
    public void StaffMayHaveChanged(int step)
    {
        staffing.Read(step, Stored);
        var standing = Staff.Delegations.Where(d => d.From < d.Until).ToList();
        Require.That(
            !standing.Exists(a => standing.Exists(b => a.Id != b.Id && a.Head == b.Head && a.From < b.Until && b.From < a.Until)),
            "one delegate at a time", () => "two delegations overlap");
    }

    /// <summary>The whole journal is still what it was when each row was written.</summary>
    public void NothingWasRewritten()
    {
        foreach (var (child, known) in hashes)
        {
            var rows = Stored.Journal(child, 0);
            Require.That(rows.Select(r => r.Hash).SequenceEqual(known) && rows.TrueForAll(r => r.Hash == HashOf(child, r)), Chain, () => $"{Name(child)}: the past was rewritten");
            ReadModelLaw.Check(Name(child), child, Children[child], Stored);
        }

        Require.That(Stored.MarkedWithoutNotice() == 0, "each message arrives once", () => "a message is marked as delivered and did not arrive");
    }

    public static string Name(Guid child) => $"child {SmallSchool.Children.ToList().FindIndex(c => c.Value == child) + 1}";

    public void Dispose() => Stored.Dispose();

    private List<StoredEvent> Follow(Guid child, ChildRecord record, Activity writer)
    {
        var rows = Stored.Journal(child, record.Version);
        var happened = new List<(StoredEvent Row, EventText Event)>();
        foreach (var row in rows)
        {
            Require.That(row.Version == record.Version + 1, Chain, () => $"{Name(child)}: version {row.Version} after {record.Version}");
            Require.That(row.PreviousHash == record.Hash && row.Hash == HashOf(child, row), Chain, () => $"{Name(child)}, version {row.Version}: the hash is wrong");
            var text = new EventText(JsonDocument.Parse(row.Payload).RootElement);
            var at = DateTimeOffset.Parse(row.At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            ByClock(child, row, at, writer);
            events.Check(record, row, text, at, writer);
            Folding.Apply(record, row.Type, text, at, row.By);
            (record.Version, record.Hash) = (row.Version, row.Hash);
            hashes[child].Add(row.Hash);
            happened.Add((row, text));
        }

        Events += rows.Count;
        DecisionLaws.Check(Name(child), record, happened);
        ReadModelLaw.Check(Name(child), child, record, Stored);
        foreach (var (row, text) in happened)
            messages.Check(child, record, row, text, writer.StartedIn, Stored);
        return rows;
    }

    /// <summary>What is recorded carries the time of the node that recorded it: not before it began, not after now, as wrong as its clock.</summary>
    private void ByClock(Guid child, StoredEvent row, DateTimeOffset at, Activity writer) => Require.That(
        at <= time.Now + writer.Node.Skews.Most && at >= writer.StartedAt.AddMilliseconds(-1) + writer.Node.Skews.Least,
        "events carry the time of their node", () => $"{Name(child)}, version {row.Version}: {at:O}");

    private void Delivered()
    {
        foreach (var key in Stored.DeliveredAfter(noticeRow, out noticeRow))
            Require.That(delivered.Add(key), "each message arrives once", () => $"{key} arrived twice");
    }

    private static string HashOf(Guid child, StoredEvent row)
    {
        using var bytes = new MemoryStream();
        string[] parts =
        [
            SmallSchool.Id.Value.ToString("N"), child.ToString("N"), row.Version.ToString(CultureInfo.InvariantCulture), row.Type, row.At, row.By,
            row.Payload, row.PreviousHash,
        ];
        foreach (var part in parts.Select(Encoding.UTF8.GetBytes))
        {
            bytes.Write(BitConverter.GetBytes(part.Length));
            bytes.Write(part);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()));
    }
}
