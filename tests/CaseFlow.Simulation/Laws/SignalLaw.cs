namespace CaseFlow.Simulation.Laws;

/// <summary>An observation that is on record.</summary>
/// <param name="Request">The key of the request that recorded it.</param>
internal sealed record Seen(Guid Child, string Request, long No, string Kind, DateOnly On);

/// <summary>What was acknowledged is on record once, and what is about a child's safety is on a flag until somebody answers it.</summary>
internal sealed class SignalLaw
{
    private const string Recorded = "an acknowledged signal is applied exactly once";
    private const string TakenBack = "a signal that was taken back counts no more";
    private const string Numbered = "what is recorded after an answer has a number that the answer has not seen";

    /// <summary>The rule looks back this far; two days less, because clocks differ.</summary>
    private const int SureDays = 27;

    private static readonly string[] Safety = ["self-harm-talk", "suspected-abuse", "unsafe-home", "run-away"];

    private readonly Dictionary<string, Seen> onRecord = [];
    private readonly HashSet<long> numbers = [];
    private readonly List<Seen> acknowledged = [];
    private readonly Dictionary<Guid, Seen> signals = [];
    private readonly Dictionary<Guid, Seen> withdrawn = [];
    private long row;
    private long withdrawalRow;

    public void Read(StoredRows stored, Dictionary<Guid, ChildRecord> children)
    {
        foreach (var found in stored.ObservationsAfter(row))
        {
            row = found.Row;
            var seen = found.Seen;
            signals.Add(found.Id, seen);
            Require.That(onRecord.TryAdd(seen.Request, seen), Recorded, () => $"{seen.Request} is there twice");
            Require.That(numbers.Add(seen.No), Numbered, () => $"recording {seen.No} is there twice");
            var latest = children[seen.Child].Flags.Values.Select(f => f.SeenUpTo).DefaultIfEmpty(0).Max();
            Require.That(seen.No > latest, Numbered, () => $"{seen.Request} is recording {seen.No}, and an answer before it has seen up to {latest}");
        }

        foreach (var (at, signal, child, no, mark) in stored.WithdrawalsAfter(withdrawalRow))
        {
            withdrawalRow = at;
            var seen = signals[signal];
            Require.That(seen.Child == child && withdrawn.TryAdd(signal, seen), TakenBack, () => $"{seen.Request} is taken back twice");
            Require.That(mark == no && numbers.Add(no), TakenBack, () => $"{seen.Request} is taken back by recording {no} and carries {mark}");
            acknowledged.RemoveAll(known => known == seen); // acknowledged as often as somebody asked again
        }
    }

    /// <summary>What was ever seen of a child, withdrawn or not.</summary>
    public IReadOnlyList<(Guid Id, Seen Seen)> Of(Guid child) => [.. signals.Where(s => s.Value.Child == child).Select(s => (s.Key, s.Value))];

    /// <summary>Once everything is done, nothing that is up rests on what was taken back.</summary>
    public void CheckWithdrawn(ChildRecord record)
    {
        foreach (var (_, seen) in withdrawn)
        {
            Require.That(
                !record.ActiveFlags.Any(f => f.Evidence.Contains(seen.No)), TakenBack,
                () => $"recording {seen.No} ({seen.Request}) was taken back, and a flag that is up rests on it");
        }
    }

    public bool IsOnRecord(string request) => onRecord.ContainsKey(request);

    public void Acknowledge(string request)
    {
        Require.That(onRecord.TryGetValue(request, out var seen), Recorded, () => $"{request} was acknowledged and is not on record");
        if (Safety.Contains(seen!.Kind) && !withdrawn.ContainsValue(seen))
            acknowledged.Add(seen);
    }

    /// <summary>Every acknowledged safety signal that is young enough is on the flag that is up, or was there when one was answered.</summary>
    public void Check(Guid child, ChildRecord record, DateOnly today, bool left)
    {
        if (left)
            return;
        foreach (var seen in acknowledged.Where(s => s.Child == child && today.DayNumber - s.On.DayNumber <= SureDays))
        {
            var covered = record.Flags.Values.Any(f => f.Rule == "safety"
                && ((f.IsActive && f.Evidence.Contains(seen.No)) || (f.Status == "Answered" && f.SeenUpTo >= seen.No)));
            Require.That(covered, "an acknowledged safety signal is on a flag", () => $"recording {seen.No} ({seen.Request}) is on no flag that is up");
        }
    }
}
