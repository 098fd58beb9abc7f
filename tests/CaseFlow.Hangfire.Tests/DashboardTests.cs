using System.Net;
using CaseFlow.Engine.Runtime;
using Hangfire.Logging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Hangfire.Tests;

/// <summary>Hangfire's dashboard and who may see it.</summary>
[Collection(nameof(HangfireWakerTests))]
public sealed class DashboardTests : IDisposable
{
    /// <summary>Hangfire has one log for the whole process, and the one of an application that has ended is of no use to the next.</summary>
    public void Dispose() => LogProvider.SetCurrentLogProvider(null);

    [Fact]
    public async Task Whoever_may_not_look_finds_nothing_there() =>
        (await AskAsync(mayLook: false)).StatusCode.ShouldBeOneOf(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden);

    [Fact]
    public async Task Whoever_may_look_sees_the_jobs()
    {
        var answer = await AskAsync(mayLook: true);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("due-work");
    }

    private static async Task<HttpResponseMessage> AskAsync(bool mayLook)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Services.AddRoutingCore();
        RecurringWork[] work = [new("due-work", Cadence.Every(TimeSpan.FromMinutes(1)), (_, _) => Task.CompletedTask)];
        var storage = new StorageWithoutClock();
        builder.Services.AddHangfireWaker(work, TimeZoneInfo.Utc, () => storage, TimeProvider.System, TimeSpan.FromSeconds(1));
        await using var app = builder.Build();
        app.UseRouting();
        app.MapHangfire(_ => mayLook);
        await app.StartAsync();
        return await app.GetTestClient().GetAsync(new Uri($"{HangfireSetup.DashboardPath}/recurring", UriKind.Relative));
    }
}
