using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Signals;

namespace CaseFlow.Web.Api.Changing;

/// <summary>How long texts may be, in characters.</summary>
internal static class Longest
{
    public const int Code = 64;
    public const int Line = 200;
    public const int Text = 4000;
    public const int List = 20;
}

/// <summary>A body that names members of staff; they are looked up before anything is done.</summary>
internal interface INamesStaff
{
    IEnumerable<(string Member, Guid Staff)> StaffNamed();
}

public sealed record EmptyBody;

public sealed record GiveCaseBody : INamesStaff
{
    [Required] public Guid? To { get; init; }

    [Required, MaxLength(Longest.Text)] public string? Reason { get; init; }

    IEnumerable<(string Member, Guid Staff)> INamesStaff.StaffNamed() => [("to", To!.Value)];
}

public sealed record AssessCaseBody
{
    [Required, MaxLength(Longest.Text)] public string? Findings { get; init; }
}

public sealed record GoalBody
{
    [Required, MaxLength(Longest.Text)] public string? Text { get; init; }

    [MaxLength(Longest.Text)] public string? Measure { get; init; }

    public DateOnly? By { get; init; }

    [MaxLength(Longest.Text)] public string? Start { get; init; }

    [MaxLength(Longest.Text)] public string? Target { get; init; }
}

public sealed record InterventionBody
{
    [Required, MaxLength(Longest.Code)] public string? Id { get; init; }

    [Required] public Guid? Assignee { get; init; }

    public DateOnly? Until { get; init; }
}

public sealed record PlanBody : INamesStaff
{
    [Required, MaxLength(Longest.List)] public IReadOnlyList<GoalBody>? Goals { get; init; }

    [MaxLength(Longest.List)] public IReadOnlyList<InterventionBody>? Interventions { get; init; }

    public bool LongTerm { get; init; }

    IEnumerable<(string Member, Guid Staff)> INamesStaff.StaffNamed() =>
        (Interventions ?? []).Select((x, i) => ($"interventions[{i}].assignee", x.Assignee!.Value));
}

public sealed record ReviewCaseBody
{
    [Required, JsonConverter(typeof(CodeJson<ReviewFinding>))] public ReviewFinding? Finding { get; init; }

    [MaxLength(Longest.Text)] public string? Note { get; init; }

    [Range(2, 4)] public int? Level { get; init; }

    [MaxLength(Longest.List)] public IReadOnlyList<GoalResultBody>? Results { get; init; }
}

/// <summary>What was measured of a goal of the plan; the first goal is 1.</summary>
public sealed record GoalResultBody
{
    [Required, Range(1, Longest.List)] public int? Goal { get; init; }

    [Required, MaxLength(Longest.Text)] public string? Value { get; init; }

    public bool? Met { get; init; }
}

public sealed record ReopenCaseBody
{
    [Required, MaxLength(Longest.Text)] public string? Reason { get; init; }
}

public sealed record ContinueInterventionBody
{
    [Required] public DateOnly? Until { get; init; }

    [Required, MaxLength(Longest.Text)] public string? Reason { get; init; }
}

public sealed record FinishInterventionBody
{
    [Required] public DateOnly? On { get; init; }

    [Required, MaxLength(Longest.Text)] public string? Result { get; init; }
}

/// <summary>A record that was made in error. Of a mark the day, of the others the id.</summary>
public sealed record WithdrawalBody
{
    [Required, JsonConverter(typeof(CodeJson<SignalKind>))] public SignalKind? Kind { get; init; }

    public Guid? Signal { get; init; }

    public DateOnly? On { get; init; }

    [Required, MaxLength(Longest.Line)] public string? Reason { get; init; }
}

/// <summary>Instants with an offset; the last is the first that no longer belongs to it.</summary>
public sealed record DelegationBody : INamesStaff
{
    [Required] public Guid? To { get; init; }

    [Required] public DateTimeOffset? From { get; init; }

    [Required] public DateTimeOffset? Until { get; init; }

    [MaxLength(Longest.Line)] public string? Reason { get; init; }

    IEnumerable<(string Member, Guid Staff)> INamesStaff.StaffNamed() => [("to", To!.Value)];
}

public sealed record HandOverBody : INamesStaff
{
    [Required] public Guid? From { get; init; }

    [Required] public Guid? To { get; init; }

    [Required, MaxLength(Longest.Line)] public string? Reason { get; init; }

    IEnumerable<(string Member, Guid Staff)> INamesStaff.StaffNamed() => [("from", From!.Value), ("to", To!.Value)];
}

public sealed record CloseCaseBody
{
    [MaxLength(Longest.Text)] public string? Reason { get; init; }
}

/// <summary>To the version of the workflow that you have looked at; refused where the file has changed since.</summary>
public sealed record MoveToWorkflowBody
{
    [Required, MaxLength(Longest.Code)] public string? Version { get; init; }

    [Required, MaxLength(Longest.Text)] public string? Reason { get; init; }
}

public sealed record EscalateBody
{
    [Required, MaxLength(Longest.Text)] public string? Reason { get; init; }

    [Required, MaxLength(Longest.Text)] public string? ProposedStep { get; init; }

    /// <summary>The guarded step that is asked for; without one an approval opens none.</summary>
    [MaxLength(Longest.Code)] public string? GuardedStep { get; init; }
}

public sealed record GuardedStepBody
{
    [Required, MaxLength(Longest.Code)] public string? Step { get; init; }

    [MaxLength(Longest.Text)] public string? Note { get; init; }
}

public sealed record NoteBody
{
    [Required, MaxLength(Longest.Text)] public string? Text { get; init; }

    public bool Confidential { get; init; }
}

/// <summary>A note of one line, understood as on the page of a child: a key or word in front says what kind it is.</summary>
public sealed record QuickNoteBody
{
    [Required, MaxLength(Longest.Line)] public string? Line { get; init; }

    public bool Confidential { get; init; }
}

/// <summary>The five headings of the record card.</summary>
public sealed record HeadingsBody
{
    [MaxLength(Longest.Text)] public string? Study { get; init; }

    [MaxLength(Longest.Text)] public string? DailyLife { get; init; }

    [MaxLength(Longest.Text)] public string? Mood { get; init; }

    [MaxLength(Longest.Text)] public string? Friends { get; init; }

    [MaxLength(Longest.Text)] public string? Health { get; init; }

    /// <summary>What was filled in, by the heading's code; null where nothing was.</summary>
    public IReadOnlyDictionary<string, string>? ByCode()
    {
        var filled = new (string Code, string? Text)[]
        {
            ("study", Study), ("daily-life", DailyLife), ("mood", Mood), ("friends", Friends), ("health", Health),
        }.Where(h => !string.IsNullOrWhiteSpace(h.Text)).ToDictionary(h => h.Code, h => h.Text!);
        return filled.Count > 0 ? filled : null;
    }
}

public sealed record CompleteTaskBody
{
    [Required] public DateOnly? On { get; init; }

    [MaxLength(Longest.Text)] public string? Note { get; init; }

    public HeadingsBody? Headings { get; init; }

    public bool Reached { get; init; } = true;

    public bool Confidential { get; init; }

    /// <summary>What was seen besides; recorded with the result, in one transaction.</summary>
    [MaxLength(3)] public IReadOnlyList<SeenBody>? Seen { get; init; }
}

/// <summary>Something that was seen with a task: a kind of observation, and how much, 1 to 3.</summary>
public sealed record SeenBody
{
    [Required, MaxLength(Longest.Code)] public string? Kind { get; init; }

    [Required, Range(1, 3)] public int? Severity { get; init; }
}

public sealed record MoveTaskBody
{
    [Required] public DateOnly? To { get; init; }

    [Required, MaxLength(Longest.Text)] public string? Reason { get; init; }
}

public sealed record AssignTaskBody : INamesStaff
{
    [Required] public Guid? To { get; init; }

    IEnumerable<(string Member, Guid Staff)> INamesStaff.StaffNamed() => [("to", To!.Value)];
}

public sealed record AnswerFlagBody
{
    [Required, JsonConverter(typeof(CodeJson<FlagResponse>))] public FlagResponse? Response { get; init; }

    [MaxLength(Longest.Text)] public string? Reason { get; init; }
}

public sealed record ApproveBody
{
    [MaxLength(Longest.Text)] public string? Conditions { get; init; }
}

public sealed record RejectBody
{
    [Required, MaxLength(Longest.Text)] public string? Reason { get; init; }
}

public sealed record ReturnBody
{
    [Required, MaxLength(Longest.Text)] public string? Question { get; init; }
}

public sealed record AnswerEscalationBody
{
    [Required, MaxLength(Longest.Text)] public string? Answer { get; init; }
}

public sealed record ObservationBody
{
    [Required] public DateOnly? Date { get; init; }

    [Required, MaxLength(Longest.Code)] public string? Kind { get; init; }

    [Required, Range(1, 3)] public int? Severity { get; init; }

    [MaxLength(Longest.Text)] public string? Note { get; init; }
}

public sealed record HarmReportBody
{
    [Required, MaxLength(Longest.Line)] public string? To { get; init; }

    [MaxLength(Longest.Text)] public string? Note { get; init; }
}
