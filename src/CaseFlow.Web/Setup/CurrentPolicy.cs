using CaseFlow.Engine.Cases;

namespace CaseFlow.Web.Setup;

/// <summary>The policy in force: the rule, escalation and workflow files of the rules folder, loaded when first asked for.</summary>
public sealed class CurrentPolicy(string folder)
{
    private readonly Lazy<CarePolicy> policy = new(() => CarePolicyFiles.Load(folder));

    public string Folder { get; } = folder;

    public CarePolicy Get() => policy.Value;
}
