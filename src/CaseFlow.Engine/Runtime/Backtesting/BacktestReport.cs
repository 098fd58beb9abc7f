namespace CaseFlow.Engine.Runtime.Backtesting;

/// <summary>What other rule files would have given over a past period, beside what those in force give.</summary>
/// <remarks>
/// Both are evaluated on every school day of the period, all registers closed, over what is on record now: late entries and
/// corrections count, the dossier is that of today, and answers to flags do not: a flag is up as long as its rule holds.
/// </remarks>
/// <param name="SchoolDays">How many days were evaluated.</param>
/// <param name="Children">How many pupils were evaluated on at least one of them.</param>
/// <param name="Failures">Rules that failed on a child, of either set; each once.</param>
public sealed record BacktestReport(
    DateOnly From,
    DateOnly To,
    int SchoolDays,
    int Children,
    PolicyOutcome Present,
    PolicyOutcome Other,
    IReadOnlyList<BacktestedFlag> FlagsNew,
    IReadOnlyList<BacktestedFlag> FlagsGone,
    IReadOnlyList<ChangedFlag> FlagsChanged,
    IReadOnlyList<LevelDifference> LevelsChanged,
    IReadOnlyList<BacktestedCase> CasesNew,
    IReadOnlyList<BacktestedCase> CasesGone,
    IReadOnlyList<BacktestWeek> Weeks,
    WeeklyCapacity Capacity,
    int ConfirmedCases,
    IReadOnlyList<BacktestFailure> Failures);

/// <summary>The sums of one set of rules, and how each of its rules did where people have judged.</summary>
/// <param name="CasesForeseen">Confirmed cases of the period that any of its rules foresaw.</param>
public sealed record PolicyOutcome(int Flags, int Cases, IReadOnlyList<RuleOutcome> Rules, int CasesForeseen);

/// <summary>How a rule did.</summary>
/// <param name="Flags">How often it would have raised its flag.</param>
/// <param name="Judged">How many of those meet a flag that people confirmed or called a false alarm (<see cref="FlagVerdicts"/>).</param>
/// <param name="Confirmed">How many of the judged were confirmed.</param>
/// <param name="CasesForeseen">Confirmed cases of the period for whose child it had its flag up in the 30 days up to the opening.</param>
public sealed record RuleOutcome(string Rule, int Flags, int Judged, int Confirmed, int CasesForeseen)
{
    /// <summary>Confirmed of judged, 0 to 1; null where nothing was judged.</summary>
    public double? Precision => Judged == 0 ? null : (double)Confirmed / Judged;
}

/// <summary>A rule that held for a child on school days in a row.</summary>
/// <param name="Severity">The highest of those days, 1 to 4.</param>
/// <param name="FirstDay">The first day of the period on which it held.</param>
/// <param name="LastDay">The last one, inclusive.</param>
public sealed record BacktestedFlag(string Student, string Rule, string Kind, int Severity, DateOnly FirstDay, DateOnly LastDay);

/// <summary>A flag that both sets raise on common days, with another severity.</summary>
public sealed record ChangedFlag(BacktestedFlag Present, BacktestedFlag Other);

/// <summary>School days in a row, both inclusive, on which the level of a child differs in the same way.</summary>
public sealed record LevelDifference(string Student, DateOnly FirstDay, DateOnly LastDay, int Present, int Other);

/// <summary>A case that would have opened.</summary>
/// <param name="Level">The highest level while it was open.</param>
/// <param name="ClosedOn">The day on which it ended; null where it was open at the end of the period.</param>
public sealed record BacktestedCase(string Student, int Level, DateOnly OpenedOn, DateOnly? ClosedOn);

/// <summary>A week from Monday on, as far as it lies in the period.</summary>
public sealed record BacktestWeek(DateOnly Monday, WeeklyLoad Present, WeeklyLoad Other);

/// <summary>Tasks that fall due in a week.</summary>
/// <param name="Tasks">All of them, whoever does them.</param>
/// <param name="OfCounselors">Those of the owners of cases.</param>
public sealed record WeeklyLoad(int Tasks, int OfCounselors);

/// <summary>What the counselors get through in a week.</summary>
public sealed record WeeklyCapacity(int Counselors, int TasksEach)
{
    public int Tasks => Counselors * TasksEach;
}

/// <summary>A rule that failed on a child, and on which day first.</summary>
public sealed record BacktestFailure(string Student, DateOnly Day, string Rule, string File, string Message);
