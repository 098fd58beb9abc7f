using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>Opens the database of the installation on the provider that the settings name.</summary>
public sealed class Databases
{
    private readonly DbContextOptions options;

    public Databases(Settings settings, string? connection, string dataFolder)
    {
        Provider = settings.Storage.Provider;
        if (Provider == StorageProvider.Sqlite)
            Directory.CreateDirectory(dataFolder);
        else if (string.IsNullOrWhiteSpace(connection))
            throw new SetupException($"Storage:Provider is {Provider}, so ConnectionStrings:CaseFlow must say where the database is.");
        Connection = connection ?? new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataFolder, "caseflow.db") }.ToString();
        options = Options(new DbContextOptionsBuilder()).Options;
    }

    public StorageProvider Provider { get; }

    public string Connection { get; }

    /// <summary>The school of this installation; the default before there is one.</summary>
    public SchoolId School { get; set; }

    /// <summary>Opens a context of the school; whoever opens it disposes it.</summary>
    public CaseFlowDb Open() => Provider switch
    {
        StorageProvider.SqlServer => new SqlServerCaseFlowDb(options, School),
        StorageProvider.PostgreSql => new PostgreSqlCaseFlowDb(options, School),
        _ => new SqliteCaseFlowDb(options, School),
    };

    /// <summary>Points a builder at the installation's database.</summary>
    public DbContextOptionsBuilder Options(DbContextOptionsBuilder builder) => Provider switch
    {
        StorageProvider.SqlServer => builder.UseSqlServer(Connection),
        StorageProvider.PostgreSql => builder.UseNpgsql(Connection),
        _ => builder.UseSqlite(Connection),
    };

    /// <summary>Brings the database up to the program's version.</summary>
    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        using var db = Open();
        await db.Database.MigrateAsync(cancel);
        if (Provider == StorageProvider.Sqlite)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
    }

    /// <summary>Whether the database is at the program's version.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancel = default)
    {
        using var db = Open();
        return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any();
    }
}
