using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Engine.Storage;

/// <summary>Which errors of a database mean that a second writer was first. The one place that looks at error numbers.</summary>
public static class Conflicts
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteConstraint = 19;
    private const int SqlServerDuplicateKey = 2627;
    private const int SqlServerDuplicateRow = 2601;
    private const int SqlServerDeadlock = 1205;

    public static bool IsConflict(DbUpdateException e) => e is DbUpdateConcurrencyException || e.InnerException switch
    {
        Microsoft.Data.Sqlite.SqliteException s => s.SqliteErrorCode is SqliteBusy or SqliteLocked or SqliteConstraint,
        Microsoft.Data.SqlClient.SqlException s => s.Number is SqlServerDuplicateKey or SqlServerDuplicateRow or SqlServerDeadlock,
        DbException { SqlState: "23505" or "40001" or "40P01" } => true,
        _ => false,
    };
}
