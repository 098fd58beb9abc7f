using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Simulation.Laws;

/// <summary>A row of the journal as it stands in the database.</summary>
internal sealed record StoredEvent(int Version, string Type, string Payload, string At, string By, string PreviousHash, string Hash);

/// <summary>Reads the database with SQL of its own, past the engine's model.</summary>
internal sealed class StoredRows(SqliteConnection connection) : IDisposable
{
    private static readonly char[] RoleMarks = [' ', ',', ';', '"', '[', ']'];

    private readonly Dictionary<string, SqliteCommand> prepared = [];

    public List<(Guid Child, int Version, string Hash)> Heads() =>
        Read("SELECT Id, HeadVersion, HeadHash FROM Children ORDER BY Id", r => (Id(r, 0), r.GetInt32(1), r.GetString(2)));

    public List<StoredEvent> Journal(Guid child, int after) => Read(
        "SELECT Version, Type, Payload, At, \"By\", PreviousHash, Hash FROM Journal WHERE ChildId = $child AND Version > $after ORDER BY Version",
        r => new StoredEvent(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6)),
        ("$child", Bytes(child)), ("$after", after));

    public List<string> Flags(Guid child) => Read(
        "SELECT No, CaseNo, Rule, Severity, Status, EndedOn, SeenUpTo FROM Flags WHERE ChildId = $child ORDER BY No", Line, ("$child", Bytes(child)));

    public List<string> Cases(Guid child) => Read(
        "SELECT No, Level, OwnerId, IsOpen, AwaitsDecision, IsLeaving, NextOn, NextStep FROM Cases WHERE ChildId = $child ORDER BY No",
        Line, ("$child", Bytes(child)));

    public List<string> Tasks(Guid child) => Read(
        "SELECT No, CaseNo, Step, Occurrence, Kind, State, AssigneeId, DueOn, DueAt, SendAt, BecameLate, DoneOn FROM Tasks WHERE ChildId = $child ORDER BY No",
        Line, ("$child", Bytes(child)));

    public List<string> Escalations(Guid child) => Read(
        "SELECT No, CaseNo, Status, Emergency, DueOn, DueAt, Reminders FROM Escalations WHERE ChildId = $child ORDER BY No", Line, ("$child", Bytes(child)));

    public List<string> DueItems(Guid child) =>
        [.. Read("SELECT Key, DueAt FROM DueItems WHERE ChildId = $child", Line, ("$child", Bytes(child))).Order(StringComparer.Ordinal)];

    public long DueBy(DateTimeOffset now) => Read("SELECT COUNT(*) FROM DueItems WHERE DueAt <= $now", r => r.GetInt64(0), ("$now", TimeText(now)))[0];

    /// <summary>The next instant after <paramref name="now"/> at which something is due.</summary>
    public DateTimeOffset? NextDue(DateTimeOffset now) =>
        Read("SELECT DueAt FROM DueItems WHERE DueAt > $now ORDER BY DueAt LIMIT 1", r => (DateTimeOffset?)r.GetDateTimeOffset(0), ("$now", TimeText(now))).FirstOrDefault();

    public List<(string Key, Guid To)> Outbox(string prefix) => Read(
        "SELECT Key, \"To\" FROM Outbox WHERE Key >= $from AND Key < $to ORDER BY Key",
        r => (r.GetString(0), Id(r, 1)), ("$from", prefix), ("$to", prefix + "~"));

    public long Undelivered() => Read("SELECT COUNT(*) FROM Outbox WHERE DeliveredAt IS NULL", r => r.GetInt64(0))[0];

    public List<string> DeliveredAfter(long row, out long last)
    {
        var rows = Read("SELECT rowid, Key FROM Notices WHERE rowid > $row ORDER BY rowid", r => (r.GetInt64(0), r.GetString(1)), ("$row", row));
        last = rows.Count > 0 ? rows[^1].Item1 : row;
        return rows.ConvertAll(r => r.Item2);
    }

    public long MarkedWithoutNotice() => Read(
        "SELECT COUNT(*) FROM Outbox o WHERE o.DeliveredAt IS NOT NULL AND NOT EXISTS (SELECT 1 FROM Notices n WHERE n.Key = o.Key)", r => r.GetInt64(0))[0];

    public List<(long Row, string Key, string Body)> AnswersAfter(long row) =>
        Read("SELECT rowid, Key, Body FROM AnsweredRequests WHERE rowid > $row ORDER BY rowid", r => (r.GetInt64(0), r.GetString(1), r.GetString(2)), ("$row", row));

    public long RecordedNo() => Read("SELECT RecordedNo FROM Schools", r => r.GetInt64(0))[0];

    public List<(long Row, Guid Id, Seen Seen)> ObservationsAfter(long row) => Read(
        "SELECT rowid, Id, ChildId, Note, RecordedNo, Kind, Date FROM Observations WHERE rowid > $row ORDER BY rowid",
        r => (r.GetInt64(0), Id(r, 1), new Seen(Id(r, 2), r.GetString(3), r.GetInt64(4), r.GetString(5), DateOnly.Parse(r.GetString(6), CultureInfo.InvariantCulture))),
        ("$row", row));

    public List<(long Row, Guid Signal, Guid Child, long No, long? Mark)> WithdrawalsAfter(long row) => Read(
        "SELECT w.rowid, w.SignalId, w.ChildId, w.RecordedNo, o.WithdrawnNo FROM SignalWithdrawals w LEFT JOIN Observations o ON o.Id = w.SignalId "
        + "WHERE w.rowid > $row ORDER BY w.rowid",
        r => (r.GetInt64(0), Id(r, 1), Id(r, 2), r.GetInt64(3), r.IsDBNull(4) ? null : (long?)r.GetInt64(4)), ("$row", row));

    public long SetUpNo() => Read("SELECT SetUpNo FROM Schools", r => r.GetInt64(0))[0];

    /// <summary>By staff number.</summary>
    public List<(Guid Id, string[] Roles, Guid? Successor)> Staff() => Read(
        "SELECT Id, Roles, HandedOverTo FROM Staff ORDER BY StaffNo",
        r => (Id(r, 0), r.GetString(1).Split(RoleMarks, StringSplitOptions.RemoveEmptyEntries), r.IsDBNull(2) ? (Guid?)null : Id(r, 2)));

    public List<DelegationOnRecord> Delegations() => Read(
        "SELECT Id, HeadTeacherId, DelegateId, \"From\", Until FROM Delegations ORDER BY \"From\", Id",
        r => new DelegationOnRecord(Id(r, 0), Id(r, 1), Id(r, 2), Instant(r.GetString(3)), Instant(r.GetString(4))));

    public List<(Guid Id, Guid From, bool Finished)> HandOvers() => Read(
        "SELECT Id, \"From\", FinishedAt FROM HandOvers ORDER BY StartedAt, Id", r => (Id(r, 0), Id(r, 1), !r.IsDBNull(2)));

    public bool HasPart(Guid handOver, Guid child) => Read(
        "SELECT COUNT(*) FROM HandOverParts WHERE HandOverId = $handOver AND ChildId = $child", r => r.GetInt64(0),
        ("$handOver", Bytes(handOver)), ("$child", Bytes(child)))[0] == 1;

    /// <summary>Open cases, pending tasks and pairings of people who have handed over.</summary>
    public long LeftWithGone() => Read(
        "SELECT (SELECT COUNT(*) FROM Cases c JOIN Staff s ON s.Id = c.OwnerId WHERE c.IsOpen AND s.HandedOverTo IS NOT NULL) "
        + "+ (SELECT COUNT(*) FROM Tasks t JOIN Staff s ON s.Id = t.AssigneeId WHERE t.State IN ('Open', 'Scheduled') AND s.HandedOverTo IS NOT NULL) "
        + "+ (SELECT COUNT(*) FROM Children c JOIN Staff s ON s.Id = c.HelperId WHERE s.HandedOverTo IS NOT NULL)", r => r.GetInt64(0))[0];

    public void Execute(string sql, params (string Name, object Value)[] arguments) => Prepare(sql, arguments).ExecuteNonQuery();

    public void Dispose()
    {
        foreach (var command in prepared.Values)
            command.Dispose();
    }

    public static byte[] Bytes(Guid id) => id.ToByteArray(true);

    /// <summary>An instant as the database writes it.</summary>
    public static string TimeText(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static Guid Id(SqliteDataReader r, int column) => new((byte[])r.GetValue(column), true);

    private static string Line(SqliteDataReader r) => string.Join('|', Enumerable.Range(0, r.FieldCount).Select(i => r.GetValue(i) switch
    {
        DBNull => "",
        byte[] id => new Guid(id, true).ToString("N"),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    }));

    private List<T> Read<T>(string sql, Func<SqliteDataReader, T> row, params (string Name, object Value)[] arguments)
    {
        using var reader = Prepare(sql, arguments).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    private SqliteCommand Prepare(string sql, (string Name, object Value)[] arguments)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
        }

        command.Parameters.Clear();
        foreach (var (name, value) in arguments)
            command.Parameters.AddWithValue(name, value);
        return command;
    }
}
