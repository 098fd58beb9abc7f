namespace CaseFlow.Simulation.PlantedBugs;

/// <summary>Bugs that such engines have had, and those that the simulation has found in this one.</summary>
internal static class AllBugs
{
    public static readonly IReadOnlyList<PlantedBug> List =
    [
        new("no version check", "Storage/Model.cs", "e.Property(x => x.HeadVersion).IsConcurrencyToken();", ""),
        new("the journal is committed before the read models", "Runtime/ChildStreams.cs",
            "        WriteReadModel(db, child, loaded.State, decision.State);", "        db.SaveChanges();\n        WriteReadModel(db, child, loaded.State, decision.State);"),
        new("a message is lost", "Runtime/ChildStreams.cs",
            "foreach (var message in Messages.For(row, happened, decision.State, staffing))",
            "foreach (var message in Messages.For(row, happened, decision.State, staffing).Where(m => m.Kind != Messages.Late))"),
        new("the key is kept before the work", "Runtime/Desk.cs",
            "        var policy = await runtime.PolicyForAsync(loaded.State, cancel);",
            "        if (alongside is not null)\n        {\n            await alongside(db);\n            await db.SaveChangesAsync(cancel);\n            alongside = null;\n        }\n\n"
            + "        var policy = await runtime.PolicyForAsync(loaded.State, cancel);"),
        new("late at the very instant is not late, and stays due", "Calendar/SchoolTime.cs", "=> now >= At;", "=> now > At;"),
        new("late a day early", "Cases/Deciding/DueWork.cs", "task.Due.IsLate(draft.Now)", "task.Due.IsLate(draft.Now.AddDays(1))"),
        new("sent before its time", "Cases/Deciding/DueWork.cs", "task.SendAt <= draft.Now", "task.SendAt <= draft.Now.AddHours(20)"),
        new("a guarded step without an approval", "Cases/Deciding/Planning.cs",
            "Escalating.LiveApproval(draft.State, care.No) is not { } approval)",
            "(Escalating.LiveApproval(draft.State, care.No) ?? draft.State.Escalations.Values.LastOrDefault()) is not { } approval)"),
        new("an approval lives on after a rejection", "Cases/Deciding/Escalating.cs",
            "e.Case == no && e.DecidedAt is not null)", "e.Case == no && e.Status == EscalationStatus.Approved)"),
        new("whoever asks decides", "Cases/Refusals.cs", "!request.RequestedBy.IsSystem && request.RequestedBy == approver", "false && request.RequestedBy == approver"),
        new("anybody decides", "Cases/Refusals.cs", "(staff == staffing.Approver || staff == staffing.DeciderOf(request.RequestedBy))", "staff.Value != default"),
        new("a recurring step doubles", "Workflow/WorkflowInterpreter.cs",
            "((task.Recurring || known.Anew) && !known.Pending)", "(task.Recurring && (!known.Pending || known.Occurrences == 2)) || (known.Anew && !known.Pending)"),
        new("a sweep swallows a conflict and takes what is due away", "Runtime/DueSweep.cs",
            "return null; // somebody wrote",
            "using var clearing = runtime.Open();\n            await clearing.DueItems.Where(d => d.ChildId == id && d.DueAt <= now).ExecuteDeleteAsync(cancel);\n            return null; // somebody wrote"),
        new("tasks stay behind at a hand-over", "Cases/Deciding/Owning.cs", "t.IsPending && t.Assignee == care.Owner", "t.State == TaskState.Scheduled && t.Assignee == care.Owner"),
        new("the owner is dropped at a hand-over", "Cases/Evolution.cs", "c with { Owner = e.To,", "c with { Owner = c.TakenAt is null ? e.To : c.Owner,"),
        new("an answer counts by the clock", "Cases/Deciding/Screening.cs",
            "finding.Evidence.Any(e => e.RecordedNo > seenUpTo)", "finding.Evidence.Any(e => e.Date > answeredOn)"),
        new("marked as delivered before it is", "Runtime/OutboxDelivery.cs",
            "        var there = await db.Notices", "        await transaction.CommitAsync(cancel);\n        var there = await db.Notices"),
        new("the hash leaves the row before out", "Storage/JournalRows.cs", "row.Type, row.At, row.By, row.Payload, row.PreviousHash,", "row.Type, row.At, row.By, row.Payload, \"\","),
        new("a refusal writes", "Runtime/Desk.cs",
            "        if (decision.IsRefused)\n            return decision;",
            "        if (decision.IsRefused)\n        {\n            loaded.Child.HeadVersion++;\n            await db.SaveChangesAsync(cancel);\n            return decision;\n        }\n"),
        new("an emergency without one of its steps", "Workflow/WorkflowInterpreter.cs",
            "if (wanted && task.Limits", "if (wanted && !(known.Occurrences > 0 && task.BeforeClosing) && task.Limits"),
        new("found here: a slow screening does not look again", "Runtime/LateSignals.cs", "== school.School.RecordedNo)", "> -1)"),
        new("found here: a decision without events writes rows", "Runtime/ChildStreams.cs", "if (decision.Happened.Count == 0)", "if (decision.Happened.Count < 0)"),
        new("found here: the number of a recording is taken outside of its transaction", "Runtime/Desk.cs",
            "        using var transaction = await db.Database.BeginTransactionAsync(cancel);\n        await alongside(db);",
            "        await alongside(db);\n        using var transaction = await db.Database.BeginTransactionAsync(cancel);"),
        new("found here: a screening of an earlier day takes a flag down", "Cases/Deciding/Screening.cs",
            "flag.Finding.Evidence.All(e => e.Date <= command.Day)", "flag.Finding.Evidence.Count >= 0"),
    ];
}
