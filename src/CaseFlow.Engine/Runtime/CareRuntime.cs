using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Storage;

namespace CaseFlow.Engine.Runtime;

/// <summary>What the shell around the decisions needs from outside: a database, a clock, a zone, ids, the policy in force.</summary>
/// <param name="Open">Opens a context of the school; whoever opens it disposes it.</param>
/// <param name="Policy">The policy in force now.</param>
public sealed record CareRuntime(Func<CaseFlowDb> Open, TimeProvider Clock, TimeZoneInfo Zone, NewId NewId, Func<CarePolicy> Policy)
{
    /// <summary>The versions of the workflow that cases run on.</summary>
    public WorkflowShelf Workflows { get; init; } = new();

    /// <summary>What seldom changes of the school.</summary>
    public SchoolShelf Schools { get; init; } = new();

    /// <summary>The states of children that were decided on lately.</summary>
    public ChildShelf Children { get; init; } = new();

    /// <summary>
    /// Begins work beside other work and gives the task that ends with it. By itself the work begins where it is called, so that a
    /// simulation stays the same; a host gives it a thread.
    /// </summary>
    public Func<Func<Task>, Task> Beside { get; init; } = work => work();

    /// <summary>The clock's present in whole milliseconds: every database keeps that exactly.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = Clock.GetUtcNow().ToUniversalTime();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    /// <summary>The policy in force now, with every version of the workflow that the child's cases run on.</summary>
    public Task<CarePolicy> PolicyForAsync(ChildState state, CancellationToken cancel = default) => Workflows.CompleteAsync(this, Policy(), state, cancel);
}
