using CaseFlow.Engine.Cases;
using CaseFlow.Engine.Rules;

namespace CaseFlow.Engine.Runtime;

/// <summary>What a screening found and did.</summary>
/// <param name="Children">How many pupils were screened.</param>
/// <param name="Written">False where the day lies before the latest screening: computed only.</param>
/// <param name="Flags">The flags that are active on that day, by student number and rule.</param>
/// <param name="Levels">Every child above level 0.</param>
/// <param name="Failures">Rules that failed on a child.</param>
/// <param name="Refused">Children for whom nothing could be opened, and why.</param>
public sealed record ScreeningReport(
    DateOnly AsOf,
    int Children,
    bool Written,
    IReadOnlyList<ScreenedFlag> Flags,
    IReadOnlyList<ScreenedLevel> Levels,
    IReadOnlyList<ScreenedCase> CasesOpened,
    IReadOnlyList<ScreenedCase> CasesUpdated,
    IReadOnlyList<ScreeningFailure> Failures,
    IReadOnlyList<ScreeningRefusal> Refused);

public sealed record ScreenedFlag(string Student, FlagFinding Finding);

public sealed record ScreenedLevel(string Student, int Level);

public sealed record ScreenedCase(string Student, CaseNo Case, int Level);

public sealed record ScreeningFailure(string Student, RuleFailure Failure);

public sealed record ScreeningRefusal(string Student, Refusal Refusal);
