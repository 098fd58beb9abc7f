namespace CaseFlow.Simulation.Nodes;

/// <summary>Something under way on a node: a request, a sweep, a screening. Runs until it pauses at the database, and on when it is resumed.</summary>
internal sealed class Activity(int no, string name, Node node, DateTimeOffset startedAt)
{
    public int No { get; } = no;

    public string Name { get; } = name;

    public Node Node { get; } = node;

    /// <summary>The true time when it began.</summary>
    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>The step of the simulation in which it began.</summary>
    public int StartedIn { get; init; }

    /// <summary>The request that it carries out, if it does.</summary>
    public Laws.Request? Request { get; init; }

    /// <summary>What the client of the request gets to hear; null where it hears nothing.</summary>
    public Laws.Answer? Answer { get; set; }

    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Where it waits to be resumed; null while it runs and after it ended.</summary>
    public TaskCompletionSource? Pause { get; set; }

    /// <summary>Not resumed before this true time.</summary>
    public DateTimeOffset ReadyAt { get; set; }

    /// <summary>How many transactions it has committed.</summary>
    public int Commits { get; set; }

    /// <summary>Its node has died: nothing of it happens any more.</summary>
    public bool IsDead { get; set; }
}
