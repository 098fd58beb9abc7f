namespace CaseFlow.Web.Setup;

/// <summary>The settings that others rely on. Bound from the usual sources; what is not understood stops the program.</summary>
public sealed class Settings
{
    public StorageSettings Storage { get; set; } = new();

    public DataSettings Data { get; set; } = new();

    public RulesSettings Rules { get; set; } = new();

    public SchoolSettings School { get; set; } = new();

    public ClockSettings Clock { get; set; } = new();

    public DemoSettings Demo { get; set; } = new();

    public EngineSettings Engines { get; set; } = new();

    public RobotSettings Robots { get; set; } = new();

    public HttpsSettings Https { get; set; } = new();
}

public sealed class StorageSettings
{
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;
}

/// <summary>The databases that the program runs on.</summary>
public enum StorageProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}

public sealed class DataSettings
{
    /// <summary>Where the SQLite file, keys and attachments live; relative to the content root.</summary>
    public string Folder { get; set; } = "data";
}

public sealed class RulesSettings
{
    /// <summary>Where the rule, workflow and escalation files live; relative to the content root, or beside the program.</summary>
    public string Folder { get; set; } = "rules";
}

public sealed class SchoolSettings
{
    /// <summary>IANA name.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";
}

public sealed class ClockSettings
{
    public ClockMode Mode { get; set; } = ClockMode.System;
}

/// <summary>The clocks that the program runs on.</summary>
public enum ClockMode
{
    System,
    Simulated,
}

public sealed class DemoSettings
{
    /// <summary>Whether an empty database gets the demonstration school; default in Development only.</summary>
    public bool? Enabled { get; set; }
}

public sealed class RobotSettings
{
    /// <summary>Whether messages may go to addresses in private networks, for a school that runs its own chat server there.</summary>
    public bool AllowPrivateAddresses { get; set; }
}

public sealed class HttpsSettings
{
    /// <summary>Names and addresses, separated by semicolons, by which the computer is reached besides its own.</summary>
    public string Names { get; set; } = "";
}

public sealed class EngineSettings
{
    public RuleEngineChoice Rules { get; set; } = RuleEngineChoice.BuiltIn;

    public WorkflowEngineChoice Workflow { get; set; } = WorkflowEngineChoice.BuiltIn;

    public SchedulerChoice Scheduler { get; set; } = SchedulerChoice.Quartz;
}

public enum RuleEngineChoice
{
    BuiltIn,
    NRules,
}

public enum WorkflowEngineChoice
{
    BuiltIn,
    Elsa,
}

public enum SchedulerChoice
{
    Quartz,
    Hangfire,
}
