using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Backtesting;
using CaseFlow.TestSchools;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Rules;

public sealed class BacktestTests : IDisposable
{
    private static readonly BacktestQuestion Question = new(TwoAbsentPupils.From, TwoAbsentPupils.To);

    private readonly TestInstallation installation = new();
    private readonly TempFolder files = new();
    private readonly TempFolder lax = new();

    public BacktestTests()
    {
        TwoAbsentPupils.WriteLaxRules(lax.Path);
        SchoolFiles.Write(TwoAbsentPupils.School, files.Path);
    }

    public void Dispose()
    {
        installation.Dispose();
        files.Dispose();
        lax.Dispose();
    }

    [Fact]
    public async Task Flags_levels_and_cases_that_would_have_been_otherwise_are_named()
    {
        var report = await RunAsync(lax.Path);

        (report.SchoolDays, report.Children).ShouldBe((10, 3));
        report.FlagsNew.ShouldBeEmpty();
        report.FlagsGone.ShouldBe([new BacktestedFlag("S1", "absence-unexcused", "absence", 1, new(2026, 3, 3), new(2026, 3, 9))]);
        var changed = report.FlagsChanged.ShouldHaveSingleItem();
        changed.Present.ShouldBe(new BacktestedFlag("S2", "absence-unexcused", "absence", 2, new(2026, 3, 3), new(2026, 3, 10)));
        changed.Other.ShouldBe(new BacktestedFlag("S2", "absence-unexcused", "absence", 1, new(2026, 3, 4), new(2026, 3, 9)));
        report.LevelsChanged.ShouldBe(
        [
            new LevelDifference("S1", new(2026, 3, 3), new(2026, 3, 9), 1, 0),
            new LevelDifference("S2", new(2026, 3, 3), new(2026, 3, 3), 1, 0),
            new LevelDifference("S2", new(2026, 3, 4), new(2026, 3, 9), 2, 1),
            new LevelDifference("S2", new(2026, 3, 10), new(2026, 3, 10), 1, 0),
        ]);
        report.CasesNew.ShouldBeEmpty();
        report.CasesGone.ShouldBe([new BacktestedCase("S2", 2, new(2026, 3, 4), null)]);
    }

    [Fact]
    public async Task The_load_of_a_week_is_what_falls_due_by_the_limits_of_the_workflow()
    {
        var report = await RunAsync(lax.Path);

        // Now: a call and a visit for each pupil at level 1 on the 3rd; for the case of the 4th the triage on the 6th, then the
        // talk on the 9th, visit and assessment on the 11th. With the lax rules: one call and one visit.
        report.Weeks.ShouldBe(
        [
            new BacktestWeek(new(2026, 3, 2), new WeeklyLoad(5, 1), new WeeklyLoad(2, 0)),
            new BacktestWeek(new(2026, 3, 9), new WeeklyLoad(3, 2), new WeeklyLoad(0, 0)),
        ]);
        report.Capacity.Tasks.ShouldBe(BacktestQuestion.UsualTasksEach, "one counselor");
    }

    [Fact]
    public async Task The_rules_in_force_against_themselves_change_nothing()
    {
        var report = await RunAsync(TestInstallation.RulesFolder);

        report.Present.Flags.ShouldBe(2);
        report.Other.Flags.ShouldBe(2);
        (report.FlagsNew.Count + report.FlagsGone.Count + report.FlagsChanged.Count + report.LevelsChanged.Count).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        await RunAsync(lax.Path);

        using var db = installation.Open();
        (await db.Flags.CountAsync() + await db.Cases.CountAsync() + await db.Journal.CountAsync()).ShouldBe(0);
        (await db.Schools.SingleAsync()).LastScreenedOn.ShouldBeNull();
    }

    [Fact]
    public async Task Where_people_have_judged_the_rules_have_a_precision_and_the_cases_that_they_foresaw()
    {
        (await installation.ImportAsync(files.Path)).AllProblems.ShouldBeEmpty();
        await installation.ScreenAsync(new(2026, 3, 4));
        await Answering.AnswerAsync(installation, "S1", FlagResponse.FalseAlarm);
        await Answering.AnswerAsync(installation, "S2", FlagResponse.Visited);

        var report = await new Backtest(installation.Runtime).RunAsync(CarePolicyFiles.Load(lax.Path), Question);

        report.ConfirmedCases.ShouldBe(1);
        report.Present.Rules.Single(r => r.Rule == "absence-unexcused").ShouldBe(new RuleOutcome("absence-unexcused", 2, 2, 1, 1));
        var then = report.Other.Rules.Single(r => r.Rule == "absence-unexcused");
        then.ShouldBe(new RuleOutcome("absence-unexcused", 1, 1, 1, 1));
        then.Precision.ShouldBe(1.0);
    }

    [Fact]
    public async Task A_case_of_the_backtest_ends_after_thirty_days_below_level_2()
    {
        (await installation.ImportAsync(files.Path)).AllProblems.ShouldBeEmpty();

        var report = await new Backtest(installation.Runtime).RunAsync(
            CarePolicyFiles.Load(lax.Path), new BacktestQuestion(TwoAbsentPupils.From, new DateOnly(2026, 5, 29)));

        report.CasesGone.ShouldHaveSingleItem().ClosedOn.ShouldBe(new DateOnly(2026, 3, 9).AddDays(30), "level 2 for the last time on the 9th");
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public async Task A_case_ends_also_where_the_thirty_days_end_after_the_last_school_day(int april, bool ended)
    {
        // The calendar ends on 10 March; every day is a school day there, so that both marks count until the 7th.
        var calendar = Enumerable.Range(2, 9).Select(d => new DateOnly(2026, 3, d)).Select(d => new CalendarDay(d, "school", "2025-2026-2"));
        SchoolFiles.Write(TwoAbsentPupils.School with { Calendar = [.. calendar] }, files.Path);
        (await installation.ImportAsync(files.Path)).AllProblems.ShouldBeEmpty();

        var report = await new Backtest(installation.Runtime).RunAsync(
            CarePolicyFiles.Load(lax.Path), new BacktestQuestion(TwoAbsentPupils.From, new DateOnly(2026, 4, april)));

        (report.CasesGone.ShouldHaveSingleItem().ClosedOn is not null).ShouldBe(ended);
    }

    private async Task<BacktestReport> RunAsync(string rules)
    {
        (await installation.ImportAsync(files.Path)).AllProblems.ShouldBeEmpty();
        return await new Backtest(installation.Runtime).RunAsync(CarePolicyFiles.Load(rules), Question);
    }
}
