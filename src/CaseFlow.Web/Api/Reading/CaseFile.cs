using CaseFlow.Engine.Cases;

namespace CaseFlow.Web.Api.Reading;

/// <summary>A review; the note only for those who may read it.</summary>
public sealed record ReviewView(string Finding, DateOnly On, Person? By, string? Note);

/// <param name="Result">What the last review measured.</param>
public sealed record GoalView(string Text, string? Measure, DateOnly? By, string? Result, string? Start, string? Target, bool? Met);

/// <summary>The plan of a case.</summary>
public sealed record PlanView(bool LongTerm, Person? By, DateTimeOffset At, IReadOnlyList<GoalView> Goals);

/// <summary>A case with all that belongs to it.</summary>
/// <param name="WhyOwner">Null where the words of a hand-over may be in it and are not for you.</param>
/// <param name="Assessment">Null where there is none yet or it is not for you.</param>
/// <param name="Possible">The commands that you could give now.</param>
public sealed record CaseFile(
    Guid Child,
    int No,
    string ChildName,
    int Level,
    Person Owner,
    string? WhyOwner,
    string Stage,
    bool Open,
    DateTimeOffset OpenedAt,
    DateTimeOffset? TakenAt,
    DateTimeOffset? ClosedAt,
    string? CloseReason,
    string SchoolYear,
    string WorkflowVersion,
    string? Assessment,
    PlanView? Plan,
    IReadOnlyList<ReviewView> Reviews,
    IReadOnlyList<FlagView> Flags,
    IReadOnlyList<TaskView> Tasks,
    IReadOnlyList<EscalationView> Escalations,
    IReadOnlyList<PossibleCommand> Possible)
{
    internal static CaseFile Of(OpenFile file, CareCase care)
    {
        var mayRead = file.ReadsWorkOf(Actor.System);
        return new CaseFile(
            file.Child.Id.Value, care.No.Value, file.Child.Name, care.Level, file.People.Of(care.Owner),
            mayRead ? file.Caller.Say(care.WhyOwner) : null,
            care.Stage, care.IsOpen, care.OpenedAt, care.TakenAt, care.ClosedAt, mayRead ? care.CloseReason : null, care.SchoolYear,
            care.WorkflowVersion, mayRead ? care.Assessment : null, care.Plan is { } plan ? PlanOf(file, plan) : null,
            [.. care.Reviews.Select(r => new ReviewView(
                ApiJson.Code(r.Finding), r.On, file.People.Of(r.By), file.ReadsWorkOf(r.By) ? r.Note : null))],
            [.. file.State.Flags.Values.Where(f => f.Case == care.No).Select(f => FlagView.Of(file, f))],
            [.. file.State.TasksOf(care.No).Select(t => TaskView.Of(file, t))],
            [.. file.State.Escalations.Values.Where(e => e.Case == care.No).Select(e => EscalationView.Of(file, e))],
            PossibleCommand.Of(file, care));
    }

    private static PlanView PlanOf(OpenFile file, CarePlan plan) => new(
        plan.LongTerm, file.People.Of(plan.By), plan.At,
        [.. plan.Goals.Select(g => new GoalView(g.Text, g.Measure, g.By, g.Result, g.Start, g.Target, g.Met))]);
}
