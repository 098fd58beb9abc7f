namespace CaseFlow.Web.Setup;

/// <summary>Where the installation's files lie.</summary>
/// <param name="Data">SQLite file and attachments.</param>
/// <param name="Rules">Rule, workflow and escalation files.</param>
public sealed record InstallationFolders(string Data, string Rules)
{
    /// <summary>Where a restore puts the rule files of a backup; never over those in force.</summary>
    public string RestoredRules => Path.Combine(Data, "restored-rules");
}
