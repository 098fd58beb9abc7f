using System.Data.Common;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Tests.Storage;
using CaseFlow.Web.Verbs;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CaseFlow.Crash;

/// <summary>A database with its nodes: three on PostgreSQL, one on SQLite; looked into from outside with SQL alone.</summary>
internal sealed class Installation : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("caseflow-crash-");
    private readonly string? postgreSql;

    private Installation(string? postgreSql, int nodes)
    {
        this.postgreSql = postgreSql?.Replace("Pooling=false", "Pooling=true", StringComparison.Ordinal);
        Nodes = [.. Enumerable.Range(1, nodes).Select(n => new ServingNode($"node {n}", folder.FullName, [.. Settings, $"--Demo:Enabled={n == 1}"]))];
    }

    public IReadOnlyList<ServingNode> Nodes { get; }

    public string Name => postgreSql is null ? "SQLite" : "PostgreSQL";

    private string[] Settings =>
    [
        $"--Data:Folder={folder.FullName}",
        .. postgreSql is null ? Array.Empty<string>() : ["--Storage:Provider=PostgreSql", $"--ConnectionStrings:CaseFlow={postgreSql}"],
    ];

    public static Installation OnSqlite() => new(null, 1);

    public static async Task<Installation> OnPostgreSqlAsync(PostgreSqlServer server, string name)
    {
        var made = new Installation(server.NewDatabase(name), 3);
        await made.RunAsync("migrate");
        return made;
    }

    /// <summary>What <c>verify</c> finds broken; empty where nothing is.</summary>
    /// <remarks>People and clocks go on while it reads, so what it finds must be there a second time.</remarks>
    public async Task<string> VerifyAsync()
    {
        var (code, said) = await RunAsync("verify");
        if (code != 0)
            (code, said) = await RunAsync("verify");
        return code == 0 ? "" : said;
    }

    public async Task<List<T>> ReadAsync<T>(string sql, Func<DbDataReader, T> row)
    {
        await using DbConnection connection = postgreSql is null
            ? new SqliteConnection($"Data Source={Directory.EnumerateFiles(folder.FullName, "*.db").Single()};Mode=ReadOnly;Pooling=False")
            : new NpgsqlConnection(postgreSql);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>An id as each database keeps it.</summary>
    public static Guid Id(DbDataReader row, int column) => row.GetValue(column) is byte[] bytes ? new Guid(bytes, true) : row.GetGuid(column);

    public void Dispose()
    {
        foreach (var node in Nodes)
            node.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<(int Code, string Said)> RunAsync(string verb)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CommandLine.RunAsync([verb, .. Settings], output, error);
        return (code, $"{output}\n{error}");
    }
}
