using CaseFlow.Engine.Runtime;
using Hangfire;
using Hangfire.Dashboard;
using Hangfire.SqlServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Hangfire;

/// <summary>Puts Hangfire into the program: jobs in SQL Server, the dashboard for whoever may see it.</summary>
public static class HangfireSetup
{
    /// <summary>Where the dashboard lies.</summary>
    public const string DashboardPath = "/hangfire";

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);

    /// <summary>Jobs in the database of that connection, in Hangfire's own schema.</summary>
    public static void AddHangfireWaker(this IServiceCollection services, IReadOnlyList<RecurringWork> work, TimeZoneInfo zone, string connection) =>
        services.AddHangfireWaker(
            work, zone, () => new SqlServerStorage(connection, new SqlServerStorageOptions { SqlClientFactory = SqlClientFactory.Instance }),
            TimeProvider.System, LookEvery);

    /// <summary>Jobs in any storage of Hangfire's, looked at by any clock.</summary>
    public static void AddHangfireWaker(
        this IServiceCollection services, IReadOnlyList<RecurringWork> work, TimeZoneInfo zone, Func<JobStorage> storage, TimeProvider clock, TimeSpan lookEvery)
    {
        services.AddHangfire((s, configuration) => configuration.UseStorage(s.GetRequiredService<KeptJobs>().Storage));
        services.AddSingleton(new KeptJobs(storage));
        services.AddSingleton<IHostedService>(s => new HangfireWaker(
            s.GetRequiredService<KeptJobs>().Storage, work, zone, clock, lookEvery, s, s.GetRequiredService<ILogger<HangfireWaker>>()));
    }

    /// <summary>The dashboard; whoever <paramref name="mayLook"/> does not let in finds nothing there.</summary>
    public static void MapHangfire(this IEndpointRouteBuilder endpoints, Func<HttpContext, bool> mayLook) => endpoints.MapHangfireDashboard(
        DashboardPath,
        new DashboardOptions { Authorization = [new Door(mayLook)], AppPath = "/", DashboardTitle = "CaseFlow", DisplayStorageConnectionString = false },
        endpoints.ServiceProvider.GetRequiredService<KeptJobs>().Storage);

    private sealed class Door(Func<HttpContext, bool> mayLook) : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => mayLook(context.GetHttpContext());
    }

    private sealed class KeptJobs(Func<JobStorage> make)
    {
        private readonly Lazy<JobStorage> storage = new(make);

        public JobStorage Storage => storage.Value;
    }
}
