namespace CaseFlow.TestSchools;

/// <summary>The rules of the kind absence. They count school days; marks on other days do not count.</summary>
internal sealed class AbsenceRules(School school, PlainDay today)
{
    private readonly ILookup<string, Mark> marks = school.Marks.ToLookup(mark => mark.Student);

    public IEnumerable<PlainFlag?> Flags(Pupil pupil) =>
        [Unexcused(pupil), Streak(pupil), Chronic(pupil), Tardiness(pupil)];

    /// <summary>
    /// `absence-unexcused`: "1 unexcused absent day in the last 5 school days; 2 or more", severity "1; 2".
    /// </summary>
    private PlainFlag? Unexcused(Pupil pupil)
    {
        var absent = DaysMarked(pupil, today.LastSchoolDays(5), "absent");
        return absent.Count switch
        {
            0 => null,
            1 => PlainDay.Flag(pupil, "absence-unexcused", "absence", 1, absent),
            _ => PlainDay.Flag(pupil, "absence-unexcused", "absence", 2, absent),
        };
    }

    /// <summary>
    /// `absence-streak`: "the last 3 or more school days all absent, unexcused", severity "3"; "an excused day or a
    /// present day ends the streak".
    /// </summary>
    private PlainFlag? Streak(Pupil pupil)
    {
        var streak = today.YearDays.Reverse().TakeWhile(day => DaysMarked(pupil, [day], "absent").Count == 1).ToList();
        return streak.Count >= 3 ? PlainDay.Flag(pupil, "absence-streak", "absence", 3, streak) : null;
    }

    /// <summary>
    /// `absence-chronic`: "20 or more school days into the term, absences of any sort on 10 % or more of them; from
    /// 20 %", severity "2; 3"; "of the school days of the current term up to and with D; any sort means absent and
    /// excused".
    /// </summary>
    private PlainFlag? Chronic(Pupil pupil)
    {
        var days = today.TermDays.Count;
        var absences = DaysMarked(pupil, today.TermDays, "absent", "excused");
        if (days < 20 || absences.Count * 100 < days * 10)
            return null;
        var severity = absences.Count * 100 >= days * 20 ? 3 : 2;
        return PlainDay.Flag(pupil, "absence-chronic", "absence", severity, absences);
    }

    /// <summary>`tardiness`: "3 or more late or left-early marks in the last 10 school days", severity "1".</summary>
    private PlainFlag? Tardiness(Pupil pupil)
    {
        var late = DaysMarked(pupil, today.LastSchoolDays(10), "late", "early");
        return late.Count >= 3 ? PlainDay.Flag(pupil, "tardiness", "absence", 1, late) : null;
    }

    /// <summary>"a day without a mark is present"; there is one mark a child and day.</summary>
    private List<DateOnly> DaysMarked(Pupil pupil, IReadOnlyList<DateOnly> days, params string[] kinds) =>
        [.. marks[pupil.Number].Where(mark => kinds.Contains(mark.Kind) && days.Contains(mark.Date)).Select(mark => mark.Date)];
}
