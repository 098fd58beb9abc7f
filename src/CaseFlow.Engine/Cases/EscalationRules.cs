using CaseFlow.Engine.Rules;

namespace CaseFlow.Engine.Cases;

/// <summary>What escalation rules know of the decision just made; the names of the escalation file.</summary>
public sealed record EscalationFacts(CaseChange Case);

/// <param name="Opened">The case was opened by this decision.</param>
/// <param name="Rose">Its level rose by this decision.</param>
/// <param name="Reviewed">It was reviewed by this decision.</param>
/// <param name="LevelBefore">Its level before; 0 before it opened.</param>
/// <param name="LateDays">The most days that a step watched by the rule is late and not yet taken up; 0 where none is.</param>
/// <param name="ReviewsWithoutImprovement">Reviews in a row that found no improvement.</param>
/// <param name="CasesThisSchoolYear">Cases of the child in the school year, this one included.</param>
public sealed record CaseChange(
    bool Opened,
    bool Rose,
    bool Reviewed,
    long Level,
    long LevelBefore,
    bool PlanUnderWay,
    long LateDays,
    long ReviewsWithoutImprovement,
    long CasesThisSchoolYear);

/// <summary>One escalation rule of the file, checked and compiled.</summary>
/// <param name="Emergency">Raises the emergency path; goes up alone.</param>
/// <param name="LateSteps">The steps whose lateness it watches.</param>
/// <param name="LateDays">A step is watched from more than this many days late.</param>
public sealed record EscalationRule(
    string Id,
    bool Emergency,
    Func<EscalationFacts, bool> When,
    Template<EscalationFacts> Because,
    Words Propose,
    IReadOnlyList<string> LateSteps,
    int LateDays)
{
    /// <summary>The guarded steps that it asks for: an approval opens these and no others.</summary>
    public IReadOnlyList<string> Opens { get; init; } = [];
}

/// <summary>The escalation rules of the file.</summary>
public sealed record EscalationRules(string Version, IReadOnlyList<EscalationRule> All);
