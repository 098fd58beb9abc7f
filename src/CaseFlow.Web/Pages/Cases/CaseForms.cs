using System.Globalization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Children;
using CaseFlow.Engine.Workflow;
using CaseFlow.Web.Components;

namespace CaseFlow.Web.Pages.Cases;

/// <summary>What the forms on the page of a case ask for.</summary>
public static class CaseForms
{
    public const string Take = "take";
    public const string Assess = "assess";
    public const string Plan = "plan";
    public const string Review = "review";
    public const string Ask = "ask";
    public const string Answer = "answer";
    public const string AnswerFlag = "answer-flag";
    public const string Guarded = "guarded";
    public const string Harm = "harm";
    public const string HandOver = "hand-over";
    public const string Note = "note";
    public const string Close = "close";
    public const string Move = "move";
    public const string Reopen = "reopen";

    /// <summary>How many goals the form has room for.</summary>
    public const int Goals = 3;

    /// <summary>The command that was sent; null where the page has no such form.</summary>
    public static ChildCommand? Read(CaseNo no, Typed typed, WorkflowDefinition workflow) => typed.Action switch
    {
        Take => new TakeCase(no),
        Assess => new AssessCase(no, typed["findings"]),
        Plan => new MakePlan(no, [.. GoalsOf(typed)], [.. InterventionsOf(typed, workflow)], typed.Checked("long-term")),
        Review when typed.Choice<ReviewFinding>("finding") is { } finding =>
            new ReviewCase(no, finding, typed.Maybe("note"), typed.Whole("level"), [.. ResultsOf(typed)]),
        Ask => new RequestEscalation(no, typed["reason"], typed["step"], typed.Maybe("guarded")),
        Answer => new AnswerEscalation(new EscalationNo(typed.Number), typed["answer"]),
        AnswerFlag when typed.Choice<FlagResponse>("response") is { } response => new AnswerFlag(new FlagNo(typed.Number), response, typed.Maybe("reason")),
        Guarded when workflow.GuardedSteps.ElementAtOrDefault(typed.Number) is { } step => new TakeGuardedStep(no, step.Id, typed.Maybe("note")),
        Harm => new ReportHarm(typed["to"], typed.Maybe("note")),
        HandOver when typed.Id("to") is { } to => new GiveCase(no, new StaffId(to), typed["reason"]),
        Note => new AddNote(no, typed["text"], typed.Checked("confidential")),
        Reopen => new ReopenCase(no, typed["reason"]),
        Move => new MoveToWorkflow(no, typed["version"], typed["reason"]),
        Close => new CloseCase(no, typed.Maybe("reason")),
        _ => null,
    };

    private static IEnumerable<Goal> GoalsOf(Typed typed)
    {
        for (var i = 1; i <= Goals; i++)
        {
            var place = i.ToString(CultureInfo.InvariantCulture);
            if (typed.Maybe($"goal-{place}") is { } text)
                yield return new Goal(text, typed.Maybe($"measure-{place}"), typed.Date($"by-{place}"), Start: typed.Maybe($"start-{place}"), Target: typed.Maybe($"target-{place}"));
        }
    }

    private static IEnumerable<GoalResult> ResultsOf(Typed typed)
    {
        for (var i = 1; i <= Goals; i++)
        {
            var place = i.ToString(CultureInfo.InvariantCulture);
            if (typed.Maybe($"result-{place}") is { } value)
                yield return new GoalResult(i, value, typed[$"met-{place}"] switch { "yes" => true, "no" => false, _ => null });
        }
    }

    private static IEnumerable<PlannedIntervention> InterventionsOf(Typed typed, WorkflowDefinition workflow) =>
        from intervention in workflow.Interventions
        where typed.Checked($"do-{intervention.Id}")
        let who = typed.Id($"who-{intervention.Id}")
        where who is not null
        select new PlannedIntervention(intervention.Id, new StaffId(who.Value), typed.Date($"until-{intervention.Id}"));
}
