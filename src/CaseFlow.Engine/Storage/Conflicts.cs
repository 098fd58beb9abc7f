using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Storage;

/// <summary>
/// Which errors of a database mean that a second writer was first, and which that it could not answer just now. The one place that looks at
/// error numbers.
/// </summary>
public static class Conflicts
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteConstraint = 19;
    private const int SqlServerDuplicateKey = 2627;
    private const int SqlServerDuplicateRow = 2601;
    private const int SqlServerDeadlock = 1205;

    /// <summary>Errors of this severity end the connection.</summary>
    private const byte SqlServerFatal = 20;

    /// <summary>Time ran out; locked for too long; the database is starting, full of work, being moved, or being upgraded.</summary>
    private static readonly HashSet<int> SqlServerBusy =
        [-2, SqlServerDeadlock, 1222, 4060, 10928, 10929, 17142, 17187, 18401, 40197, 40501, 40613, 49918, 49919, 49920];

    public static bool IsConflict(DbUpdateException e) => e is DbUpdateConcurrencyException || e.InnerException switch
    {
        Microsoft.Data.Sqlite.SqliteException s => s.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteConstraint,
        Microsoft.Data.SqlClient.SqlException s => s.Number is SqlServerDuplicateKey or SqlServerDuplicateRow or SqlServerDeadlock,
        DbException { SqlState: "23505" or "40001" or "40P01" } => true,
        _ => false,
    };

    /// <summary>Whether the database could not answer just now: the same may go well in a moment. What was asked may have been done all the same.</summary>
    public static bool IsTransient(Exception e) => e switch
    {
        DbUpdateException { InnerException: { } inner } => IsTransient(inner),
        Microsoft.Data.SqlClient.SqlException s => s.Class >= SqlServerFatal || SqlServerBusy.Contains(s.Number),
        DbException other => other.IsTransient,
        _ => false,
    };
}
