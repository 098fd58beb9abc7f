using CaseFlow.Engine.Cases;

namespace CaseFlow.Crash;

/// <summary>What the clients know, held against what the database has: nothing acknowledged is lost, nothing is there twice.</summary>
internal sealed class ClientLedger(Installation installation)
{
    private readonly List<Change> asked = [];

    public int Acknowledged => asked.Count(c => c.Reply?.IsDone == true);

    public int Refused => asked.Count(c => c.Reply?.IsRefused == true);

    public IReadOnlyList<Change> Unanswered
    {
        get
        {
            lock (asked)
                return [.. asked.Where(c => c.Reply is null)];
        }
    }

    public void Add(Change change)
    {
        lock (asked)
            asked.Add(change);
    }

    /// <summary>What is wrong; empty where all is well.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        var rows = await installation.ReadAsync(
            """SELECT "ChildId", "Version", "Type", "Payload" FROM "Journal" """,
            r => (Child: Installation.Id(r, 0), Version: r.GetInt32(1), Type: r.GetString(2), Payload: r.GetString(3)));
        var notes = await installation.ReadAsync("""SELECT "Note" FROM "Observations" WHERE "Note" LIKE 'mark-%' """, r => r.GetString(0));
        var there = rows.Where(r => r.Payload.Contains("mark-", StringComparison.Ordinal)).Select(r => r.Payload).ToList();
        var types = rows.ToDictionary(r => (r.Child, r.Version), r => r.Type);
        var claimed = new HashSet<(Guid, int)>();
        var faults = new List<string>();
        foreach (var change in asked.Where(c => c.Reply is not null))
        {
            if (change.Mark is { } mark)
            {
                var times = change.IsObservation ? notes.Count(n => n == mark) : there.Count(p => p.Contains(mark, StringComparison.Ordinal));
                if (times != (change.Reply!.IsDone ? 1 : 0))
                    faults.Add($"{change.Key} ({change.Path}) was answered with {(int?)change.Reply.Status} and is there {times} times");
            }

            foreach (var (child, version, type) in change.Written())
            {
                if (types.GetValueOrDefault((child, version)) != type)
                    faults.Add($"{change.Key} was told that version {version} is {type}; it is {types.GetValueOrDefault((child, version))}");
                if (!claimed.Add((child, version)))
                    faults.Add($"{change.Key} was told of version {version}, and so was another");
            }
        }

        return faults;
    }
}
