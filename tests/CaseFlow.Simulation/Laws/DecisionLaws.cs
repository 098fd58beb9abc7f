namespace CaseFlow.Simulation.Laws;

/// <summary>What holds after every decision.</summary>
internal static class DecisionLaws
{
    private static readonly string[] EmergencySteps = ["emergency-protect", "emergency-parents", "emergency-authorities"];

    public static void Check(string who, ChildRecord after, IReadOnlyList<(StoredEvent Row, EventText Event)> happened)
    {
        foreach (var care in after.Cases.Values.Where(c => c.IsOpen))
        {
            Must(after.Cases.Values.Count(c => c.IsOpen) == 1, "one open case a child", "more than one is open");
            Must(
                after.TasksOf(care.No).Any(t => t.IsPending) || after.WaitingIn(care.No) is not null,
                "an active case has a next date", $"nothing is due in case {care.No}");
            Must(
                after.Escalations.Values.Count(e => e.Case == care.No && e.IsOpen) <= 1,
                "one escalation waits at most", $"two wait in case {care.No}");
        }

        foreach (var (row, e) in happened)
        {
            if (row.Type == "responsibility-passed")
                Passed(after, e.Id("from"));
            if (row.Type == "owner-changed")
                HandedOver(after, e.Int("case"), e.Id("from"), e.Id("to"));
            if ((row.Type == "case-opened" && e.Int("level") == 4) || (row.Type == "level-changed" && e.Int("to") == 4))
                Emergency(after, e.Int("case"), happened);
        }

        void Must(bool holds, string law, string what) => Require.That(holds, law, () => $"{who}: {what}");

        void Passed(ChildRecord record, Guid from) => Must(
            record.OpenCase?.Owner != from && !record.Tasks.Values.Any(t => t.IsPending && t.Assignee == from),
            "a hand-over leaves nothing behind", "something stays with the person who hands over");

        void HandedOver(ChildRecord record, int no, Guid from, Guid to)
        {
            Must(record.Cases[no].Owner == to, "an active case has one owner", $"case {no} was handed over and is not owned by whoever got it");
            Must(
                !record.TasksOf(no).Any(t => t.IsPending && t.Assignee == from),
                "an active case has one owner", $"case {no} was handed over, and its tasks stayed behind");
        }

        void Emergency(ChildRecord record, int no, IReadOnlyList<(StoredEvent Row, EventText Event)> events)
        {
            const string Law = "the emergency path begins at once";
            foreach (var step in EmergencySteps)
                Must(record.TasksOf(no).Any(t => t.Step == step && t.IsPending), Law, $"case {no} reached level 4, and '{step}' is nobody's task");
            Must(
                events.Any(x => x.Row.Type is "escalation-requested" or "escalation-joined" && x.Event.Flag("emergency")),
                Law, $"case {no} reached level 4, and the head teacher was not asked");
        }
    }
}
