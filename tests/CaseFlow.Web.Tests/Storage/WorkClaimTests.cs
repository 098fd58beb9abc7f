using CaseFlow.Engine.Runtime;
using CaseFlow.Web.Setup;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Tests.Storage;

/// <summary>Claims of shared work, the same on every database.</summary>
public sealed class WorkClaimTests(DatabaseServers servers) : IClassFixture<DatabaseServers>
{
    private readonly StandingClock clock = new();

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task One_node_holds_a_work_until_it_gives_it_back(StorageProvider database)
    {
        using var installation = New(database);
        var claims = Claims(installation);

        var held = await claims.TakeAsync(SharedWork.Sweep);

        held.ShouldNotBeNull();
        (await claims.TakeAsync(SharedWork.Sweep)).ShouldBeNull("it is held");
        (await claims.TakeAsync(SharedWork.Outbox)).ShouldNotBeNull("another work is free");
        await held.ReleaseAsync();
        (await claims.TakeAsync(SharedWork.Sweep)).ShouldNotBeNull();
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task What_a_dead_node_held_is_free_when_its_lease_ends_and_not_before(StorageProvider database)
    {
        using var installation = New(database);
        var claims = Claims(installation);
        var dead = await claims.TakeAsync(SharedWork.Sweep);

        clock.Now += WorkClaims.Lease - TimeSpan.FromMilliseconds(1);
        (await claims.TakeAsync(SharedWork.Sweep)).ShouldBeNull();
        clock.Now += TimeSpan.FromMilliseconds(1);
        var next = await claims.TakeAsync(SharedWork.Sweep);

        next.ShouldNotBeNull();
        next.Fence.ShouldBe(dead!.Fence + 1);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task A_heartbeat_keeps_the_work_beyond_one_lease(StorageProvider database)
    {
        using var installation = New(database);
        var claims = Claims(installation);
        var held = await claims.TakeAsync(SharedWork.Sweep);

        for (var beat = 0; beat < 12; beat++)
        {
            clock.Now += WorkClaims.Lease / 4;
            (await held!.GoOnAsync()).ShouldBeTrue();
        }

        (await claims.TakeAsync(SharedWork.Sweep)).ShouldBeNull();
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task A_former_holder_cannot_go_on_nor_write_nor_give_back_what_is_not_its_own(StorageProvider database)
    {
        using var installation = New(database);
        var claims = Claims(installation);
        var former = await claims.TakeAsync(SharedWork.Outbox);
        clock.Now += WorkClaims.Lease;
        var holder = await claims.TakeAsync(SharedWork.Outbox);
        await StorageSuite.ScreenedAsync(installation);

        (await former!.GoOnAsync()).ShouldBeFalse();
        (await new OutboxDelivery(installation.Runtime).RunAsync(former)).ShouldBe(0, "the fence holds it off");
        await former.ReleaseAsync();
        (await claims.TakeAsync(SharedWork.Outbox)).ShouldBeNull("it is still the other's");
        (await new OutboxDelivery(installation.Runtime).RunAsync(holder)).ShouldBeGreaterThan(0);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task A_lease_written_by_a_clock_that_was_far_ahead_does_not_last(StorageProvider database)
    {
        using var installation = New(database);
        var claims = Claims(installation);
        clock.Now += TimeSpan.FromDays(365);
        await claims.TakeAsync(SharedWork.Sweep);

        clock.Now -= TimeSpan.FromDays(365);

        (await claims.TakeAsync(SharedWork.Sweep)).ShouldNotBeNull();
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task Of_many_who_ask_at_once_one_gets_it(StorageProvider database)
    {
        using var installation = New(database);
        var claims = Claims(installation);
        await claims.DoAsync(SharedWork.Screening, _ => Task.CompletedTask);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => claims.TakeAsync(SharedWork.Screening)));

        taken.Count(t => t is not null).ShouldBe(1);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    [OnSqlServer]
    public async Task A_screening_whose_work_was_taken_over_does_not_call_the_day_screened(StorageProvider database)
    {
        using var installation = New(database);
        var claims = Claims(installation);
        var former = await claims.TakeAsync(SharedWork.Screening);
        clock.Now += WorkClaims.Lease;
        await claims.TakeAsync(SharedWork.Screening);
        var (_, day) = await StorageSuite.ScreenedAsync(installation);

        await new SchoolScreening(installation.Runtime).RunAsync(time => ScreeningMoment.EndOf(day.AddDays(3), time), held: former);

        using var db = installation.Open();
        (await db.Schools.Select(s => s.LastScreenedOn).SingleAsync()).ShouldBe(day);
    }

    private TestInstallation New(StorageProvider database) => new(database, servers.NewDatabase(database));

    private WorkClaims Claims(TestInstallation installation) => new(installation.Open, clock, Ids.Next);
}
