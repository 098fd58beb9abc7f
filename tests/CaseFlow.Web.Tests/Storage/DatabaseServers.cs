using CaseFlow.Web.Setup;
using Microsoft.Data.SqlClient;

namespace CaseFlow.Web.Tests.Storage;

/// <summary>Empty databases on real servers for the tests of one class, dropped at its end.</summary>
public sealed class DatabaseServers : IDisposable
{
    /// <summary>The setting that names a SQL Server on which databases may be made and dropped.</summary>
    public const string SqlServerSetting = "CASEFLOW_TEST_SQLSERVER";

    private readonly Lazy<PostgreSqlServer> postgreSql = new(() => new PostgreSqlServer());
    private readonly List<string> made = [];

    /// <summary>Why tests on SQL Server are skipped; null where they run.</summary>
    public static string? SqlServerMissing { get; } =
        SqlServer is null ? $"{SqlServerSetting} names no SQL Server (a connection string): NOT TESTED on SQL Server" : null;

    private static string? SqlServer => Environment.GetEnvironmentVariable(SqlServerSetting) is { Length: > 0 } connection ? connection : null;

    /// <summary>Gives the connection string of a new database; null on SQLite, where each installation has a file of its own.</summary>
    public string? NewDatabase(StorageProvider provider) => provider switch
    {
        StorageProvider.PostgreSql => postgreSql.Value.NewDatabase($"t_{Ids.Next():N}"),
        StorageProvider.SqlServer => NewOnSqlServer($"caseflow_test_{Ids.Next():N}_{Environment.ProcessId}"),
        _ => null,
    };

    /// <summary>Ends every connection to the PostgreSQL server, as it does by itself when it starts anew.</summary>
    public void EndConnections() => postgreSql.Value.EndConnections();

    public void Dispose()
    {
        if (postgreSql.IsValueCreated)
            postgreSql.Value.Dispose();
        SqlConnection.ClearAllPools();
        foreach (var name in made)
            OnSqlServer($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE [{name}]");
    }

    private static void OnSqlServer(string sql)
    {
        using var connection = new SqlConnection(SqlServer);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // names of databases cannot be parameters; they are made here
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private string NewOnSqlServer(string name)
    {
        OnSqlServer($"CREATE DATABASE [{name}] COLLATE Chinese_PRC_CI_AS");
        made.Add(name);
        return new SqlConnectionStringBuilder(SqlServer) { InitialCatalog = name }.ConnectionString;
    }
}
