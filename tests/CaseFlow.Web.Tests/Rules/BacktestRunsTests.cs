using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Backtesting;
using CaseFlow.Engine.Storage;
using CaseFlow.TestSchools;
using CaseFlow.Web.Tests.Setup;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Rules;

/// <summary>Backtests that people ask for, and the nodes that do them.</summary>
public sealed class BacktestRunsTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 3, 14);
    private static readonly BacktestQuestion Question = new(TwoAbsentPupils.From, TwoAbsentPupils.To);
    private static readonly BacktestTrial Lax = new([new("absence-unexcused", "once", "2"), new("absence-unexcused", "more", "3")]);

    private readonly TestInstallation installation = new();
    private readonly HandClock leases = new();

    public void Dispose() => installation.Dispose();

    [Fact]
    public async Task A_run_is_done_in_the_background_and_its_result_can_be_read()
    {
        await SchoolAsync();
        var (id, refused) = await AskAsync(Lax);
        refused.ShouldBeNull();
        (await RunAsync(id)).State.ShouldBe(BacktestState.Waiting);

        (await Node().DoNextAsync()).ShouldBeTrue();
        (await Node().DoNextAsync()).ShouldBeFalse("none waits");

        var run = await RunAsync(id);
        (run.State, run.Failure, run.ClassesDone, run.ClassesInAll).ShouldBe((BacktestState.Done, null, 1, 1));
        var report = BacktestRuns.ReportOf(run)!;
        report.FlagsGone.ShouldHaveSingleItem().Student.ShouldBe("S1");
        report.CasesGone.ShouldHaveSingleItem();
        BacktestRuns.TrialOf(run).Parameters.ShouldBe(Lax.Parameters);
    }

    [Fact]
    public async Task A_node_that_has_gone_loses_its_claim_after_the_lease_and_can_write_nothing_then()
    {
        await SchoolAsync();
        var (id, _) = await AskAsync(Lax);
        using (var db = installation.Open())
            await db.BacktestRuns.ExecuteUpdateAsync(s => s.SetProperty(r => r.State, BacktestState.Running).SetProperty(r => r.Fence, 1)
                .SetProperty(r => r.ClaimedUntil, leases.GetUtcNow() + BacktestRuns.Lease));

        (await Node().DoNextAsync()).ShouldBeFalse("another node holds it");
        leases.Pass(BacktestRuns.Lease + TimeSpan.FromSeconds(1));
        (await Node().DoNextAsync()).ShouldBeTrue();

        var run = await RunAsync(id);
        (run.State, run.Fence).ShouldBe((BacktestState.Done, 2));
    }

    [Fact]
    public async Task Of_many_nodes_one_does_a_run()
    {
        await SchoolAsync();
        var (id, _) = await AskAsync(Lax);

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Node().DoNextAsync()));

        done.Count(d => d).ShouldBe(1);
        (await RunAsync(id)).Fence.ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-03-13", "2026-03-02", "backtest.period")]
    [InlineData("2026-03-02", "2026-03-14", "backtest.period")]
    [InlineData("2024-03-02", "2026-03-13", "backtest.period")]
    public async Task A_period_that_is_none_is_refused(string from, string to, string id) =>
        (await Node().AskAsync(new BacktestQuestion(DateOnly.Parse(from), DateOnly.Parse(to)), Lax, default, Today)).Refused!.Refusal.Id.ShouldBe(id);

    [Fact]
    public async Task What_cannot_be_tried_is_refused_and_no_run_is_written_down()
    {
        (await AskAsync(new BacktestTrial([]))).Refused!.Refusal.ShouldBe(BacktestRefusals.NothingToTry);
        (await AskAsync(new BacktestTrial([new ParameterSetting("grade-drop", "drop", "0")]))).Refused!.Refusal.Id.ShouldBe("parameter.bounds");
        (await AskAsync(new BacktestTrial([], "flags/none.yaml", "kind: x"))).Refused!.Refusal.ShouldBe(BacktestRefusals.NoSuchFile);
        var health = installation.Runtime.Policy().Source.Files["flags/health.yaml"];
        (await AskAsync(new BacktestTrial([], "flags/health.yaml", health.ReplaceLineEndings("\r\n")))).Refused!.Refusal.ShouldBe(BacktestRefusals.NothingToTry);
        var wrong = (await AskAsync(new BacktestTrial([], "flags/health.yaml", health.Replace("size(evidence)", "sise(evidence)")))).Refused!;
        wrong.Refusal.ShouldBe(BacktestRefusals.NotInOrder);
        wrong.Problems.ShouldContain(p => p.File == "flags/health.yaml" && p.Line > 1 && p.Column > 1 && p.Message.Contains("sise"));

        using var db = installation.Open();
        (await db.BacktestRuns.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_period_read_at_once_gives_the_facts_that_the_screening_of_each_day_would()
    {
        var school = RandomSchool.Make(11, RandomSchoolSize.Tiny);
        using var files = new TempFolder();
        SchoolFiles.Write(school, files.Path);
        (await installation.ImportAsync(files.Path)).Ok.ShouldBeTrue();
        var screened = RandomSchool.InterestingDays(school).Order().ToList();
        using var db = installation.Open();
        var onFile = await SchoolOnFile.LoadAsync(db, installation.Runtime.Zone);
        var period = await PeriodOfSchool.LoadAsync(db, onFile, [.. screened.Where(onFile.Time.Calendar.IsSchoolDay)], default);
        period.Days.Count.ShouldBeGreaterThan(3);

        foreach (var room in onFile.Classes)
        {
            var read = await ClassPeriod.LoadAsync(db, period, room, default);
            foreach (var day in period.Days)
            {
                var atOnce = Found(read.On(day));
                var byDay = Found(await new ClassSignals(db, onFile, day.Screening.Day).OfClassAsync(room, true, default));
                atOnce.ShouldBe(byDay, $"{room.Name}, {day.Screening.Day}");
            }
        }
    }

    /// <summary>What the rules find, and all parts of their conditions with their values.</summary>
    private List<string> Found(IEnumerable<ChildWithFacts> children) =>
        [.. children.SelectMany(c => installation.Runtime.Policy().Rules.Rules.Select(r => r.Explain(c.Facts)).Select(e =>
            $"{c.Child.StudentNo} {e.Rule} {string.Join(" | ", e.Parts)} {e.Found?.Severity} {string.Join(" | ", e.Found?.Evidence.Select(x => x.Words.En) ?? [])}"))];

    private BacktestRuns Node() => new(installation.Runtime, new Backtest(installation.Runtime), leases);

    private Task<(Guid? Id, BacktestRefused? Refused)> AskAsync(BacktestTrial trial) => Node().AskAsync(Question, trial, default, Today);

    private async Task<BacktestRun> RunAsync(Guid? id)
    {
        using var db = installation.Open();
        return await db.BacktestRuns.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    private async Task SchoolAsync()
    {
        using var files = new TempFolder();
        SchoolFiles.Write(TwoAbsentPupils.School, files.Path);
        (await installation.ImportAsync(files.Path)).AllProblems.ShouldBeEmpty();
    }
}
