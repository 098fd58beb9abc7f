using System.Collections.Immutable;
using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Rules.Parameters;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases;

/// <summary>What a school may change without a programmer, checked and compiled: flag rules, levels, escalations, workflow.</summary>
/// <param name="Workflow">The version in force: a new case starts on it.</param>
/// <param name="Engine">The port that runs the workflow.</param>
/// <param name="Source">What all of it was made of, so that a variant can be tried.</param>
/// <param name="Ignored">What the school has set and the files no longer have, or no longer allow.</param>
public sealed record CarePolicy(
    RuleBook Rules, LevelRules Levels, EscalationRules Escalations, WorkflowDefinition Workflow, IWorkflowEngine Engine,
    PolicySource Source, IReadOnlyList<IgnoredSetting> Ignored)
{
    /// <summary>The port that runs the rules.</summary>
    public IRuleEngine RuleEngine { get; init; } = new CompiledRules(Rules, Levels);

    /// <summary>Versions of the workflow that are no longer in force and that cases started on, by version.</summary>
    public ImmutableDictionary<string, WorkflowDefinition> Earlier { get; init; } = ImmutableDictionary<string, WorkflowDefinition>.Empty;

    /// <summary>The workflow of a case: the version that it started with, or was moved to.</summary>
    public WorkflowDefinition WorkflowOf(CareCase care) => WorkflowOf(care.WorkflowVersion);

    /// <summary>The workflow of a version; the one in force where that version was never kept, so that no case stands still.</summary>
    public WorkflowDefinition WorkflowOf(string version) =>
        version == Workflow.Version ? Workflow : Earlier.GetValueOrDefault(version, Workflow);
}

/// <summary>The files of a policy and what the school has set over them.</summary>
/// <param name="Files">Texts by name relative to the rules folder.</param>
public sealed record PolicySource(IReadOnlyDictionary<string, string> Files, ParameterSettings Settings);
