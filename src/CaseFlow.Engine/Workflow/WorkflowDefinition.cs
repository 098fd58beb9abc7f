using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Workflow;

/// <summary>What a human task asks for; decides which form a person gets.</summary>
public enum TaskKind
{
    /// <summary>The counselor takes the case.</summary>
    Triage,

    /// <summary>A talk with the child.</summary>
    Talk,

    /// <summary>A visit at the child's home.</summary>
    HomeVisit,

    /// <summary>A call to guardian or parents.</summary>
    Call,

    /// <summary>An assessment of the case.</summary>
    Assessment,

    /// <summary>The care plan.</summary>
    Plan,

    /// <summary>A review of the case.</summary>
    Review,

    /// <summary>A step to be taken and confirmed in words.</summary>
    Step,

    /// <summary>An intervention of the plan.</summary>
    Intervention,

    /// <summary>Whether an intervention that has reached its end goes on.</summary>
    Continuation,
}

/// <summary>Who gets a task.</summary>
public enum TaskRole
{
    /// <summary>The owner of the case.</summary>
    Owner,

    /// <summary>The paired helper; without one the class teacher, then the owner.</summary>
    Visitor,

    /// <summary>The class teacher; without one the paired helper, then a counselor.</summary>
    ClassTeacher,

    /// <summary>The head teacher; without one the administrator.</summary>
    HeadTeacher,
}

/// <summary>The life of a case as the workflow file says it. Immutable.</summary>
/// <param name="Version">The content version of the file; a running case finishes on the version that it started with.</param>
public sealed record WorkflowDefinition(
    string Id,
    string Version,
    Words Title,
    IReadOnlyList<string> Milestones,
    IReadOnlyList<StageDefinition> Stages,
    IReadOnlyList<GuardedStepDefinition> GuardedSteps,
    IReadOnlyList<InterventionDefinition> Interventions,
    IReadOnlyDictionary<int, Limit> DecideEscalation,
    ClosureDefinition Closure,
    IReadOnlyList<WatchDefinition> Watch)
{
    /// <summary>The file as it was read; kept with the cases that run on it.</summary>
    public string Text { get; init; } = "";

    /// <summary>Stages and tasks of earlier versions that this one gives up on purpose: a case that has them may be moved to it.</summary>
    public IReadOnlyList<string> Withdraws { get; init; } = [];

    /// <summary>The milestone that every case reaches as it opens.</summary>
    public const string Opened = "opened";

    /// <summary>The step whose doing hands a case over to the receiving school.</summary>
    public const string TransferConfirmed = "transfer-confirmed";

    /// <summary>The step of the visit after closure.</summary>
    public const string CheckVisit = "check-visit";

    /// <summary>The guarded step of a referral.</summary>
    public const string Refer = "refer";

    /// <summary>Before the id of an intervention: the step of carrying it out.</summary>
    public const string Intervention = "intervention:";

    /// <summary>Before the id of an intervention: the step of saying whether it goes on.</summary>
    public const string InterventionEnd = "intervention-end:";

    /// <summary>The guarded step of a plan that is long-term.</summary>
    public const string LongTermPlan = "long-term-plan";

    /// <summary>What a milestone is called: the task that reaches it, or the opening of the case.</summary>
    public Words MilestoneTitle(string milestone) =>
        milestone == Opened ? new Words("立案", "Case opened") : Stages.SelectMany(s => s.Tasks).FirstOrDefault(t => t.Reaches == milestone)?.Title ?? new Words(milestone, milestone);

    /// <summary>The task of that step; null where the file has none.</summary>
    public TaskDefinition? TaskOf(string step) => Stages.SelectMany(s => s.Tasks).FirstOrDefault(t => t.Id == step);
}

/// <summary>When something begins: all milestones reached, and the condition (if any) holds.</summary>
/// <param name="If">A condition over the case; null holds always.</param>
public sealed record Sentry(IReadOnlyList<string> After, Func<CasePosition, bool>? If)
{
    public bool Holds(CasePosition position) =>
        After.All(position.Reached.ContainsKey) && (If is null || If(position));
}

/// <summary>A stage of the case.</summary>
/// <param name="Beside">Runs beside the others (emergency, transfer): the case is not 'in' it.</param>
public sealed record StageDefinition(string Id, Words Title, Sentry Entry, bool Beside, IReadOnlyList<TaskDefinition> Tasks);

/// <summary>A human task of the workflow.</summary>
/// <param name="From">The milestone that its time limit counts from.</param>
/// <param name="Limits">The time limit by level; a level without one does not get the task.</param>
/// <param name="Recurring">The limit counts from the last one done, and a next one follows.</param>
/// <param name="SendBefore">How long before the due date the system sends it; null sends it at once.</param>
/// <param name="Reaches">The milestone that it reaches when done.</param>
/// <param name="BeforeClosing">Whether the case cannot be closed while it is pending.</param>
public sealed record TaskDefinition(
    string Id,
    Words Title,
    TaskKind Kind,
    TaskRole Who,
    string From,
    IReadOnlyDictionary<int, Limit> Limits,
    bool Recurring,
    Limit? SendBefore,
    string? Reaches,
    bool BeforeClosing,
    Words Why);

/// <summary>A step that cannot be taken before the head teacher has agreed.</summary>
/// <param name="FromLevel">The level from which the approval is needed.</param>
public sealed record GuardedStepDefinition(string Id, Words Title, int FromLevel);

/// <summary>An entry of the catalogue of interventions.</summary>
/// <param name="Lasts">How long one lasts before it asks whether it goes on.</param>
public sealed record InterventionDefinition(string Id, Words Title, Limit Lasts);

/// <summary>When a case may be closed without a reason, and the visit afterwards.</summary>
/// <param name="ImprovedReviews">How many reviews in a row must have found an improvement.</param>
/// <param name="QuietDays">For how many days no flag of severity 2 or more may have been active.</param>
/// <param name="CheckVisit">When a check visit falls due after closure.</param>
public sealed record ClosureDefinition(int ImprovedReviews, int QuietDays, Limit CheckVisit, Words CheckVisitTitle, Words CheckVisitWhy);

/// <summary>A task for the class teacher when a child is at level 1.</summary>
/// <param name="Kinds">The flag kinds that it answers.</param>
public sealed record WatchDefinition(string Id, IReadOnlyList<string> Kinds, TaskKind Kind, Words Title, Words Why, Limit Limit);
