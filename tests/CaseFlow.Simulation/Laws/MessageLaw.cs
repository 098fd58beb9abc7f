using System.Globalization;

namespace CaseFlow.Simulation.Laws;

/// <summary>Whoever has to know is told: the outbox holds exactly the messages that an event asks for.</summary>
internal sealed class MessageLaw(StaffingBook staffing)
{
    private const string Law = "each message is written with its event";

    /// <summary>Checks the messages of one event against the record after its decision.</summary>
    /// <param name="since">The step in which the writer began to look at the staff.</param>
    public void Check(Guid child, ChildRecord after, StoredEvent row, EventText e, int since, StoredRows stored)
    {
        var found = stored.Outbox($"{child:N}/{row.Version}/").ConvertAll(m => m.To);
        var at = DateTimeOffset.Parse(row.At, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        var accepted = staffing.Since(since).Select(s => Wanted(after, row, e, s, s.DelegateAt(at)).Where(to => to?.ToString() != row.By).OfType<Guid>().ToList()).ToList();
        Require.That(
            accepted.Exists(wanted => wanted.Order().SequenceEqual(found.Order())), Law,
            () => $"version {row.Version} ({row.Type}): {found.Count} messages, wanted {accepted[0].Count}");
    }

    private static IEnumerable<Guid?> Wanted(ChildRecord s, StoredEvent row, EventText e, StaffOnRecord staff, Guid? standsIn)
    {
        switch (row.Type)
        {
            case "case-opened":
                yield return e.Id("owner");
                break;
            case "case-reopened":
                yield return s.Cases[e.Int("case")].Owner;
                break;
            case "owner-changed" or "task-assigned":
                yield return e.Id("to");
                break;
            case "task-issued" when e.Part("task").Text("state") == "Open":
                yield return e.Part("task").Id("assignee");
                break;
            case "task-sent" or "task-fell-late":
                yield return s.Tasks[e.Int("task")].Assignee;
                break;
            case "escalation-answered":
                yield return Decider();
                break;
            case "escalation-requested":
            case "escalation-joined" when e.Flag("emergency"):
                yield return Decider();
                yield return Delegate();
                break;
            case "escalation-reminded":
                var returned = s.Escalations[e.Int("escalation")].Status == "Returned";
                yield return returned ? Owner() : Decider();
                if (!returned && e.Int("reminder") > 1 && (Delegate() ?? staff.Administrator) is var next && next != Decider())
                    yield return next;
                break;
            case "escalation-approved" or "escalation-rejected" or "escalation-returned":
                yield return Owner();
                break;
            case "harm-reported":
                yield return staff.Approver;
                break;
        }

        Guid? Decider() => staff.DeciderOf(s.Escalations[e.Int("escalation")].RequestedBy);

        // What the head teacher asked is not the delegate's.
        Guid? Delegate() => Decider() == staff.Head ? standsIn : null;

        Guid? Owner() => s.Cases[s.Escalations[e.Int("escalation")].Case].Owner;
    }
}
