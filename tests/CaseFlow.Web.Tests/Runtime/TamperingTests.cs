using System.Globalization;
using CaseFlow.Web.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Web.Tests.Runtime;

/// <summary>One byte changed by hand in the journal is found, with case and version.</summary>
public sealed class TamperingTests
{
    [Theory]
    [InlineData("Payload", "replace(Payload, 'level', 'lewel')")]
    [InlineData("Payload", "substr(Payload, 1, length(Payload) - 1) || ' '")]
    [InlineData("At", "replace(At, '1', '2')")]
    [InlineData("By", "'sistem'")]
    [InlineData("Hash", "'f' || substr(Hash, 2, 62) || '!'")]
    [InlineData("PreviousHash", "'x' || substr(PreviousHash, 2)")]
    [InlineData("Type", "'case-open'")]
    public async Task A_changed_row_is_named_with_case_and_version(string column, string changed)
    {
        using var installation = new TestInstallation();
        await StorageSuite.ScreenedAsync(installation);
        (await installation.VerifyAsync()).Ok.ShouldBeTrue();

        var version = Change(installation, column, changed);

        var report = await installation.VerifyAsync();
        report.Ok.ShouldBeFalse();
        report.Invariants.Single(i => i.Name == "journal-hash-chain").Broken
            .ShouldContain(b => b.Contains("case 1", StringComparison.Ordinal) && b.Contains($"version {version}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_removed_last_row_is_found()
    {
        using var installation = new TestInstallation();
        await StorageSuite.ScreenedAsync(installation);
        Do(installation, "DELETE FROM Journal WHERE rowid = (SELECT max(rowid) FROM Journal)");

        (await installation.VerifyAsync()).Invariants.Single(i => i.Name == "journal-hash-chain").Ok.ShouldBeFalse();
    }

    [Theory]
    [InlineData("UPDATE Tasks SET DueOn = '2001-01-01' WHERE rowid = 1", "replay-equals-read-models")]
    [InlineData("DELETE FROM Cases WHERE rowid = 1", "replay-equals-read-models")]
    [InlineData("DELETE FROM DueItems WHERE rowid = 1", "due-items-match-state")]
    public async Task A_changed_read_model_is_found(string sql, string invariant)
    {
        using var installation = new TestInstallation();
        await StorageSuite.ScreenedAsync(installation);
        Do(installation, sql);

        (await installation.VerifyAsync()).Invariants.Single(i => i.Name == invariant).Ok.ShouldBeFalse();
    }

    private static long Change(TestInstallation installation, string column, string changed)
    {
        var opened = Do(installation, "SELECT rowid FROM Journal WHERE Type = 'case-opened' LIMIT 1");
        Do(installation, $"UPDATE Journal SET {column} = {changed} WHERE rowid = {opened}");
        return Do(installation, $"SELECT Version FROM Journal WHERE rowid = {opened}");
    }

    private static long Do(TestInstallation installation, string sql)
    {
        using var connection = new SqliteConnection(installation.Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar() ?? 0L, CultureInfo.InvariantCulture);
    }
}
