using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Accounts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CaseFlow.Web.Setup;

/// <summary>Opens the database of the installation on the provider that the settings name.</summary>
public sealed class Databases
{
    private readonly DbContextOptions options;
    private readonly DbContextOptions accountOptions;

    /// <param name="connection">The connection string of that provider.</param>
    public Databases(StorageProvider provider, string connection)
    {
        Provider = provider;
        Connection = connection;
        options = Options(new DbContextOptionsBuilder()).Options;
        accountOptions = Options(new DbContextOptionsBuilder(), AccountsDb.History).Options;
    }

    public StorageProvider Provider { get; }

    public string Connection { get; }

    /// <summary>The school of this installation; the default before there is one.</summary>
    public SchoolId School { get; set; }

    /// <summary>The database that the settings name; without a connection string a SQLite file in the data folder, which is made.</summary>
    public static Databases Of(Settings settings, string? connection, string dataFolder)
    {
        if (settings.Storage.Provider == StorageProvider.Sqlite)
            Directory.CreateDirectory(dataFolder);
        else if (string.IsNullOrWhiteSpace(connection))
            throw new SetupException($"Storage:Provider is {settings.Storage.Provider}, so ConnectionStrings:CaseFlow must say where the database is.");
        return new Databases(settings.Storage.Provider, connection ?? SqliteFile(Path.Combine(dataFolder, "caseflow.db")));
    }

    /// <summary>The connection string of a SQLite file.</summary>
    public static string SqliteFile(string path, bool pooling = true) =>
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = pooling }.ToString();

    /// <summary>Opens a context of the school; whoever opens it disposes it.</summary>
    public CaseFlowDb Open() => Provider switch
    {
        StorageProvider.SqlServer => new SqlServerCaseFlowDb(options, School),
        StorageProvider.PostgreSql => new PostgreSqlCaseFlowDb(options, School),
        _ => new SqliteCaseFlowDb(options, School),
    };

    /// <summary>Opens the accounts of the installation; whoever opens it disposes it.</summary>
    public AccountsDb OpenAccounts() => Provider switch
    {
        StorageProvider.SqlServer => new SqlServerAccountsDb(accountOptions),
        StorageProvider.PostgreSql => new PostgreSqlAccountsDb(accountOptions),
        _ => new SqliteAccountsDb(accountOptions),
    };

    /// <summary>Points a builder at the installation's database.</summary>
    /// <param name="history">The table of the migrations made; null for that of the school.</param>
    public DbContextOptionsBuilder Options(DbContextOptionsBuilder builder, string? history = null) => Provider switch
    {
        StorageProvider.SqlServer => builder.UseSqlServer(Connection, o =>
            o.MigrationsHistoryTable(history ?? HistoryRepository.DefaultTableName).ExecutionStrategy(d => new AskingAgain(d))),
        StorageProvider.PostgreSql => builder.UseNpgsql(Connection, o =>
            o.MigrationsHistoryTable(history ?? HistoryRepository.DefaultTableName).ExecutionStrategy(d => new AskingAgain(d))),
        _ => builder.UseSqlite(Connection, o => o.MigrationsHistoryTable(history ?? HistoryRepository.DefaultTableName)),
    };

    /// <summary>Lets SQLite learn how its rows lie, by which it chooses how to find them; servers of databases do so by themselves.</summary>
    /// <remarks>
    /// Without it SQLite takes the school, which every row has, for something rare, and reads all rows of the school where it could read a few of a
    /// child. It looks at samples: milliseconds, however large the file. Source: sqlite.org, 'PRAGMA optimize'.
    /// </remarks>
    public async Task LearnAsync(CancellationToken cancel = default)
    {
        if (Provider != StorageProvider.Sqlite)
            return;
        using var db = Open();
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit=400; ANALYZE;", cancel);
    }

    /// <summary>Brings the database up to the program's version.</summary>
    public async Task MigrateAsync(CancellationToken cancel = default)
    {
        using var db = Open();
        await MigrateAsync(db.Database, cancel);
        await ChildSearch.FillAsync(db, cancel);
        using var accounts = OpenAccounts();
        await MigrateAsync(accounts.Database, cancel);
        if (Provider == StorageProvider.Sqlite)
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancel);
    }

    /// <summary>Looks first: migrating compares whole models, for a second, also where there is nothing to do.</summary>
    private static async Task MigrateAsync(DatabaseFacade database, CancellationToken cancel)
    {
        if ((await database.GetPendingMigrationsAsync(cancel)).Any())
            await database.MigrateAsync(cancel);
    }

    /// <summary>Whether the database is at the program's version.</summary>
    public async Task<bool> IsCurrentAsync(CancellationToken cancel = default)
    {
        using var db = Open();
        using var accounts = OpenAccounts();
        return !(await db.Database.GetPendingMigrationsAsync(cancel)).Any()
            && !(await accounts.Database.GetPendingMigrationsAsync(cancel)).Any();
    }
}
