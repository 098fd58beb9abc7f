using CaseFlow.Web.Tests.Storage;
using Xunit.Abstractions;

namespace CaseFlow.Crash;

/// <summary>The program as real processes, killed in the middle of work.</summary>
public sealed class PostgreSqlCrashTests(ITestOutputHelper output)
{
    [PostgreSqlFact]
    public async Task Three_nodes_are_killed_in_turn_and_nothing_is_lost_and_nothing_happens_twice()
    {
        using var server = new PostgreSqlServer();
        using var installation = await Installation.OnPostgreSqlAsync(server, "crash");
        using var run = new CrashRun(installation, seed: 1, output.WriteLine);
        var result = await run.RunAsync(kills: 13);

        result.Faults.ShouldBeEmpty();
        result.Acknowledged.ShouldBeGreaterThan(200, "the load does something");
        result.Repeated.ShouldBeGreaterThan(0, "the kills hit requests under way");
    }
}

public sealed class SqliteCrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task The_one_node_is_killed_and_nothing_is_lost_and_nothing_happens_twice()
    {
        using var installation = Installation.OnSqlite();
        using var run = new CrashRun(installation, seed: 2, output.WriteLine);
        var result = await run.RunAsync(kills: 7);

        result.Faults.ShouldBeEmpty();
        result.Acknowledged.ShouldBeGreaterThan(50, "the load does something");
        result.Repeated.ShouldBeGreaterThan(0, "the kills hit requests under way");
    }
}
