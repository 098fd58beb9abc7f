using CaseFlow.Simulation.Nodes;
using CaseFlow.Simulation.School;

namespace CaseFlow.Simulation.Laws;

/// <summary>What may not happen, looked at event by event with the record as it was before.</summary>
internal sealed class EventLaws(StaffingBook staffing)
{
    /// <summary>From which level a step waits for the head teacher.</summary>
    private static readonly Dictionary<string, int> Guards = new() { ["refer"] = 2, ["share-file"] = 2, ["long-term-plan"] = 3 };

    public void Check(ChildRecord before, StoredEvent row, EventText e, DateTimeOffset at, Activity writer)
    {
        InTime(before, row, e, at);
        Decided(before, row, e, at, writer);
        switch (row.Type)
        {
            case "task-issued":
                Issued(before, e.Part("task"));
                break;
            case "case-opened":
                Must(before.OpenCase is null, "one open case a child", "a second case opens");
                Must(SmallSchool.Staff.Any(s => s.Value == e.Id("owner")), "an active case has one owner", "the owner is nobody on the staff");
                break;
            case "owner-changed":
                Must(before.Cases[e.Int("case")].Owner == e.Id("from"), "an active case has one owner", "handed over by somebody who does not own it");
                Must(SmallSchool.Staff.Any(s => s.Value == e.Id("to")), "an active case has one owner", "handed to nobody on the staff");
                break;
            case "level-changed":
                var care = before.Cases[e.Int("case")];
                Must(care.Level == e.Int("from") && e.Int("to") != e.Int("from"), "levels follow one another", "the level does not change from what it was");
                Must(e.Int("to") < care.Level == (row.By != "system"), "levels follow one another", "raised by a person, or lowered by itself");
                break;
            case "guarded-step-taken":
                Guarded(before.Cases[e.Int("case")], e.MaybeInt("approval"), e.Text("step")!, row.By);
                break;
            case "plan-made" when e.Flag("longTerm"):
                Guarded(before.Cases[e.Int("case")], e.MaybeInt("approval"), "long-term-plan", row.By);
                break;
            case "case-closed":
                Closed(before, before.Cases[e.Int("case")], e);
                break;
            case "case-reopened":
                Must(before.OpenCase is null && before.Cases.ContainsKey(e.Int("case")), "one open case a child", "reopened beside an open one");
                break;
            case "flag-raised":
                Raised(before, e.Part("finding"), at);
                break;
            case "flag-answered" or "flag-lapsed" or "flag-changed":
                Must(before.Flags[e.Int("flag")].IsActive, "a flag ends once", $"{row.Type} of flag {e.Int("flag")}, which is {before.Flags[e.Int("flag")].Status}");
                break;
        }
    }

    private static void InTime(ChildRecord before, StoredEvent row, EventText e, DateTimeOffset at)
    {
        const string Law = "nothing fires early";
        if (row.Type == "task-sent")
        {
            var task = before.Tasks[e.Int("task")];
            Must(at >= task.SendAt, Law, $"task {task.No} is sent at {at:u}, due to be sent at {task.SendAt:u}");
            Must(task.State == "Scheduled", "each thing fires once", $"task {task.No} is sent and was {task.State}");
        }
        else if (row.Type == "task-fell-late")
        {
            var task = before.Tasks[e.Int("task")];
            Must(at >= task.DueAt, Law, $"task {task.No} falls late at {at:u}, due {task.DueAt:u}");
            Must(task.LateAt is null && task.IsPending, "each thing fires once", $"task {task.No} falls late a second time, or after it was done");
        }
        else if (row.Type == "escalation-reminded")
        {
            var waiting = before.Escalations[e.Int("escalation")];
            Must(at >= waiting.RemindAt && waiting.IsOpen, Law, $"escalation {waiting.No} reminds at {at:u}, due {waiting.RemindAt:u}");
            Must(e.At("nextAt") > at, "each thing fires once", $"escalation {waiting.No} reminds again at once");
        }
    }

    private void Decided(ChildRecord before, StoredEvent row, EventText e, DateTimeOffset at, Activity writer)
    {
        if (row.Type is not ("escalation-approved" or "escalation-rejected" or "escalation-returned"))
            return;
        const string Law = "another person who is entitled decides";
        var asked = before.Escalations[e.Int("escalation")];
        Must(asked.Status == "Pending", Law, $"escalation {asked.No} is decided and was {asked.Status}");
        Must(row.By != "system" && row.By != asked.RequestedBy, Law, $"escalation {asked.No} is decided by whoever asked");
        Must(
            staffing.Since(writer.StartedIn).Any(s => s.Entitles(row.By, asked.RequestedBy, at)),
            Law, $"escalation {asked.No} is decided by somebody who is not entitled");
    }

    private static void Issued(ChildRecord before, EventText task)
    {
        const string Law = "one task a case, step and occurrence";
        var (step, no) = (task.Text("step")!, task.MaybeInt("case"));
        var same = before.Tasks.Values.Where(t => t.Case == no && t.Step == step).ToList();
        Must(same.TrueForAll(t => t.Occurrence < task.Int("occurrence")), Law, $"'{step}' number {task.Int("occurrence")} is issued again");
        if (!step.StartsWith("intervention", StringComparison.Ordinal))
            Must(!same.Exists(t => t.IsPending), Law, $"'{step}' is issued while one is still to be done");
    }

    private static void Guarded(CaseOnRecord care, int? approval, string step, string by)
    {
        const string Law = "a guarded step follows a live approval";
        if (care.Level < Guards.GetValueOrDefault(step, 2))
            return;
        Must(care.Decisions.TryGetValue(step, out var last) && last.Agreed, Law, $"'{step}' follows no approval, or one that a later decision took back");
        Must(last.Escalation == approval, Law, $"'{step}' names another approval");
        Must(last.By != by, Law, $"'{step}' is taken by whoever approved it");
    }

    private static void Closed(ChildRecord before, CaseOnRecord care, EventText e)
    {
        var quiet = care.QuietSince is { } since && e.Day("on").DayNumber - since.DayNumber >= 30;
        var improved = care.Findings.Count >= 2 && care.Findings.TakeLast(2).All(f => f == "Improved");
        Must(!string.IsNullOrWhiteSpace(e.Text("reason")) || (quiet && improved), "closed on its conditions or with a reason", "neither");
        Must(before.WaitingIn(care.No) is null, "closing settles what is open", "an escalation still waits");
        Must(!before.TasksOf(care.No).Any(t => t.IsPending), "closing settles what is open", "a task is still to be done");
    }

    private static void Raised(ChildRecord before, EventText finding, DateTimeOffset at)
    {
        const string Law = "an answered flag stays closed until something new is recorded";
        var last = before.Flags.Values.LastOrDefault(f => f.Rule == finding.Text("rule"));
        Must(last is not { IsActive: true }, "one flag a rule", $"'{finding.Text("rule")}' is raised while it is up");
        if (last is { Status: "Answered", RestsOnSignals: true })
        {
            Must(
                finding.Parts("evidence").Any(x => x.Long("recordedNo") > last.SeenUpTo),
                Law, $"'{last.Rule}' is raised at {at:u} on nothing newer than recording {last.SeenUpTo}");
        }
    }

    private static void Must(bool holds, string law, string what) => Require.That(holds, law, () => what);
}
