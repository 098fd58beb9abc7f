using System.Text.Json;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Storage;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Simulation;

public sealed class SimulationTests
{
    [Fact]
    public async Task The_same_seed_on_two_fresh_databases_tells_the_same_story()
    {
        using var one = await Installation.WithSchoolAsync();
        using var other = await Installation.WithSchoolAsync();

        var first = await one.SimulateAsync(40, 7);
        var second = await other.SimulateAsync(40, 7);

        first.Exit.ShouldBe(0, first.Text);
        second.ShouldBe(first);
        first.Text.ShouldContain("2026-03-07 to 2026-04-15: 40 days, 28 school days, 24 children, seed 7");
    }

    [Fact]
    public async Task Another_seed_tells_another_story()
    {
        using var one = await Installation.WithSchoolAsync();
        using var other = await Installation.WithSchoolAsync();

        var first = await one.SimulateAsync(10, 1);
        var second = await other.SimulateAsync(10, 2);

        second.Text.Replace("seed 2", "seed 1", StringComparison.Ordinal).ShouldNotBe(first.Text);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Every_invariant_holds_on_the_way_and_at_the_end(int seed)
    {
        using var installation = await Installation.WithSchoolAsync();

        var run = await installation.SimulateAsync(45, seed, "--verify-every", "9", "--staff-diligence", "0.6");

        run.Exit.ShouldBe(0, run.Text);
        run.Text.ShouldEndWith($"Every invariant holds.{Environment.NewLine}");
        run.Text.ShouldNotContain("TROUBLE");
    }

    [Fact]
    public async Task The_totals_are_those_of_the_database()
    {
        using var installation = await Installation.WithSchoolAsync();
        var run = await installation.SimulateAsync(40, 11, "--json");
        run.Exit.ShouldBe(0, run.Text);
        using var document = JsonDocument.Parse(run.Text);
        var totals = document.RootElement.GetProperty("totals");
        await using var app = await installation.OpenAsync();
        using var db = app.Services.GetRequiredService<CareRuntime>().Open();

        Total("flags", "raised").ShouldBe(await db.Flags.CountAsync());
        Total("flags", "answered").ShouldBe(await db.Flags.CountAsync(f => f.Status == FlagStatus.Answered));
        Total("flags", "lapsed").ShouldBe(await db.Flags.CountAsync(f => f.Status == FlagStatus.Lapsed));
        Total("cases", "opened").ShouldBe(await db.Cases.CountAsync());
        Total("cases", "opened").ShouldBeGreaterThan(3);
        Total("cases", "closed").ShouldBe(await db.Cases.CountAsync(c => !c.IsOpen));
        Total("escalations", "asked").ShouldBe(await db.Escalations.CountAsync());
        Total("escalations", "rejected").ShouldBe(await db.Escalations.CountAsync(e => e.Status == EscalationStatus.Rejected));
        Total("escalations", "emergencies").ShouldBe(await db.Escalations.CountAsync(e => e.Emergency));
        Total("tasks", "issued").ShouldBe(await db.Tasks.CountAsync());
        Total("tasks", "fellLate").ShouldBe(await db.Tasks.CountAsync(t => t.BecameLate != null));
        Total("tasks", "homeVisits").ShouldBe(await db.Tasks.CountAsync(t => t.State == TaskState.Done && t.Kind == TaskKind.HomeVisit));
        Signals("attendance").ShouldBe(await db.AttendanceMarks.CountAsync() - 1);
        Signals("observation").ShouldBe(await db.Observations.CountAsync());
        Signals("contact").ShouldBe(await db.Contacts.CountAsync() - 24);

        int Total(string what, string which) => totals.GetProperty(what).GetProperty(which).GetInt32();
        int Signals(string kind) => document.RootElement.GetProperty("signals").EnumerateObject()
            .Where(s => s.Name.StartsWith(kind, StringComparison.Ordinal)).Sum(s => s.Value.GetInt32());
    }

    [Fact]
    public async Task A_second_run_goes_on_the_day_after_the_first_one_ended()
    {
        using var installation = await Installation.WithSchoolAsync();

        var first = await installation.SimulateAsync(2, 7);
        var second = await installation.SimulateAsync(3, 7);

        // Saturday and Sunday bring hardly a signal; the clock has gone on all the same.
        first.Text.ShouldStartWith("2026-03-07 to 2026-03-08: 2 days, 0 school days");
        second.Text.ShouldStartWith("2026-03-09 to 2026-03-11: 3 days, 3 school days");
    }

    [Fact]
    public async Task The_document_holds_no_id()
    {
        using var installation = await Installation.WithSchoolAsync();
        var run = await installation.SimulateAsync(8, 7, "--json");
        await using var app = await installation.OpenAsync();
        using var db = app.Services.GetRequiredService<CareRuntime>().Open();

        foreach (var child in await db.Children.Select(c => c.Id).ToListAsync())
            run.Text.ShouldNotContain($"{child.Value}");
        run.Text.ShouldNotContain($"{app.Services.GetRequiredService<Databases>().School.Value}");
    }

    [Theory]
    [InlineData("--days", "0")]
    [InlineData("--days", "3661")]
    [InlineData("--days", "soon")]
    [InlineData("--days", "5", "--seed", "x")]
    [InlineData("--days", "5", "--staff-diligence", "1.1")]
    [InlineData]
    public async Task A_wrong_call_exits_with_2(params string[] options)
    {
        using var error = new StringWriter();
        (await Web.Verbs.CommandLine.RunAsync(["simulate", .. options], TextWriter.Null, error)).ShouldBe(2);
        error.ToString().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Without_a_simulated_clock_it_says_so_and_exits_with_1()
    {
        using var installation = await Installation.WithSchoolAsync();

        (await installation.RunAsync("System", ["simulate", "--days", "5"])).Exit.ShouldBe(1);
        installation.Said.ToString().ShouldContain("Set Clock:Mode to Simulated.");
    }
}
