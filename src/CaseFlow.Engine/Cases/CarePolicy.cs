using CaseFlow.Engine.Rules;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases;

/// <summary>What a school may change without a programmer, checked and compiled: flag rules, levels, escalations, workflow.</summary>
/// <param name="Engine">The port that runs the workflow.</param>
public sealed record CarePolicy(
    RuleBook Rules, LevelRules Levels, EscalationRules Escalations, WorkflowDefinition Workflow, IWorkflowEngine Engine);
