using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Simulation.Store;

namespace CaseFlow.Simulation.Nodes;

/// <summary>One process of the program: the engine on a clock of its own and the database of all.</summary>
internal sealed class Node
{
    public Node(int no, TrueTime time, Database database, Chance chance, CarePolicy policy)
    {
        Name = $"node {(char)('A' + no)}";
        Clock = new NodeClock(time);
        Runtime = new CareRuntime(database.Open, Clock, School.SmallSchool.Zone, chance.Id, () => policy);
        Desk = new Desk(Runtime);
        Screening = new SchoolScreening(Runtime);
        Sweep = new DueSweep(Runtime);
        Outbox = new OutboxDelivery(Runtime);
        HandingOver = new HandingOver(Runtime);
        Claims = new WorkClaims(database.Open, Clock, chance.Id);
    }

    public string Name { get; }

    public NodeClock Clock { get; }

    public CareRuntime Runtime { get; }

    public Desk Desk { get; }

    public SchoolScreening Screening { get; }

    public DueSweep Sweep { get; }

    public OutboxDelivery Outbox { get; }

    public WorkClaims Claims { get; }

    public HandingOver HandingOver { get; }

    public bool IsAlive { get; set; } = true;

    /// <summary>The least and the most that its clock was ever ahead of true time.</summary>
    public (TimeSpan Least, TimeSpan Most) Skews { get; private set; }

    /// <summary>What wakes by itself and is under way; it is not started a second time beside itself.</summary>
    public HashSet<string> UnderWay { get; } = [];

    public void SetClock(TimeSpan skew)
    {
        Skews = (skew < Skews.Least ? skew : Skews.Least, skew > Skews.Most ? skew : Skews.Most);
        Clock.Skew = skew;
    }
}
