using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Runtime;
using CaseFlow.Simulation.Laws;
using CaseFlow.Simulation.Nodes;
using CaseFlow.Simulation.School;
using CaseFlow.Simulation.Store;

namespace CaseFlow.Simulation.Seeds;

/// <summary>What came of a seed.</summary>
/// <param name="Failure">The law that does not hold and where; null where all hold.</param>
/// <param name="Trace">The last steps.</param>
public sealed record SeedResult(long Seed, string? Failure, int Steps, int Events, int Acknowledged, string Fingerprint, IReadOnlyList<string> Trace)
{
    public string Report() => string.Join('\n', [
        $"seed {Seed} after {Steps} steps: {Failure}", .. Trace.Select(t => "  " + t),
        $"  again: dotnet run --project tests/CaseFlow.Simulation -- --seed {Seed}"]);
}

/// <summary>Runs one seed: first with everything that can go wrong, then without, until all that is due is done.</summary>
internal sealed class SeedRun(World world)
{
    private const int MostSteps = 240;
    private const int MostUnderWay = 6;

    /// <summary>How many things happen before the first fault, at most: in some seeds none, in some the case has a past of its own.</summary>
    private static readonly int[] MostBefore = [0, 12, 12, 50];

    /// <summary>By then all that is under way has ended, once nothing fails.</summary>
    private const int MostToAnEnd = 5000;

    /// <summary>How many rounds of waking every node finish all that is left once nothing fails any more.</summary>
    private const int Rounds = 4;
    private const int QuietDays = 2;

    /// <summary>So many steps time stands still once a clock shows the very instant at which something is due.</summary>
    private const int StandsStill = 25;

    private int still;

    public static SeedResult Run(long seed, CarePolicy policy, Action<string>? listener = null)
    {
        // Continuations run where they are resumed, on this thread, only where no context takes them elsewhere.
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        using var world = new World(seed, policy, listener);
        string? failure = null;
        try
        {
            var run = new SeedRun(world);
            run.Before();
            run.WithFaults();
            run.WithoutFaults();
        }
        catch (BrokenLawException e)
        {
            failure = e.Message;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }

        return new SeedResult(seed, failure, world.Steps, world.Ledger.Events, world.Ledger.Requests.Acknowledged, world.Trace.Fingerprint(), [.. world.Trace.Last]);
    }

    /// <summary>What happened in better days, one thing after the other: a case has come as far as people brought it.</summary>
    private void Before()
    {
        var chance = world.Chance;
        world.Seams.Faults = Faults.None;
        for (var things = chance.Below(chance.Of(MostBefore) + 1); things > 0; things--)
        {
            world.Send(world.NewRequest(SmallSchool.Children[0]), world.Nodes[0]);
            Drain();
        }
    }

    private void WithFaults()
    {
        var chance = world.Chance;
        world.Seams.Faults = Faults.Of(chance);
        var steps = world.Steps + 80 + chance.Below(MostSteps - 80);
        while (world.Steps < steps)
        {
            world.Steps++;
            if (still > 0)
                still--;
            else
                world.Time.Pass(TimeSpan.FromMilliseconds(1 + chance.Below(4000)));
            Step(chance);
            if (world.Steps % 100 == 0)
                world.Ledger.NothingWasRewritten();
        }
    }

    private void Step(Chance chance)
    {
        var ready = world.Scheduler.Ready(world.Time.Now);
        var busy = world.Scheduler.Waiting >= MostUnderWay;
        var living = world.Nodes.Where(n => n.IsAlive).ToList();
        if (living.Count == 0)
        {
            Restart(chance.Of(world.Nodes));
            return;
        }

        var node = chance.Of(living);
        chance.Weighted<Action>([
            (ready.Count > 0 ? 60 : 0, () => world.Resume(chance.Of(ready))),
            (busy ? 0 : 14, () => world.Send(world.NewRequest(), node)),
            (busy ? 0 : 6, () => Retry(node)),
            (busy ? 0 : 7, () => world.Wake(node, "due work", BackgroundWork.DueWorkAsync)),
            (busy ? 0 : 3, () => world.Wake(node, "screening", BackgroundWork.ScreenAsync)),
            (8, () => PassTime(chance)),
            (busy ? 0 : 2, () => PassToAnInstant(node)),
            (1, () => Die(node)),
            (world.Nodes.Count > living.Count ? 5 : 0, () => Restart(world.Nodes.First(n => !n.IsAlive))),
            (1, () => SetClock(node, chance)),
            (world.Restless, () => Rearrange(chance)),
            (world.Ledger.Staff.Successors.Count > 0 ? 1 : 0, () => world.Wake(node, "somebody comes back", BackgroundWork.ComeBackAsync)),
        ])();
    }

    private void Retry(Node node)
    {
        if (world.Ledger.Requests.Unanswered.FirstOrDefault(r => r.UnderWay == 0 || world.Chance.OneIn(6)) is { } waiting)
            world.Send(waiting, node);
    }

    private void PassTime(Chance chance)
    {
        TimeSpan[] spans = [TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(40), TimeSpan.FromHours(5), TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(4)];
        world.Time.Pass(chance.Of(spans));
        world.Tell("time passes");
    }

    /// <summary>Until the clock of a node shows the next instant at which something is due, to the tick; there it wakes.</summary>
    private void PassToAnInstant(Node node)
    {
        var now = node.Clock.GetUtcNow();
        if (world.Ledger.Stored.NextDue(now) is not { } at)
            return;
        world.Time.Pass(at - now);
        still = StandsStill;
        world.Tell($"time passes until something is due by the clock of {node.Name}");
        world.Wake(node, "due work", BackgroundWork.DueWorkAsync);
    }

    private void Die(Node node)
    {
        world.Tell($"{node.Name} dies");
        world.Kill(node);
    }

    private void Restart(Node node)
    {
        world.Tell($"{node.Name} starts again");
        node.IsAlive = true;
    }

    private void SetClock(Node node, Chance chance)
    {
        var skew = TimeSpan.FromSeconds(chance.Below(1201) - 600);
        node.SetClock(skew);
        world.Tell($"the clock of {node.Name} is {skew.TotalSeconds} s ahead");
    }

    /// <summary>What the office does beside it all: another head teacher, a child who leaves.</summary>
    private void Rearrange(Chance chance)
    {
        if (chance.OneIn(2) && world.Ledger.Gone.Count == 0)
        {
            var child = chance.Of(SmallSchool.Children).Value;
            world.Ledger.Stored.Execute(
                "UPDATE Children SET LeftOn = $on, LeftTo = 'another school' WHERE Id = $id",
                ("$on", world.Today.ToString("yyyy-MM-dd")), ("$id", StoredRows.Bytes(child)));
            world.Ledger.Gone.Add(child);
            world.Tell($"{Ledger.Name(child)} leaves the school");
            return;
        }

        var (old, other) = (world.Ledger.Staff.Head, chance.OneIn(4) ? (Guid?)null : chance.Of([SmallSchool.Head, SmallSchool.SecondCounselor]).Value);
        foreach (var (member, role) in new[] { (SmallSchool.Head, "subject-teacher"), (SmallSchool.SecondCounselor, "counselor") })
        {
            world.Ledger.Stored.Execute(
                "UPDATE Staff SET Roles = $roles WHERE Id = $id",
                ("$roles", member.Value == other ? "head-teacher" : role), ("$id", StoredRows.Bytes(member.Value)));
        }

        world.Ledger.Stored.Execute("UPDATE Schools SET SetUpNo = SetUpNo + 1"); // as every change of the staff does
        world.Ledger.StaffMayHaveChanged(world.Steps);
        world.Tell($"the head teacher is to be {(other is { } who ? SmallSchool.NameOf(new(who)) : "nobody")}, was {(old is { } was ? SmallSchool.NameOf(new(was)) : "nobody")}");
    }

    /// <summary>Nothing fails any more: every request gets its answer, all that is due is done, every message arrives.</summary>
    private void WithoutFaults()
    {
        world.Tell("nothing fails any more");
        world.Seams.Faults = Faults.None;
        foreach (var node in world.Nodes)
        {
            node.SetClock(TimeSpan.Zero);
            node.IsAlive = true;
        }

        world.Time.Pass(TimeSpan.FromHours(1));
        for (var day = 0; day < QuietDays; day++)
        {
            Settle();
            world.Time.Pass(TimeSpan.FromDays(1));
        }

        world.Wake(world.Nodes[0], "screening", BackgroundWork.ScreenAsync);
        Drain();
        Settle();
        world.Ledger.NothingWasRewritten();
        foreach (var (child, record) in world.Ledger.Children)
        {
            world.Ledger.Signals.Check(child, record, world.Today, world.Ledger.Gone.Contains(child));
            if (!world.Ledger.Gone.Contains(child))
                world.Ledger.Signals.CheckWithdrawn(record);
        }

        var report = new Verification(world.Nodes[0].Runtime).RunAsync().GetAwaiter().GetResult();
        Require.That(report.Ok, "verification finds nothing", () => string.Join("; ", report.Invariants.SelectMany(i => i.Broken.Select(b => $"{i.Name}: {b}")).Take(5)));
        world.Tell($"all is done: {world.Ledger.Events} events");
    }

    private void Settle()
    {
        const string Law = "once nothing fails, all that is due gets done";
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var node in world.Nodes)
                world.Wake(node, "due work", BackgroundWork.DueWorkAsync);
            foreach (var waiting in world.Ledger.Requests.Unanswered.Where(r => r.UnderWay == 0).ToList())
                world.Send(waiting, world.Chance.Of(world.Nodes));
            Drain();
            if (IsSettled)
                return;
        }

        Require.That(!world.Ledger.Requests.Unanswered.Any(), Law, () => $"{world.Ledger.Requests.Unanswered.First().Key} still has no answer");
        Require.That(world.Ledger.Stored.DueBy(world.Time.Now) == 0, Law, () => $"{world.Ledger.Stored.DueBy(world.Time.Now)} items are still due");
        Require.That(world.Ledger.Stored.LeftWithGone() == 0, Law, () => $"{world.Ledger.Stored.LeftWithGone()} things stay with somebody who handed over");
        Require.That(world.Ledger.Stored.HandOvers().TrueForAll(h => h.Finished), Law, () => "a hand-over is not finished");
        Require.That(world.Ledger.Stored.Undelivered() == 0, Law, () => $"{world.Ledger.Stored.Undelivered()} messages have not arrived");
    }

    private bool IsSettled =>
        !world.Ledger.Requests.Unanswered.Any() && world.Ledger.Stored.DueBy(world.Time.Now) == 0 && world.Ledger.Stored.Undelivered() == 0
        && world.Ledger.Stored.LeftWithGone() == 0 && world.Ledger.Stored.HandOvers().TrueForAll(h => h.Finished);

    private void Drain()
    {
        var last = world.Steps + MostToAnEnd;
        while (world.Scheduler.Waiting > 0)
        {
            Require.That(++world.Steps < last, "what was begun comes to an end", () => $"after {MostToAnEnd} steps something is still under way");
            world.Time.Pass(TimeSpan.FromMilliseconds(1 + world.Chance.Below(100)));
            var ready = world.Scheduler.Ready(world.Time.Now);
            if (ready.Count > 0)
                world.Resume(world.Chance.Of(ready));
            else
                world.Time.Pass(TimeSpan.FromMinutes(1));
        }
    }
}
