namespace CaseFlow.TestSchools;

/// <summary>
/// The sixteen base rules of the domain page a second time, as literally as they can be written: the oracle that the
/// engine is compared with. What is ambiguous there is decided in READINGS.md.
/// </summary>
public static class PlainRules
{
    /// <summary>Screens every child at the end of the day, all registers closed. No flag has been answered.</summary>
    public static PlainResult Screen(School school, DateOnly day)
    {
        var calendar = new PlainCalendar(school);
        var today = calendar.On(day);
        var screened = school.Pupils.Where(pupil => !HasLeft(pupil, day)).ToList();

        var absence = new AbsenceRules(school, today);
        var grades = new GradeRules(new PlainExams(school, today), today);
        var observations = new ObservationRules(school, today);
        var guardianship = new GuardianshipRules(school, today);
        var flags = screened
            .SelectMany(pupil => absence.Flags(pupil)
                .Concat(grades.Flags(pupil))
                .Concat(observations.Flags(pupil))
                .Concat(guardianship.Flags(pupil)))
            .OfType<PlainFlag>()
            .OrderBy(flag => flag.Student, StringComparer.Ordinal)
            .ThenBy(flag => flag.Rule, StringComparer.Ordinal)
            .ToList();

        var levels = flags
            .GroupBy(flag => flag.Student)
            .ToDictionary(group => group.Key, group => Level([.. group]));
        return new PlainResult(flags, levels, screened.Count);
    }

    /// <summary>
    /// The table of 'Risk level and escalation'. 0: "no active flag". 1: "the highest severity is 1". 2: "the highest
    /// severity is 2, or three or more flags of severity 1 of different kinds". 3: "the highest severity is 3, or flags
    /// of severity 2 or higher of two or more different kinds". 4: "any flag of severity 4".
    /// </summary>
    public static int Level(IReadOnlyList<PlainFlag> flags)
    {
        if (flags.Count == 0)
            return 0;
        if (flags.Any(flag => flag.Severity == 4))
            return 4;
        if (flags.Any(flag => flag.Severity == 3))
            return 3;
        if (flags.Where(flag => flag.Severity >= 2).Select(flag => flag.Kind).Distinct().Count() >= 2)
            return 3;
        if (flags.Any(flag => flag.Severity == 2))
            return 2;
        return flags.Where(flag => flag.Severity == 1).Select(flag => flag.Kind).Distinct().Count() >= 3 ? 2 : 1;
    }

    /// <summary>"Pupils who have left (`left_on` on or before D) are not screened".</summary>
    private static bool HasLeft(Pupil pupil, DateOnly day) => pupil.LeftOn is { } leftOn && leftOn <= day;
}
