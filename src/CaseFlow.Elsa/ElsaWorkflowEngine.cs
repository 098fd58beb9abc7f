using System.Runtime.CompilerServices;
using CaseFlow.Engine.Workflow;
using Elsa.Common;
using Elsa.Expressions.Contracts;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Middleware.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.Options;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Elsa;

/// <summary>The port of the workflow on Elsa: the same workflow file, turned into its model and run by its workflow runner.</summary>
/// <remarks>
/// Every question is a run of its own, from the start to the bookmarks at which the case waits; what was done before completes at once. So
/// there is no state of Elsa's to keep: the journal says where the case stands, and nothing beside it can say otherwise. A run sees no
/// clock and no chance, and stays on the caller's thread. Safe for use by several threads.
/// </remarks>
public sealed class ElsaWorkflowEngine : IWorkflowEngine, IDisposable
{
    private readonly ServiceProvider services;
    private readonly ConditionalWeakTable<WorkflowDefinition, WorkflowGraph> graphs = [];

    public ElsaWorkflowEngine()
    {
        services = Services();
        Done(services.GetRequiredService<IActivityRegistry>().RegisterAsync(WorkflowModel.Activities));
    }

    /// <inheritdoc/>
    public IReadOnlyList<WorkflowStep> Next(WorkflowDefinition definition, CasePosition position) => Run(definition, position).Steps;

    /// <summary>What follows, and the bookmarks at which Elsa then waits.</summary>
    public ElsaRun Run(WorkflowDefinition definition, CasePosition position)
    {
        using var scope = services.CreateScope();
        var table = new CaseOnTheTable(definition, position);
        var runner = scope.ServiceProvider.GetRequiredService<IWorkflowRunner>();
        var result = Done(runner.RunAsync(
            graphs.GetValue(definition, Graph), new RunWorkflowOptions { WorkflowInstanceId = definition.Id, Input = table.AsInput }));
        return new ElsaRun(table.Steps(), [.. result.WorkflowState.Bookmarks]);
    }

    /// <summary>The workflow as Elsa's designer takes it: JSON of a workflow definition.</summary>
    public string Export(WorkflowDefinition definition)
    {
        using var scope = services.CreateScope();
        return DesignerJson.Of(graphs.GetValue(definition, Graph).Workflow, scope.ServiceProvider.GetRequiredService<IActivitySerializer>());
    }

    /// <inheritdoc/>
    public void Dispose() => services.Dispose();

    private WorkflowGraph Graph(WorkflowDefinition definition)
    {
        using var scope = services.CreateScope();
        return Done(scope.ServiceProvider.GetRequiredService<IWorkflowGraphBuilder>().BuildAsync(WorkflowModel.Of(definition)));
    }

    /// <summary>Elsa without a host: nothing listens, nothing is stored, and an error in a condition is the caller's to see.</summary>
    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        var module = services.CreateModule();
        module.UseWorkflows(w => w.WithWorkflowExecutionPipeline(p => p.UseDefaultActivityScheduler()));
        module.UseFlowchart();
        module.Apply();
        services.AddSingleton<ISystemClock, StoppedClock>();
        services.AddSingleton<IExpressionDescriptorRegistry, NoExpressions>();
        services.AddScoped<IIdentityGenerator, NumbersOfARun>();
        return services.BuildServiceProvider();
    }

    private static void Done(Task task)
    {
        RanHere(task);
        task.GetAwaiter().GetResult();
    }

    private static T Done<T>(Task<T> task)
    {
        RanHere(task);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>A decision waits for nothing: an activity of a care workflow stops at its bookmark or goes on.</summary>
    private static void RanHere(Task task)
    {
        if (!task.IsCompleted)
            throw new InvalidOperationException("Elsa left the thread of a decision");
    }
}

/// <summary>A run of a workflow on Elsa.</summary>
/// <param name="Bookmarks">Where it waits: for people, for time, for an approval, for a stage.</param>
public sealed record ElsaRun(IReadOnlyList<WorkflowStep> Steps, IReadOnlyList<Bookmark> Bookmarks);
