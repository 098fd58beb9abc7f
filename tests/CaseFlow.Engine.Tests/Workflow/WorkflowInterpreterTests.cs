using CaseFlow.Conformance.Workflow;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Tests.Workflow;

/// <summary>The built-in interpreter of the workflow file.</summary>
public sealed class WorkflowInterpreterTests : WorkflowEngineConformance
{
    protected override IWorkflowEngine Engine { get; } = new WorkflowInterpreter();
}
