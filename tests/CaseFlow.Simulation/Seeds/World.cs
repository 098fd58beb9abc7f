using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Simulation.Laws;
using CaseFlow.Simulation.Nodes;
using CaseFlow.Simulation.School;
using CaseFlow.Simulation.Store;
using Microsoft.Data.Sqlite;

namespace CaseFlow.Simulation.Seeds;

/// <summary>Everything of one seed: nodes on one database, people, true time, and the record that is kept of it.</summary>
internal sealed class World : IDisposable
{
    private readonly Database database;

    /// <summary>One request in so many is about any child, the others are about one and the same.</summary>
    private readonly int spread;

    /// <summary>One request in so many is about the staff.</summary>
    private readonly int aboutStaff;

    private int requests;

    public World(long seed, CarePolicy policy, Action<string>? listener)
    {
        Chance = new Chance(seed);
        Trace = new Trace(listener);
        Scheduler = new Scheduler(Time);
        Seams = new Seams(Scheduler, Time, Chance) { Kill = Kill, Tell = Tell };
        var kind = Chance.Below(SmallSchool.Kinds);
        database = SmallSchool.From(kind, (SqliteConnection template) => new Database(template, Seams));
        Ledger = new Ledger(database, Time);
        Nodes = [.. Enumerable.Range(0, 2 + Chance.Below(2)).Select(n => new Node(n, Time, database, Chance, policy))];
        spread = Chance.Of([1, 3, 8, 8]);
        aboutStaff = Chance.Of([4, 12, 12, 30]);
        Restless = Chance.Of([1, 1, 1, 8]);
        Wishes = new Wishes(Chance, Ledger, Time);
        Tell($"school of kind {kind}, {Nodes.Count} nodes");
    }

    public Chance Chance { get; }
    public Trace Trace { get; }
    public TrueTime Time { get; } = new();
    public Scheduler Scheduler { get; }
    public Seams Seams { get; }
    public Ledger Ledger { get; }
    public IReadOnlyList<Node> Nodes { get; }
    public Wishes Wishes { get; }

    /// <summary>How readily the office changes who is who.</summary>
    public int Restless { get; }

    /// <summary>How many steps were made.</summary>
    public int Steps { get; set; }

    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Time.Now, SmallSchool.Zone).DateTime);

    public void Tell(string line) => Trace.Tell($"{Steps,4} {Time.Now:MM-dd HH:mm:ss} {line}");

    /// <summary>Somebody wants something new, mostly for one and the same child.</summary>
    public Request NewRequest() => NewRequest(Chance.OneIn(spread) ? Chance.Of(SmallSchool.Children) : SmallSchool.Children[0]);

    public Request NewRequest(ChildId child)
    {
        var key = $"request {++requests}";
        var request = Chance.OneIn(aboutStaff) ? AboutStaff(key) : AboutChild(key, child);
        Ledger.Requests.Add(request);
        return request;
    }

    private Request AboutChild(string key, ChildId child)
    {
        var (by, command, seen) = Wishes.Next(child, key, Today);
        return new Request(key, child, by, command, seen) { AskedOn = Today };
    }

    private Request AboutStaff(string key)
    {
        var (by, wish) = Wishes.NextAboutStaff();
        return new Request(key, SmallSchool.Children[0], by, null, null) { AskedOn = Today, Wish = wish };
    }

    public void Send(Request request, Node node)
    {
        Tell($"{request.Key} to {node.Name}: {SmallSchool.NameOf(request.By)} {request.What} {Ledger.Name(request.Child.Value)}");
        request.UnderWay++;
        Start(request.Key, node, async activity => activity.Answer = await Front.HandleAsync(activity, request), request);
    }

    public void Wake(Node node, string what, Func<Activity, Task> work)
    {
        if (!node.UnderWay.Add(what))
            return;
        Tell($"{node.Name} wakes for {what}");
        Start($"{what} on {node.Name}", node, work);
    }

    public void Resume(Activity activity)
    {
        Scheduler.Resume(activity);
        After(activity);
    }

    public void Kill(Node node)
    {
        node.IsAlive = false;
        foreach (var request in Scheduler.On(node).Select(a => a.Request).OfType<Request>())
            request.UnderWay--;
        Scheduler.Kill(node);
        node.UnderWay.Clear();
    }

    public void Dispose()
    {
        Ledger.Dispose();
        database.Dispose();
        Trace.Dispose();
    }

    private void Start(string name, Node node, Func<Activity, Task> work, Request? request = null) =>
        After(Scheduler.Start(name, node, Steps, work, request));

    /// <summary>Holds every law on what this step wrote, and lets the client hear what came of its request.</summary>
    private void After(Activity activity)
    {
        if (Seams.Written)
        {
            Seams.Written = false;
            var what = Ledger.AfterWrite(activity, Steps, Today);
            Tell($"{activity.Name} commits {what}");
        }

        if (activity.Work.IsFaulted)
            throw activity.Work.Exception!.InnerException as BrokenLawException ?? new BrokenLawException("the program does not fail by itself", activity.Work.Exception!.InnerException!.ToString());
        if (activity is { Request: { } request, Work.IsCompleted: true })
            Hear(request, activity.Answer);
    }

    private void Hear(Request request, Answer? answer)
    {
        Tell($"{request.Key} {(answer is { } said ? $"is {said.ToString().ToLowerInvariant()}" : "gets no answer")}");
        request.UnderWay--;
        if (answer is not { } told)
            return;
        RequestLaw.Told(request, told);
        if (told == Answer.Done && request.Seen is not null)
            Ledger.Signals.Acknowledge(request.Key);
    }
}
