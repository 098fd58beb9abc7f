using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Runtime.Backtesting;
using CaseFlow.Web.Access;
using CaseFlow.Web.Backup;
using CaseFlow.Web.Import;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Web.Setup;

/// <summary>Puts the program together from its settings; every verb and the web application start here.</summary>
public static class CaseFlowHost
{
    /// <summary>The builder with all that verbs and web share.</summary>
    /// <param name="settings">Settings from the command line, as <c>--Key:Sub=value</c>.</param>
    public static WebApplicationBuilder Builder(string[] settings)
    {
        var builder = WebApplication.CreateBuilder(settings);
        builder.WebHost.UseStaticWebAssets();
        var bound = Bind(builder.Configuration);
        Engines.RefuseAbsent(bound.Engines);
        var root = builder.Environment.ContentRootPath;
        var zone = Zone(bound.School.TimeZone);
        var folders = new InstallationFolders(Path.GetFullPath(Path.Combine(root, bound.Data.Folder)), RulesFolder(root, bound.Rules.Folder));
        var databases = Databases.Of(bound, builder.Configuration.GetConnectionString("CaseFlow"), folders.Data);
        builder.Services.AddSingleton(bound);
        builder.Services.AddSingleton(folders);
        builder.Services.AddSingleton(databases);
        builder.Services.AddSingleton(s => new CurrentPolicy(
            folders.Rules, databases.Open, TimeProvider.System, s.GetRequiredService<ILogger<CurrentPolicy>>(), p => Engines.On(bound.Engines, p)));
        builder.Services.AddSingleton(zone);
        builder.Services.AddSingleton<TimeProvider>(
            bound.Clock.Mode == ClockMode.Simulated
                ? new SimulatedClock(databases.Open, TimeProvider.System, zone)
                : new DemonstrationClock(databases.Open, TimeProvider.System));
#pragma warning disable RS0030 // the one source of ids that everything else is given
        builder.Services.AddSingleton<NewId>(Guid.CreateVersion7);
#pragma warning restore RS0030
        builder.Services.AddSingleton(s => new CareRuntime(
            databases.Open, s.GetRequiredService<TimeProvider>(), zone, s.GetRequiredService<NewId>(), s.GetRequiredService<CurrentPolicy>().Get)
        {
#pragma warning disable RS0030 // the one place that gives work a thread; the engine awaits it where it began it
            Beside = Task.Run,
#pragma warning restore RS0030
        });
        // Leases are held in real time, also where the school's clock stands still.
        builder.Services.AddSingleton(s => new WorkClaims(databases.Open, TimeProvider.System, s.GetRequiredService<NewId>()));
        builder.Services.AddSingleton<Desk>();
        builder.Services.AddSingleton<SchoolScreening>();
        builder.Services.AddSingleton<RuleExplanations>();
        builder.Services.AddSingleton<Backtest>();
        builder.Services.AddSingleton(s => new BacktestRuns(s.GetRequiredService<CareRuntime>(), s.GetRequiredService<Backtest>(), TimeProvider.System));
        builder.Services.AddSingleton<RuleRecords>();
        builder.Services.AddSingleton<ParameterChanges>();
        builder.Services.AddSingleton<RuleFileHistory>();
        builder.Services.AddSingleton<RuleActions>();
        builder.Services.AddSingleton<DueSweep>();
        builder.Services.AddSingleton<OutboxDelivery>();
        builder.Services.AddSingleton<Verification>();
        builder.Services.AddSingleton<InstallationBackup>();
        builder.Services.AddSingleton<Uploads>();
        builder.Services.AddSingleton<CareActions>();
        builder.Services.AddSingleton<HandingOver>();
        builder.Services.AddSingleton<Delegating>();
        return builder;
    }

    /// <summary>Makes the database ready and finds its school; on SQLite brings it up to date, elsewhere asks for <c>migrate</c>.</summary>
    public static async Task ReadyAsync(IServiceProvider services, CancellationToken cancel = default)
    {
        var databases = services.GetRequiredService<Databases>();
        if (databases.Provider == StorageProvider.Sqlite)
        {
            await databases.MigrateAsync(cancel);
            await databases.LearnAsync(cancel);
        }
        else if (!await databases.IsCurrentAsync(cancel))
            throw new SetupException("The database is not at this version of the program. Run 'caseflow migrate' first.");
        await FindSchoolAsync(services, databases, cancel);
        if (services.GetRequiredService<TimeProvider>() is DemonstrationClock clock)
            await clock.RecogniseAsync(databases, cancel);
    }

    /// <summary>Finds the school of the installation, or founds it.</summary>
    public static async Task FindSchoolAsync(IServiceProvider services, Databases databases, CancellationToken cancel)
    {
        var newId = services.GetRequiredService<NewId>();
        using (var any = databases.Open())
        {
            var known = await any.Schools.IgnoreQueryFilters().Select(s => (SchoolId?)s.Id).FirstOrDefaultAsync(cancel);
            databases.School = known ?? new SchoolId(newId());
        }

        using var db = databases.Open();
        await Installation.EnsureSchool(db, newId, cancel);
    }

    private static Settings Bind(ConfigurationManager configuration)
    {
        try
        {
            return configuration.Get<Settings>() ?? new Settings();
        }
        catch (InvalidOperationException e)
        {
            throw new SetupException($"A setting is not understood: {e.Message}", e);
        }
    }

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
        ? zone
        : throw new SetupException($"School:TimeZone '{name}' is not known; give an IANA name such as Asia/Shanghai.");

    private static string RulesFolder(string root, string folder)
    {
        var beside = Path.GetFullPath(Path.Combine(root, folder));
        return Directory.Exists(beside) ? beside : Path.Combine(AppContext.BaseDirectory, folder);
    }
}
