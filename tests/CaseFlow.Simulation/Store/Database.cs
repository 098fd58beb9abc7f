using CaseFlow.Engine.Storage;
using CaseFlow.Simulation.School;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Simulation.Store;

/// <summary>The one database of all nodes: SQLite in memory, on one connection, copied from a template that has the school in it.</summary>
internal sealed class Database : IDisposable
{
    private readonly DbContextOptions options;

    public Database(SqliteConnection template, Seams seams)
    {
        Connection = new SqliteConnection("Data Source=:memory:");
        Connection.Open();
        template.BackupDatabase(Connection);
        options = new DbContextOptionsBuilder().UseSqlite(Connection)
            .AddInterceptors(new SeamCommands(seams), new SeamTransactions(seams)).Options;
    }

    public SqliteConnection Connection { get; }

    public CaseFlowDb Open()
    {
        var db = new SqliteCaseFlowDb(options, SmallSchool.Id);
        db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always; // so that every write of the engine has a commit to fail at
        return db;
    }

    public void Dispose() => Connection.Dispose();
}
