namespace CaseFlow.TestSchools;

/// <summary>The rules of the kind grade.</summary>
internal sealed class GradeRules(PlainExams exams, PlainDay today)
{
    public IEnumerable<PlainFlag?> Flags(Pupil pupil) => [Drop(pupil), Failing(pupil)];

    /// <summary>
    /// `grade-drop`: "rank percentile fell by 20 points or more between the last two exams that the child sat; by 35
    /// or more", severity "2; 3". "A fall is the earlier percentile minus the later." "the one before it may be older".
    /// </summary>
    private PlainFlag? Drop(Pupil pupil)
    {
        var sat = exams.LatestFirst(pupil);
        if (sat.Count < 2 || !IsFresh(sat[0]))
            return null;

        var fall = exams.PercentileTenths(pupil, sat[1]) - exams.PercentileTenths(pupil, sat[0]);
        DateOnly[] evidence = [exams.DateOf(sat[1]), exams.DateOf(sat[0])];
        return fall switch
        {
            >= 350 => PlainDay.Flag(pupil, "grade-drop", "grade", 3, evidence),
            >= 200 => PlainDay.Flag(pupil, "grade-drop", "grade", 2, evidence),
            _ => null,
        };
    }

    /// <summary>
    /// `grade-failing`: "below 60 % of full score in 2 subjects of the last exam; in 3 or more", severity "1; 2".
    /// </summary>
    private PlainFlag? Failing(Pupil pupil)
    {
        var sat = exams.LatestFirst(pupil);
        if (sat.Count == 0 || !IsFresh(sat[0]))
            return null;

        var failing = exams.SubjectRows(pupil, sat[0])
            .Where(row => row.Score * 100 < row.FullScore * 60)
            .Select(row => row.Date)
            .ToList();
        return failing.Count switch
        {
            < 2 => null,
            2 => PlainDay.Flag(pupil, "grade-failing", "grade", 1, failing),
            _ => PlainDay.Flag(pupil, "grade-failing", "grade", 2, failing),
        };
    }

    /// <summary>The last exam "can raise a flag while D minus its date is at most 60 days".</summary>
    private bool IsFresh(string exam) => today.Day.DayNumber - exams.DateOf(exam).DayNumber <= 60;
}
