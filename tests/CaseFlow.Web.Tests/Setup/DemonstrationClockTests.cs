using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Accounts;
using CaseFlow.Web.Setup;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Setup;

/// <summary>Which clock a school lives by, and who can move it.</summary>
public sealed class DemonstrationClockTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 18, 4, 0, 0, TimeSpan.Zero);
    private readonly TempFolder folder = new();
    private readonly Databases databases;

    public DemonstrationClockTests()
    {
        databases = new Databases(StorageProvider.Sqlite, $"Data Source={Path.Combine(folder.Path, "caseflow.db")}") { School = new(Ids.Next()) };
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Theory]
    [InlineData("Simulated", typeof(SimulatedClock))]
    [InlineData("System", typeof(DemonstrationClock))]
    public async Task The_site_lives_by_the_clock_of_the_settings_whatever_wakes_its_work(string mode, Type clock)
    {
        await using var app = await WebSite.BuildAsync([$"--Data:Folder={folder.Path}", $"--Clock:Mode={mode}", "--environment=Production"]);

        app.Services.GetRequiredService<CareRuntime>().Clock.ShouldBeOfType(clock);
        app.Services.GetRequiredService<TimeProvider>().ShouldBeOfType(clock);
    }

    [Fact]
    public async Task In_the_demonstration_school_the_clock_stands_where_it_was_put_until_the_time_has_come_there()
    {
        await MigrateAsync(demonstration: true);
        var (system, clock) = await ClockAsync();
        clock.GetUtcNow().ShouldBe(Noon);

        await clock.SetAsync(Noon.AddDays(7));

        clock.GetUtcNow().ShouldBe(Noon.AddDays(7));
        (await ClockAsync()).Clock.GetUtcNow().ShouldBe(Noon.AddDays(7), "another process of the installation");
        system.Now = Noon.AddDays(8);
        clock.GetUtcNow().ShouldBe(Noon.AddDays(8));
    }

    [Fact]
    public async Task Anywhere_else_it_is_the_system_s_clock_whatever_is_in_the_database()
    {
        await MigrateAsync(demonstration: false);
        var (_, clock) = await ClockAsync();

        await clock.SetAsync(Noon.AddDays(7));

        clock.GetUtcNow().ShouldBe(Noon);
    }

    private async Task MigrateAsync(bool demonstration)
    {
        await databases.MigrateAsync(CancellationToken.None);
        using (var db = databases.Open())
            await Web.Import.Installation.EnsureSchool(db, Ids.Next);
        using var accounts = databases.OpenAccounts();
        accounts.Users.Add(new Account { UserName = "somebody", StaffId = Ids.Next(), IsDemonstration = demonstration });
        await accounts.SaveChangesAsync();
    }

    private async Task<(StandingClock System, DemonstrationClock Clock)> ClockAsync()
    {
        var system = new StandingClock { Now = Noon };
        var clock = new DemonstrationClock(databases.Open, system);
        await clock.RecogniseAsync(databases);
        return (system, clock);
    }
}
