namespace CaseFlow.Simulation.Laws;

/// <summary>An observation that is on record.</summary>
internal sealed record Seen(Guid Child, string Request, long No, string Kind, DateOnly On);

/// <summary>What was acknowledged is on record once, and what is about a child's safety is on a flag until somebody answers it.</summary>
internal sealed class SignalLaw
{
    private const string Recorded = "an acknowledged signal is applied exactly once";
    private const string Numbered = "what is recorded after an answer has a number that the answer has not seen";

    /// <summary>The rule looks back this far; two days less, because clocks differ.</summary>
    private const int SureDays = 27;

    private static readonly string[] Safety = ["self-harm-talk", "suspected-abuse", "unsafe-home", "run-away"];

    private readonly Dictionary<string, Seen> onRecord = [];
    private readonly HashSet<long> numbers = [];
    private readonly List<Seen> acknowledged = [];
    private long row;

    public void Read(StoredRows stored, Dictionary<Guid, ChildRecord> children)
    {
        foreach (var found in stored.ObservationsAfter(row))
        {
            row = found.Row;
            var seen = new Seen(found.Child, found.Note, found.No, found.Kind, found.On);
            Require.That(onRecord.TryAdd(seen.Request, seen), Recorded, () => $"{seen.Request} is there twice");
            Require.That(numbers.Add(seen.No), Numbered, () => $"recording {seen.No} is there twice");
            var latest = children[found.Child].Flags.Values.Select(f => f.SeenUpTo).DefaultIfEmpty(0).Max();
            Require.That(seen.No > latest, Numbered, () => $"{seen.Request} is recording {seen.No}, and an answer before it has seen up to {latest}");
        }
    }

    public bool IsOnRecord(string request) => onRecord.ContainsKey(request);

    public void Acknowledge(string request)
    {
        Require.That(onRecord.TryGetValue(request, out var seen), Recorded, () => $"{request} was acknowledged and is not on record");
        if (Safety.Contains(seen!.Kind))
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
