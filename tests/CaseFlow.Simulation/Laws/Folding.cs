namespace CaseFlow.Simulation.Laws;

/// <summary>What each event does to a child's record, told once more and apart from the engine.</summary>
internal static class Folding
{
    public static void Apply(ChildRecord record, string type, EventText e, DateTimeOffset at, string by)
    {
        if (type.StartsWith("flag-", StringComparison.Ordinal))
            ApplyToFlags(record, type, e, at);
        else if (type.StartsWith("task-", StringComparison.Ordinal) || type is "lateness-passed" or "intervention-ended" or "intervention-continued")
            ApplyToTasks(record, type, e, at);
        else if (type.StartsWith("escalation-", StringComparison.Ordinal))
            ApplyToEscalations(record, type, e, by);
        else
            ApplyToCases(record, type, e, at);
        Quiet(record, type, e);
    }

    private static void ApplyToFlags(ChildRecord record, string type, EventText e, DateTimeOffset at)
    {
        if (type == "flag-raised")
        {
            var (rests, numbers) = EvidenceOf(e.Part("finding"));
            var flag = new FlagOnRecord
            {
                No = e.Int("flag"), Rule = e.Part("finding").Text("rule")!, Kind = e.Part("finding").Text("kind")!,
                Severity = e.Part("finding").Int("severity"), Evidence = numbers, RestsOnSignals = rests, Case = e.MaybeInt("case"),
            };
            record.Flags.Add(flag.No, flag);
            return;
        }

        var known = record.Flags[e.Int("flag")];
        switch (type)
        {
            case "flag-changed":
                (known.RestsOnSignals, known.Evidence) = EvidenceOf(e.Part("finding"));
                known.Severity = e.Part("finding").Int("severity");
                break;
            case "flag-lapsed":
                (known.Status, known.EndedOn) = ("Lapsed", e.Day("on"));
                break;
            case "flag-answered":
                (known.Status, known.EndedOn, known.SeenUpTo) = ("Answered", e.Day("on"), e.Long("seenUpTo"));
                known.Answer = (at, e.Text("response")!);
                break;
        }
    }

    private static (bool OnSignals, List<long> Numbers) EvidenceOf(EventText finding) => (
        finding.Parts("evidence").Any(x => x.Text("source") == "Signal"),
        [.. finding.Parts("evidence").Select(x => x.Long("recordedNo"))]);

    private static void ApplyToTasks(ChildRecord record, string type, EventText e, DateTimeOffset at)
    {
        if (type == "task-issued")
        {
            var t = e.Part("task");
            record.Tasks.Add(t.Int("no"), new TaskOnRecord
            {
                No = t.Int("no"), Case = t.MaybeInt("case"), Step = t.Text("step")!, Occurrence = t.Int("occurrence"), Kind = t.Text("kind")!,
                Assignee = t.Id("assignee"), State = t.Text("state")!, DueOn = t.Part("due").Day("on"), DueAt = t.Part("due").At("at"),
                SendAt = t.At("sendAt"),
            });
            return;
        }

        var task = record.Tasks[e.Int("task")];
        switch (type)
        {
            case "task-sent":
                task.State = "Open";
                break;
            case "task-fell-late":
                task.LateAt = at;
                break;
            case "intervention-ended":
                task.HasEnded = true;
                break;
            case "intervention-continued":
                (task.DueOn, task.DueAt, task.HasEnded) = (e.Part("due").Day("on"), e.Part("due").At("at"), false);
                break;
            case "lateness-passed":
                task.Escalated = true;
                break;
            case "task-moved":
                (task.DueOn, task.DueAt, task.SendAt) = (e.Part("due").Day("on"), e.Part("due").At("at"), e.At("sendAt"));
                break;
            case "task-assigned":
                task.Assignee = e.Id("to");
                break;
            case "task-done":
                (task.State, task.DoneOn) = ("Done", e.Day("on"));
                break;
            case "task-withdrawn":
                task.State = "Withdrawn";
                break;
        }
    }

    private static void ApplyToEscalations(ChildRecord record, string type, EventText e, string by)
    {
        var no = e.Int("escalation");
        if (type is "escalation-requested" or "escalation-joined")
        {
            foreach (var task in e.Part("reason").Numbers("tasks"))
                record.Tasks[task].Escalated = true;
        }

        if (type == "escalation-requested")
        {
            var due = e.Part("due");
            record.Escalations.Add(no, new EscalationOnRecord
            {
                No = no, Case = e.Int("case"), RequestedBy = by, Emergency = e.Flag("emergency"), DueAt = due.At("at"), RemindAt = due.At("at"),
                DueOn = due.Day("on"),
            });
            record.Escalations[no].Steps.UnionWith(e.Texts("steps"));
            return;
        }

        var known = record.Escalations[no];
        switch (type)
        {
            case "escalation-joined":
                var joined = e.Part("due");
                known.RemindAt = joined.At("at") < known.DueAt ? joined.At("at") : known.RemindAt;
                (known.DueAt, known.DueOn) = (joined.At("at"), joined.Day("on"));
                known.Steps.UnionWith(e.Texts("steps"));
                known.Emergency |= e.Flag("emergency");
                known.Status = e.Flag("emergency") ? "Pending" : known.Status;
                break;
            case "escalation-approved" or "escalation-rejected":
                known.Status = type == "escalation-approved" ? "Approved" : "Rejected";
                foreach (var step in known.Steps)
                    record.Cases[known.Case].Decisions[step] = (no, type == "escalation-approved", by);
                break;
            case "escalation-returned":
                known.Status = "Returned";
                break;
            case "escalation-answered":
                var asked = e.Part("due");
                (known.Status, known.DueAt, known.RemindAt, known.DueOn) = ("Pending", asked.At("at"), asked.At("at"), asked.Day("on"));
                break;
            case "escalation-reminded":
                (known.Reminders, known.RemindAt) = (e.Int("reminder"), e.At("nextAt"));
                break;
        }
    }

    private static void ApplyToCases(ChildRecord record, string type, EventText e, DateTimeOffset at)
    {
        if (type == "case-opened")
        {
            var no = e.Int("case");
            record.Cases.Add(no, new CaseOnRecord { No = no, OpenedOn = e.Day("on"), Level = e.Int("level"), Owner = e.Id("owner") });
            foreach (var flag in record.ActiveFlags)
                flag.Case = no;
            return;
        }

        if (e.MaybeInt("case") is not { } named || !record.Cases.TryGetValue(named, out var care))
            return;
        switch (type)
        {
            case "level-changed":
                care.Level = e.Int("to");
                break;
            case "case-taken":
                care.Taken = true;
                break;
            case "owner-changed":
                care.Owner = e.Id("to");
                break;
            case "case-assessed":
                care.Assessed = true;
                break;
            case "plan-made":
                care.Planned = true;
                break;
            case "case-reviewed":
                care.Findings.Add(e.Text("finding")!);
                break;
            case "leaving-noted":
                care.Leaving = true;
                break;
            case "case-closed":
                (care.IsOpen, care.ClosedAt) = (false, at);
                break;
            case "case-reopened":
                Reopen(record, care);
                break;
        }
    }

    /// <summary>What the closing answered is up again.</summary>
    private static void Reopen(ChildRecord record, CaseOnRecord care)
    {
        foreach (var flag in record.Flags.Values.Where(f => f.Case == care.No && f.Status == "Answered" && f.Answer == (care.ClosedAt, "Explained")))
            (flag.Status, flag.EndedOn, flag.SeenUpTo, flag.Answer) = ("Active", null, 0, null);
        (care.IsOpen, care.ClosedAt) = (true, null);
    }

    private static void Quiet(ChildRecord record, string type, EventText e)
    {
        if (record.OpenCase is not { } open || !(type.StartsWith("flag-", StringComparison.Ordinal) || type is "case-opened" or "case-reopened"))
            return;
        if (record.ActiveFlags.Any(f => f.Severity >= 2))
            open.QuietSince = null;
        else
            open.QuietSince ??= type is "flag-lapsed" or "flag-answered" or "flag-changed" ? e.Day("on") : open.OpenedOn;
    }
}
