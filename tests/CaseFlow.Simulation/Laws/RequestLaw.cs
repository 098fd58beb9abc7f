using System.Text.Json;
using CaseFlow.Engine.Cases;

namespace CaseFlow.Simulation.Laws;

/// <summary>The client's own book: what was acknowledged happened once, what was refused did not happen.</summary>
internal sealed class RequestLaw
{
    private const string Once = "an acknowledged request is applied exactly once";

    private readonly Dictionary<string, Request> known = [];
    private long row;

    public void Add(Request request) => known.Add(request.Key, request);

    public IEnumerable<Request> Unanswered => known.Values.Where(r => r.Told is null);

    public int Acknowledged => known.Values.Count(r => r.Told == Answer.Done);

    /// <summary>Reads what was answered in this step, and holds it against what was written.</summary>
    /// <param name="written">The events of the step by child; those of people need one answer each.</param>
    public void Read(StoredRows stored, IReadOnlyDictionary<Guid, List<StoredEvent>> written)
    {
        var answers = stored.AnswersAfter(row);
        foreach (var (at, key, body) in answers)
        {
            row = at;
            var request = known[key];
            request.Applied++;
            Require.That(request.Applied == 1, Once, () => $"{key} ({request.What}) is answered twice");
            var events = written.GetValueOrDefault(request.Child.Value) ?? [];
            var range = events.Count == 0 ? "" : $"{events[0].Version}-{events[^1].Version}";
            Require.That(body == range || request.Command is null, Once, () => $"{key} ({request.What}) is kept as done with versions '{body}', written were '{range}'");
            Require.That(
                range.Length > 0 || request.Command is null or GiveCase or AssignTask, Once, () => $"{key} ({request.What}) is kept as done, and nothing happened");
        }

        foreach (var (child, events) in written)
        {
            var people = events.Where(e => e.By != "system").Select(e => e.By).Distinct().ToList();
            Require.That(people.Count <= 1, Once, () => "one decision of two people");
            Require.That(
                people.Count == 0 || IsPartOfHandOver(stored, child, events) || answers.Exists(a => known[a.Key].Child.Value == child && known[a.Key].By.Value.ToString() == people[0]),
                Once, () => $"version {events[0].Version} was written, and its request is not kept");
        }
    }

    /// <summary>A hand-over has its key at its beginning; each child that follows is a part on record.</summary>
    private static bool IsPartOfHandOver(StoredRows stored, Guid child, List<StoredEvent> events) =>
        events[0].Type == "responsibility-passed" && stored.HasPart(new EventText(JsonDocument.Parse(events[0].Payload).RootElement).Id("handOver"), child);

    /// <summary>The client was told something.</summary>
    public static void Told(Request request, Answer answer)
    {
        if (answer == Answer.Done)
            Require.That(request.Applied == 1, Once, () => $"{request.Key} ({request.What}) was acknowledged and is not there");
        else if (request.UnderWay == 0)
            Require.That(request.Applied == 0, "a refusal changes nothing", () => $"{request.Key} ({request.What}) was refused and is there");
        request.Told = answer;
    }
}
