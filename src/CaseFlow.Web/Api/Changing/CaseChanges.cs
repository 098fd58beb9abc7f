using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;

namespace CaseFlow.Web.Api.Changing;

/// <summary>The commands to a case.</summary>
internal static class CaseChanges
{
    private const string Cases = "cases";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapCommand<EmptyBody>(Cases, "take", "takeCase", "Take a case", (_, no) => new TakeCase(new(no)));
        api.MapCommand<GiveCaseBody>(Cases, "give", "giveCase", "Hand a case to somebody else",
            (b, no) => new GiveCase(new(no), new StaffId(b.To!.Value), b.Reason!));
        api.MapCommand<AssessCaseBody>(Cases, "assess", "assessCase", "Assess a case", (b, no) => new AssessCase(new(no), b.Findings!));
        api.MapCommand<PlanBody>(Cases, "plan", "planCase", "Make the plan of a case", PlanOf);
        api.MapCommand<ReviewCaseBody>(Cases, "review", "reviewCase", "Review a case; the level is kept or lowered",
            (b, no) => new ReviewCase(
                new(no), b.Finding!.Value, b.Note, b.Level, b.Results?.Select(r => new GoalResult(r.Goal!.Value, r.Value!, r.Met)).ToList()));
        api.MapCommand<ReopenCaseBody>(Cases, "reopen", "reopenCase", "Reopen a case that was closed by mistake, within 30 days",
            (b, no) => new ReopenCase(new(no), b.Reason!));
        api.MapCommand<CloseCaseBody>(Cases, "close", "closeCase", "Close a case; earlier than its conditions allow needs a reason",
            (b, no) => new CloseCase(new(no), b.Reason));
        api.MapCommand<MoveToWorkflowBody>(Cases, "move-to-workflow", "moveCaseToWorkflow", "Move a case to the workflow in force; look first at what changes",
            (b, no) => new MoveToWorkflow(new(no), b.Version!, b.Reason!));
        api.MapCommand<EscalateBody>(Cases, "escalate", "escalateCase", "Ask the head teacher",
            (b, no) => new RequestEscalation(new(no), b.Reason!, b.ProposedStep!, b.GuardedStep));
        api.MapCommand<GuardedStepBody>(Cases, "guarded-steps", "takeGuardedStep", "Take a step that waits for the head teacher's approval",
            (b, no) => new TakeGuardedStep(new(no), b.Step!, b.Note));
        api.MapCommand<NoteBody>(Cases, "notes", "addNote", "Add a note; a confidential one is read by the counselor",
            (b, no) => new AddNote(new CaseNo(no), b.Text!, b.Confidential));
    }

    private static MakePlan PlanOf(PlanBody body, int no) => new(
        new(no),
        [.. body.Goals!.Select(g => new Goal(g.Text!, g.Measure, g.By, Start: g.Start, Target: g.Target))],
        [.. (body.Interventions ?? []).Select(i => new PlannedIntervention(i.Id!, new StaffId(i.Assignee!.Value), i.Until))],
        body.LongTerm);
}
