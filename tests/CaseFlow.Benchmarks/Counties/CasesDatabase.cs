using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Benchmarks.Counties;

/// <summary>A screened county whose children in care were copied until there are as many open cases as wanted.</summary>
/// <remarks>Hashes of copies do not fit their new children: good for measuring, not for verifying.</remarks>
internal static class CasesDatabase
{
    private static readonly string[] OfChildren = ["Journal", "Flags", "Cases", "Tasks", "Escalations", "DueItems"];

    public static async Task<CountyDatabase> CreateAsync(string file, CarePolicy policy, int cases)
    {
        var database = new CountyDatabase(file);
        await new SchoolScreening(database.Runtime(policy)).RunAsync(time => ScreeningMoment.EndOf(CountyCalendar.ScreenedOn, time));
        using var connection = new SqliteConnection(database.Connection);
        connection.Open();
        connection.CreateFunction("other", (byte[] id, long copy) => Other(id, copy));
        using var transaction = connection.BeginTransaction();
        var there = Count(connection, "SELECT COUNT(*) FROM Cases");
        for (long copy = 1; there * copy < cases; copy++)
        {
            Copy(connection, "Children", "Id", copy, "WHERE HeadVersion > 0 AND StudentNo NOT LIKE '%-%'");
            foreach (var table in OfChildren)
                Copy(connection, table, "ChildId", copy, "WHERE hex(substr(ChildId, 10, 2)) = '0000'");
        }

        transaction.Commit();
        return database;
    }

    private static long Count(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return (long)command.ExecuteScalar()!;
    }

    private static void Copy(SqliteConnection connection, string table, string id, long copy, string which)
    {
        var columns = new List<string>();
        using (var command = Command(connection, $"SELECT name FROM pragma_table_info('{table}')"))
        using (var names = command.ExecuteReader())
        {
            while (names.Read())
                columns.Add(names.GetString(0));
        }

        var values = columns.Select(c => c == id ? $"other(\"{c}\", {copy})" : c == "StudentNo" ? $"\"{c}\" || '-{copy}'" : $"\"{c}\"");
        using var insert = Command(
            connection, $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM \"{table}\" {which}");
        insert.ExecuteNonQuery();
    }

    /// <summary>A command in the transaction that is under way.</summary>
    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private static byte[] Other(byte[] id, long copy)
    {
        var other = (byte[])id.Clone();
        other[9] = (byte)(copy >> 8);
        other[10] = (byte)copy;
        return other;
    }
}
