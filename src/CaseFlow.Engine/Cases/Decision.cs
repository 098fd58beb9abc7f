using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Workflow;

namespace CaseFlow.Engine.Cases;

/// <summary>All that a decision may look at besides the state and the command.</summary>
/// <param name="Actor">Who asks for it.</param>
/// <param name="SeenUpTo">The number of the latest recording there is: what is answered now is answered up to it.</param>
public sealed record Circumstances(
    DateTimeOffset Now, SchoolTime Time, CarePolicy Policy, Staffing Staffing, Actor Actor, long SeenUpTo)
{
    /// <summary>The day at the school.</summary>
    public DateOnly Today => Time.DayOf(Now);
}

/// <summary>What came of a command: what happened, or why nothing did.</summary>
/// <param name="State">The state after it; the old one after a refusal.</param>
public sealed record Decision(ChildState State, IReadOnlyList<Happened> Happened, Refusal? Refusal)
{
    public bool IsRefused => Refusal is not null;
}

/// <summary>A decision in the making: each event is folded in at once, so that what follows sees it.</summary>
internal sealed class Draft(ChildState before, Circumstances circumstances)
{
    private readonly List<Happened> happened = [];

    public ChildState Before { get; } = before;

    public ChildState State { get; private set; } = before;

    public Circumstances Circumstances { get; } = circumstances;

    public DateTimeOffset Now => Circumstances.Now;

    public DateOnly Today => Circumstances.Today;

    public CarePolicy Policy => Circumstances.Policy;

    /// <summary>The workflow that a case runs on.</summary>
    public WorkflowDefinition WorkflowOf(CaseNo no) => Policy.WorkflowOf(State.Cases[no]);

    /// <summary>The workflow that a task belongs to: its case's, or the one in force outside a case.</summary>
    public WorkflowDefinition WorkflowOf(CareTask task) => task.Case is { } no ? WorkflowOf(no) : Policy.Workflow;

    public IReadOnlyList<Happened> Happened => happened;

    /// <summary>Records what the person who asked did.</summary>
    public void Record(ChildEvent what) => Add(what, Circumstances.Actor);

    /// <summary>Records what follows by itself.</summary>
    public void Follow(ChildEvent what) => Add(what, Actor.System);

    private void Add(ChildEvent what, Actor by)
    {
        var row = new Happened(what, by, Now);
        State = State.After(row);
        happened.Add(row);
    }
}
