using CaseFlow.Engine.Storage;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CaseFlow.Web.Tests.Storage;

/// <summary>Connections that the server ends, as it does when it starts anew: what is safe is asked again, and nothing else.</summary>
public sealed class AskingAgainTests(DatabaseServers servers) : IClassFixture<DatabaseServers>
{
    private const int Connections = 12;

    /// <summary>More dead connections in the pool than there are tries: each query gets a live one.</summary>
    [PostgreSqlFact]
    public async Task Reading_goes_on_when_every_connection_of_the_pool_is_dead()
    {
        using var installation = New();
        var open = Enumerable.Range(0, Connections).Select(_ => installation.Open()).ToList();
        await Task.WhenAll(open.Select(db => db.Database.OpenConnectionAsync()));
        open.ForEach(db => db.Dispose());
        EndConnections();

        for (var i = 0; i < Connections; i++)
        {
            using var db = installation.Open();
            (await db.Schools.CountAsync()).ShouldBe(1);
        }
    }

    [PostgreSqlFact]
    public async Task One_command_with_a_condition_is_asked_again()
    {
        using var installation = New();
        using var db = installation.Open();
        await db.Database.OpenConnectionAsync();
        EndConnections();

        (await db.Schools.Where(s => s.SetUpNo < 7).ExecuteUpdateAsync(s => s.SetProperty(x => x.SetUpNo, 7))).ShouldBe(1);
    }

    /// <summary>What was done in it went with the connection: going on as if nothing had been would write half.</summary>
    [PostgreSqlFact]
    public async Task Within_a_transaction_nothing_is_asked_again()
    {
        using var installation = New();
        using var db = installation.Open();
        using var transaction = await db.Database.BeginTransactionAsync();
        await db.Schools.ExecuteUpdateAsync(s => s.SetProperty(x => x.Name, "半途"));
        EndConnections();

        var lost = await Should.ThrowAsync<Exception>(() => db.Schools.CountAsync());

        Conflicts.IsTransient(lost).ShouldBeTrue();
        using var after = installation.Open();
        (await after.Schools.SingleAsync()).Name.ShouldNotBe("半途");
    }

    /// <summary>It may have been saved; only whoever has a key can find that out.</summary>
    [PostgreSqlFact]
    public async Task What_saves_is_not_asked_again()
    {
        using var installation = New();
        using var db = installation.Open();
        (await db.Schools.SingleAsync()).Name = "新名";
        await db.Database.OpenConnectionAsync();
        EndConnections();

        Conflicts.IsTransient(await Should.ThrowAsync<Exception>(() => db.SaveChangesAsync())).ShouldBeTrue();
    }

    private TestInstallation New() =>
        new(StorageProvider.PostgreSql, new NpgsqlConnectionStringBuilder(servers.NewDatabase(StorageProvider.PostgreSql)) { Pooling = true }.ConnectionString);

    private void EndConnections() => servers.EndConnections();
}
