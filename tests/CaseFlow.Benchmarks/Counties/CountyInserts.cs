using CaseFlow.Engine.Signals;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks.Counties;

/// <summary>Prepared inserts, straight into the tables as the model lays them out on SQLite.</summary>
internal sealed class CountyInserts : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand rooms;
    private readonly SqliteCommand children;
    private readonly SqliteCommand marks;
    private readonly SqliteCommand results;
    private readonly SqliteCommand observations;
    private readonly SqliteCommand contacts;

    public CountyInserts(SqliteConnection connection)
    {
        this.connection = connection;
        rooms = Into("Classes", "Id", "SchoolId", "Name", "Grade", "ClassTeacherId");
        children = Into(
            "Children", "Id", "SchoolId", "StudentNo", "Name", "Sex", "BirthDate", "ClassId", "Boarding", "LeftBehind", "GuardianName",
            "GuardianRelation", "GuardianBirthYear", "GuardianPhone", "Address", "Categories", "EnrolledOn", "HeadVersion", "HeadHash");
        marks = Into("AttendanceMarks", "SchoolId", "ChildId", "Date", "Revision", "Mark", "IsCurrent", "RecordedNo", "RecordedAt");
        results = Into(
            "ExamResults", "SchoolId", "ChildId", "SchoolYear", "Exam", "Subject", "Revision", "Date", "Score", "FullScore", "IsCurrent", "RecordedNo", "RecordedAt");
        observations = Into("Observations", "Id", "SchoolId", "ChildId", "Date", "Kind", "Severity", "Note", "RecordedNo", "RecordedAt");
        contacts = Into("Contacts", "Id", "SchoolId", "ChildId", "Date", "Between", "By", "RecordedNo", "RecordedAt");
    }

    public void Roster(CountyClass room)
    {
        Add(rooms, Bytes(room.Room.Id.Value), School, room.Room.Name, room.Room.Grade, Bytes(room.Room.ClassTeacherId!.Value.Value));
        foreach (var (child, _, _, _, _) in room.Children)
        {
            Add(children, Bytes(child.Id.Value), School, child.StudentNo, child.Name, child.Sex.ToString(), child.BirthDate, Bytes(child.ClassId.Value),
                child.Boarding, child.LeftBehind.ToString(), child.GuardianName, child.GuardianRelation, child.GuardianBirthYear, child.GuardianPhone,
                child.Address, string.Join(';', child.Categories), child.EnrolledOn, 0, "");
        }
    }

    /// <summary>The signals of a class whose dates are asked for.</summary>
    public void Signals(CountyClass room, Func<DateOnly, bool> on)
    {
        foreach (var mark in room.Children.SelectMany(c => c.Marks).Where(m => on(m.Date)))
            Add(marks, School, Bytes(mark.ChildId.Value), mark.Date, mark.Revision, mark.Mark.ToString(), mark.IsCurrent, mark.RecordedNo, At(mark.Date));
        foreach (var result in room.Children.SelectMany(c => c.Results).Where(r => on(r.Date)))
        {
            Add(results, School, Bytes(result.ChildId.Value), result.SchoolYear, result.Exam, result.Subject, result.Revision, result.Date,
                result.Score, result.FullScore, result.IsCurrent, result.RecordedNo, At(result.Date));
        }

        foreach (var seen in room.Children.SelectMany(c => c.Observations).Where(o => on(o.Date)))
            Add(observations, Bytes(seen.Id), School, Bytes(seen.ChildId.Value), seen.Date, seen.Kind, seen.Severity, seen.Note, seen.RecordedNo, At(seen.Date));
        foreach (var contact in room.Children.SelectMany(c => c.Contacts).Where(c => on(c.Date)))
            Add(contacts, Bytes(contact.Id), School, Bytes(contact.ChildId.Value), contact.Date, contact.Between.ToString(), contact.By, contact.RecordedNo, At(contact.Date));
    }

    public void Dispose()
    {
        rooms.Dispose();
        children.Dispose();
        marks.Dispose();
        results.Dispose();
        observations.Dispose();
        contacts.Dispose();
    }

    private static byte[] School => Bytes(County.School.Value);

    private static byte[] Bytes(Guid id) => id.ToByteArray(bigEndian: true);

    private static DateTime At(DateOnly date) => date.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);

    private SqliteCommand Into(string table, params string[] columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"${i}"))})";
        for (var i = 0; i < columns.Length; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        return command;
    }

    private static void Add(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        command.ExecuteNonQuery();
    }
}
