namespace CaseFlow.Simulation.Nodes;

/// <summary>
/// Runs activities by turns on one thread: each until its next pause. No thread, no real time; what runs next is chance with a seed.
/// </summary>
internal sealed class Scheduler(TrueTime time)
{
    private readonly List<Activity> paused = [];
    private int started;

    /// <summary>The activity that runs now; null while the simulation itself does something.</summary>
    public Activity? Current { get; private set; }

    public int Waiting => paused.Count;

    /// <summary>Those that can be resumed at <paramref name="now"/>.</summary>
    public List<Activity> Ready(DateTimeOffset now) => paused.FindAll(a => a.ReadyAt <= now);

    /// <summary>What is under way on a node.</summary>
    public IEnumerable<Activity> On(Node node) => Current is { } running && running.Node == node
        ? paused.Where(a => a.Node == node).Append(running)
        : paused.Where(a => a.Node == node);

    public Activity Start(string name, Node node, int step, Func<Activity, Task> work, Laws.Request? request = null)
    {
        var activity = new Activity(++started, name, node, time.Now) { StartedIn = step, Request = request };
        Run(activity, () => activity.Work = work(activity));
        return activity;
    }

    public void Resume(Activity activity, Exception? with = null)
    {
        paused.Remove(activity);
        var pause = activity.Pause!;
        activity.Pause = null;
        Run(activity, () =>
        {
            if (with is null)
                pause.SetResult();
            else
                pause.SetException(with);
        });
    }

    /// <summary>Where the running activity waits until it is resumed.</summary>
    public Task PauseAsync(DateTimeOffset readyAt)
    {
        var activity = Current!;
        activity.ReadyAt = readyAt;
        activity.Pause = new TaskCompletionSource();
        paused.Add(activity);
        return activity.Pause.Task;
    }

    /// <summary>Everything on a node ends where it stands, without a further line of code.</summary>
    public void Kill(Node node)
    {
        foreach (var gone in paused.Where(a => a.Node == node))
            gone.IsDead = true;
        paused.RemoveAll(a => a.IsDead);
        if (Current is { } running && running.Node == node)
            running.IsDead = true;
    }

    private void Run(Activity activity, Action go)
    {
        Current = activity;
        go();
        Current = null;
        Require.That(
            activity.Work.IsCompleted || activity.Pause is not null || activity.IsDead,
            "simulation", () => $"{activity.Name} waits for something outside of the simulation");
    }
}
