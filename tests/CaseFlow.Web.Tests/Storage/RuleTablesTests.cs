using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Backtesting;
using CaseFlow.Engine.Storage;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Storage;

/// <summary>What is kept of the rules, the same on every database.</summary>
public sealed class RuleTablesTests(DatabaseServers servers) : IClassFixture<DatabaseServers>
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task Two_who_set_at_the_same_time_come_one_after_the_other(StorageProvider database)
    {
        using var installation = New(database);
        var changes = new ParameterChanges(installation.Runtime);

        var refusals = await Task.WhenAll(Enumerable.Range(30, 3).Select(n => changes.SetAsync(
            new SetParameters([new ParameterSetting("grade-drop", "drop", $"{n}")], "同时"), default)));

        refusals.ShouldAllBe(r => r == null);
        using var db = installation.Open();
        var rows = await db.ParameterChanges.OrderBy(c => c.No).ToListAsync();
        rows.Select(r => r.No).ShouldBe([1, 2, 3]);
        rows.Zip(rows.Skip(1), (a, b) => a.To == b.From).ShouldAllBe(follows => follows);
        ParametersOnFile.Settings(db).All.ShouldHaveSingleItem().Value.ShouldBe(rows[^1].To);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task A_backtest_is_taken_once_and_the_record_and_the_kept_files_can_be_read(StorageProvider database)
    {
        using var installation = New(database);
        var (school, day) = await StorageSuite.ScreenedAsync(installation);
        var runs = new BacktestRuns(installation.Runtime, new Backtest(installation.Runtime), TimeProvider.System);
        var trial = new BacktestTrial([new ParameterSetting("absence-unexcused", "days", "3")]);
        var (id, _) = await runs.AskAsync(new BacktestQuestion(day.AddDays(-5), day), trial, default, day.AddDays(1));

        (await Task.WhenAll(runs.DoNextAsync(), runs.DoNextAsync())).Count(done => done).ShouldBe(1);
        await new RuleFileHistory(installation.Runtime).KeepAsync();
        await new RuleFileHistory(installation.Runtime).KeepAsync();

        using var db = installation.Open();
        (await db.BacktestRuns.SingleAsync(r => r.Id == id)).State.ShouldBe(BacktestState.Done);
        (await db.RuleFileVersions.CountAsync()).ShouldBe(installation.Runtime.Policy().Rules.Rules.Select(r => r.File).Distinct().Count());
        var records = new RuleRecords(installation.Runtime);
        foreach (var record in (await records.AllAsync()).Where(r => r.Raised > 0))
        {
            (await records.FlagsOf(db, record.Rule, RecordFigure.Raised).CountAsync()).ShouldBe(record.Raised);
            (await records.FlagsOf(db, record.Rule, RecordFigure.Active).CountAsync()).ShouldBe(record.Active);
            (await records.FlagsOf(db, record.Rule, RecordFigure.Confirmed).CountAsync()).ShouldBe(record.Confirmed);
            (await records.ByMonthAsync(record.Rule)).Count.ShouldBe(12);
        }
    }

    private TestInstallation New(StorageProvider database) => new(database, servers.NewDatabase(database));
}
