using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Runtime;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Access;
using CaseFlow.Web.Background;
#if ADAPTERS
using CaseFlow.Elsa;
using CaseFlow.Hangfire;
using CaseFlow.NRules;
#endif

namespace CaseFlow.Web.Setup;

/// <summary>The engines of the three ports: the built-in ones, and the adapters in a build that has them.</summary>
public static class Engines
{
    /// <summary>What to do where a setting asks for an adapter that is not there.</summary>
    private const string WayOut =
        "which is not in this build. Build with it (dotnet build CaseFlow.Adapters.sln -p:Adapters=true), or leave the setting out to run on the built-in engine.";

#if ADAPTERS
    private static readonly Lazy<ElsaWorkflowEngine> OneElsa = new(() => new ElsaWorkflowEngine());

    private static Adapters? InThisBuild { get; } = new(
        p => new NRulesEngine(p.Rules, p.Levels, p.Escalations), () => OneElsa.Value, w => OneElsa.Value.Export(w),
        (services, work, zone, connection) => services.AddHangfireWaker(work, zone, connection), (app, mayLook) => app.MapHangfire(mayLook));
#else
    private static Adapters? InThisBuild => null;
#endif

    /// <summary>The workflow as JSON for Elsa's designer; null in a build without Elsa.</summary>
    public static Func<WorkflowDefinition, string>? Export => InThisBuild?.Export;

    /// <summary>The engines by name, as the console says them.</summary>
    public static string Line(Settings settings) =>
        $"Engines: rules {settings.Engines.Rules}, workflow {settings.Engines.Workflow}, scheduler {settings.Engines.Scheduler}, database {settings.Storage.Provider}";

    /// <exception cref="SetupException">A setting asks for an engine that is not in this build.</exception>
    public static void RefuseAbsent(EngineSettings chosen)
    {
        var absent = chosen switch
        {
            _ when InThisBuild is not null => null,
            { Rules: RuleEngineChoice.NRules } => "Engines:Rules asks for NRules",
            { Workflow: WorkflowEngineChoice.Elsa } => "Engines:Workflow asks for Elsa",
            { Scheduler: SchedulerChoice.Hangfire } => "Engines:Scheduler asks for Hangfire",
            _ => null,
        };
        if (absent is not null)
            throw new SetupException($"{absent}, {WayOut}");
    }

    /// <summary>The policy, decided by the chosen engines.</summary>
    public static CarePolicy On(EngineSettings chosen, CarePolicy policy) => policy with
    {
        RuleEngine = chosen.Rules == RuleEngineChoice.NRules ? InThisBuild!.Rules(policy) : policy.RuleEngine,
        Engine = chosen.Workflow == WorkflowEngineChoice.Elsa ? InThisBuild!.Workflow() : policy.Engine,
    };

    /// <summary>What wakes the background work.</summary>
    public static void AddScheduler(WebApplicationBuilder builder, Settings settings, IReadOnlyList<RecurringWork> work)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(settings.School.TimeZone);
        if (settings.Engines.Scheduler == SchedulerChoice.Hangfire)
            InThisBuild!.AddHangfire(builder.Services, work, zone, JobsIn(builder.Configuration, settings.Storage.Provider));
        else
            QuartzWaker.Add(builder.Services, work, zone, TimeProvider.System);
    }

    /// <summary>The scheduler's own page, where it has one; the administrator's only.</summary>
    public static void MapScheduler(WebApplication app, SchedulerChoice scheduler)
    {
        if (scheduler == SchedulerChoice.Hangfire)
            InThisBuild!.MapHangfire(app, context => SignedIn.From(context.User)?.Is(Roles.Administrator) == true);
    }

    private static string JobsIn(ConfigurationManager configuration, StorageProvider provider) =>
        configuration.GetConnectionString("Hangfire")
        ?? (provider == StorageProvider.SqlServer ? configuration.GetConnectionString("CaseFlow") : null)
        ?? throw new SetupException("Engines:Scheduler asks for Hangfire, which keeps its jobs in SQL Server: give ConnectionStrings:Hangfire, or run on SQL Server.");

    /// <param name="Rules">The engine of the rules of a policy.</param>
    /// <param name="Export">The workflow as JSON for the designer.</param>
    private sealed record Adapters(
        Func<CarePolicy, IRuleEngine> Rules, Func<IWorkflowEngine> Workflow, Func<WorkflowDefinition, string> Export,
        Action<IServiceCollection, IReadOnlyList<RecurringWork>, TimeZoneInfo, string> AddHangfire,
        Action<WebApplication, Func<HttpContext, bool>> MapHangfire);
}
