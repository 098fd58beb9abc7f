using System.Diagnostics;

namespace CaseFlow.Crash;

/// <summary>What came of a run.</summary>
internal sealed record CrashResult(int Kills, int Acknowledged, int Refused, int Repeated, IReadOnlyList<string> Faults);

/// <summary>People at work on all nodes while one after the other is killed and started again.</summary>
internal sealed class CrashRun(Installation installation, int seed, Action<string> tell) : IDisposable
{
    private const int AtOnce = 4;
    private const int MostAttempts = 40;

    /// <summary>A dead node's claim ends by itself, and every node looks for due work twice a minute.</summary>
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(4);

    private readonly Random chance = new(seed);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly Person counselor = new("counselor");
    private readonly Person head = new("head");
    private readonly ClientLedger ledger = new(installation);
    private readonly Dictionary<Change, Person> people = [];
    private Load load = null!;
    private int sent;
    private int repeated;

    public async Task<CrashResult> RunAsync(int kills)
    {
        await installation.Nodes[0].StartAsync(http); // makes the school
        foreach (var node in installation.Nodes.Skip(1))
            await node.StartAsync(http);
        await counselor.SignInAsync(installation.Nodes[0].Address);
        await head.SignInAsync(installation.Nodes[0].Address);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().AddHours(8).DateTime);
        load = new Load(seed, counselor, head, today);
        for (var kill = 1; kill <= kills; kill++)
        {
            var faults = await KillOneAsync(kill);
            if (faults.Count > 0)
                return Result(kill, faults);
        }

        return Result(kills, await RecoveredAsync());
    }

    public void Dispose()
    {
        http.Dispose();
        counselor.Dispose();
        head.Dispose();
    }

    private CrashResult Result(int kills, IReadOnlyList<string> faults) => new(kills, ledger.Acknowledged, ledger.Refused, repeated, faults);

    private async Task<IReadOnlyList<string>> KillOneAsync(int kill)
    {
        await load.LookAsync(Up()[0].Address);
        var victim = installation.Nodes[chance.Next(installation.Nodes.Count)];
        var (killAt, last) = (sent + 5 + chance.Next(25), sent + 32);
        var clock = Stopwatch.StartNew();
        await WorkAsync(last, killAt, victim);
        var down = clock.Elapsed;
        await Task.WhenAll(victim.StartAsync(http), installation.Nodes.Count > 1 ? WorkAsync(sent + 12, int.MaxValue, victim) : Task.CompletedTask);
        var open = ledger.Unanswered;
        foreach (var change in open)
            await RepeatAsync(change);
        List<string> faults = [.. await ledger.FaultsAsync()];
        if (await installation.VerifyAsync() is { Length: > 0 } broken)
            faults.Add(broken);
        tell($"{installation.Name}, kill {kill} of {victim.Name} after request {killAt}: {open.Count} without an answer, {ledger.Acknowledged} acknowledged, "
            + $"{down.TotalSeconds:F1} + {(clock.Elapsed - down).TotalSeconds:F1} s{(faults.Count > 0 ? $", {faults.Count} FAULTS" : "")}");
        return faults;
    }

    /// <summary>Several people work at once until so many requests were sent; the node dies the moment the given one is.</summary>
    private Task WorkAsync(int last, int killAt, ServingNode victim) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
    {
        for (var no = Interlocked.Increment(ref sent); no <= last; no = Interlocked.Increment(ref sent))
        {
            var (by, change) = load.Next();
            ledger.Add(change);
            lock (people)
                people.Add(change, by);
            var up = Up();
            var asking = up.Count > 0 ? by.AskAsync(up[no % up.Count].Address, change) : Task.FromResult(Reply.None);
            if (no == killAt)
                await victim.KillAsync();
            Hear(change, await asking);
        }
    }));

    private async Task RepeatAsync(Change change)
    {
        for (var attempt = 1; change.Reply is null; attempt++)
        {
            if (attempt > MostAttempts)
                throw new InvalidOperationException($"{change.Key} ({change.Path}) gets no answer");
            repeated++;
            var up = Up();
            Hear(change, await people[change].AskAsync(up[attempt % up.Count].Address, change));
        }
    }

    private static void Hear(Change change, Reply reply) => change.Reply = reply.IsDone || reply.IsRefused ? reply : null;

    private List<ServingNode> Up() => [.. installation.Nodes.Where(n => n.IsUp)];

    /// <summary>What dead nodes left is taken up by those that live: nothing stays due, no message stays behind.</summary>
    private async Task<IReadOnlyList<string>> RecoveredAsync()
    {
        var clock = Stopwatch.StartNew();
        using var every = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await every.WaitForNextTickAsync())
        {
            var undelivered = (await installation.ReadAsync("""SELECT COUNT(*) FROM "Outbox" WHERE "DeliveredAt" IS NULL""", r => r.GetInt64(0)))[0];
            if (undelivered == 0)
                break;
            if (clock.Elapsed > LongestRecovery)
                return [$"{undelivered} messages stay behind"];
        }

        tell($"{installation.Name}: what was left was taken up within {clock.Elapsed.TotalSeconds:F0} s");
        return await installation.VerifyAsync() is { Length: > 0 } broken ? [broken] : [];
    }
}
