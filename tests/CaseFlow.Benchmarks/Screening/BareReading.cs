using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks.Screening;

/// <summary>Reads every row that a screening needs with a bare data reader, table after table, and does nothing with it.</summary>
/// <remarks>Each column is read as what it stands in the file as; only what a screening looks at is asked for.</remarks>
internal static class BareReading
{
    private static readonly (string Sql, Action<SqliteDataReader> Row)[] Tables =
    [
        ("SELECT Id, ClassId, StudentNo, Sex, BirthDate, Boarding, LeftBehind, GuardianName, GuardianRelation, GuardianBirthYear, Categories, EnrolledOn, LeftOn, LeftTo, HeadVersion FROM Children",
            r => { Id(r, 0); Id(r, 1); Text(r, 2); Text(r, 3); Text(r, 4); Number(r, 5); Text(r, 6); Text(r, 7); Text(r, 8); Number(r, 9); Text(r, 10); Text(r, 11); Text(r, 12); Text(r, 13); Number(r, 14); }),
        ("SELECT ChildId, Date, Mark, RecordedNo FROM AttendanceMarks WHERE IsCurrent",
            r => { Id(r, 0); Text(r, 1); Text(r, 2); Number(r, 3); }),
        ("SELECT ChildId, Exam, Subject, Date, Score, FullScore, Rank, GroupSize, RecordedNo FROM ExamResults WHERE IsCurrent",
            r => { Id(r, 0); Text(r, 1); Text(r, 2); Text(r, 3); Text(r, 4); Text(r, 5); Number(r, 6); Number(r, 7); Number(r, 8); }),
        ("SELECT ChildId, Date, Kind, Severity, RecordedNo FROM Observations",
            r => { Id(r, 0); Text(r, 1); Text(r, 2); Number(r, 3); Number(r, 4); }),
        ("SELECT ChildId, \"Between\", Date FROM Contacts",
            r => { Id(r, 0); Text(r, 1); Text(r, 2); }),
        ("SELECT ChildId, No, Rule, Status, EndedOn, SeenUpTo, Finding FROM Flags",
            r => { Id(r, 0); Number(r, 1); Text(r, 2); Text(r, 3); Text(r, 4); Number(r, 5); Text(r, 6); }),
        ("SELECT ChildId, No, Level, IsLeaving FROM Cases WHERE IsOpen",
            r => { Id(r, 0); Number(r, 1); Number(r, 2); Number(r, 3); }),
    ];

    /// <returns>How many rows there were.</returns>
    public static int Run(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        var rows = 0;
        foreach (var (sql, read) in Tables)
        {
            using var command = new SqliteCommand(sql, connection);
            using var reader = command.ExecuteReader();
            for (; reader.Read(); rows++)
                read(reader);
        }

        return rows;
    }

    private static void Id(SqliteDataReader row, int column) => _ = row.GetFieldValue<byte[]>(column);

    private static void Text(SqliteDataReader row, int column)
    {
        if (!row.IsDBNull(column))
            _ = row.GetString(column);
    }

    private static void Number(SqliteDataReader row, int column)
    {
        if (!row.IsDBNull(column))
            _ = row.GetInt64(column);
    }
}
