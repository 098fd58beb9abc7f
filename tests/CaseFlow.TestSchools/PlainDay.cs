namespace CaseFlow.TestSchools;

/// <summary>The day of screening, D, with the school days that windows can reach.</summary>
/// <param name="Day">D itself, a school day or not.</param>
/// <param name="YearDays">The school days of the current school year on or before D, in order.</param>
/// <param name="TermDays">The school days of the current term on or before D, in order.</param>
internal sealed record PlainDay(DateOnly Day, IReadOnlyList<DateOnly> YearDays, IReadOnlyList<DateOnly> TermDays)
{
    /// <summary>"a school year starts on its first school day"; none where no school day lies on or before D.</summary>
    public DateOnly? YearStart => YearDays.Count == 0 ? null : YearDays[0];

    /// <summary>"Windows in days run from D minus (n - 1) to D, across terms and years."</summary>
    public bool IsInLastDays(DateOnly date, int days) => date >= Day.AddDays(-(days - 1)) && date <= Day;

    /// <summary>
    /// "Windows in school days are the last n school days on or before D, and do not reach back over the start of the
    /// school year."
    /// </summary>
    public IReadOnlyList<DateOnly> LastSchoolDays(int days) => [.. YearDays.TakeLast(days)];

    /// <summary>A flag that rests on dated evidence: "The since of a flag is the date of its earliest evidence."</summary>
    public static PlainFlag Flag(Pupil pupil, string rule, string kind, int severity, IEnumerable<DateOnly> evidence)
    {
        var dates = evidence.ToList();
        return new PlainFlag(pupil.Number, rule, kind, severity, dates.Min(), dates.Count);
    }
}
