using CaseFlow.Engine.Cases;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A command that the caller could give now.</summary>
/// <param name="Href">Where to POST it.</param>
/// <param name="Step">For a guarded step: which one.</param>
public sealed record PossibleCommand(string Command, string Href, string? Step = null)
{
    private const string Words = "x";

    /// <summary>Found by asking: decisions are pure, so each command is tried on the state, and what is not refused is possible.</summary>
    internal static IReadOnlyList<PossibleCommand> Of(OpenFile file, CareCase care) =>
    [
        .. OfCase(file, care),
        .. file.State.Flags.Values.Where(f => f.Case == care.No).SelectMany(f => OfFlag(file, f.No)),
        .. file.State.TasksOf(care.No).Where(t => t.IsPending).SelectMany(t => OfTask(file, t)),
        .. file.State.Escalations.Values.Where(e => e.Case == care.No && e.IsOpen).SelectMany(e => OfEscalation(file, e.No)),
    ];

    private static IEnumerable<PossibleCommand> OfCase(OpenFile file, CareCase care)
    {
        var no = care.No;
        var me = file.Caller.Who.Staff;
        return Those(file, "cases", no.Value,
            ("take", new TakeCase(no)),
            ("give", new GiveCase(no, me, Words)),
            ("assess", new AssessCase(no, Words)),
            ("plan", new MakePlan(no, [new Goal(Words, null, null)], [], false)),
            ("review", new ReviewCase(no, ReviewFinding.Unchanged, null, null)),
            ("close", new CloseCase(no, Words)),
            ("reopen", new ReopenCase(no, Words)),
            ("move-to-workflow", new MoveToWorkflow(no, file.Circumstances.Policy.Workflow.Version, Words)),
            ("escalate", new RequestEscalation(no, Words, Words)),
            ("notes", new AddNote(no, Words, false)))
            .Concat(file.Circumstances.Policy.WorkflowOf(care).GuardedSteps.SelectMany(s =>
                Those(file, "cases", no.Value, ("guarded-steps", new TakeGuardedStep(no, s.Id, null))).Select(p => p with { Step = s.Id })));
    }

    private static IEnumerable<PossibleCommand> OfFlag(OpenFile file, FlagNo no) =>
        Those(file, "flags", no.Value, ("answer", new AnswerFlag(no, FlagResponse.Talked, null)));

    private static IEnumerable<PossibleCommand> OfTask(OpenFile file, CareTask task)
    {
        var today = file.Circumstances.Today;
        return Those(file, "tasks", task.No.Value,
            ("complete", new CompleteTask(task.No, today, new Outcome(Words))),
            ("move", new MoveTask(task.No, today, Words)),
            ("assign", new AssignTask(task.No, task.Assignee)),
            ("continue", new ContinueIntervention(task.No, today, Words)),
            ("finish", new FinishIntervention(task.No, today, Words)));
    }

    private static IEnumerable<PossibleCommand> OfEscalation(OpenFile file, EscalationNo no) =>
        Those(file, "escalations", no.Value,
            ("approve", new ApproveEscalation(no, null)),
            ("reject", new RejectEscalation(no, Words)),
            ("return", new ReturnEscalation(no, Words)),
            ("answer", new AnswerEscalation(no, Words)));

    private static IEnumerable<PossibleCommand> Those(
        OpenFile file, string things, int no, params (string Action, ChildCommand Command)[] tried) =>
        tried.Where(t => file.CouldGive(t.Command))
            .Select(t => new PossibleCommand($"{things}.{t.Action}", $"{CareApi.Root}/{things}/{file.Child.Id.Value}/{no}/{t.Action}"));
}
