namespace CaseFlow.TestSchools;

/// <summary>
/// Made-up schools, valid by the contract, whose signals lie at, just inside and just outside the limits of every rule.
/// The same seed and size give the same school.
/// </summary>
public static class RandomSchool
{
    /// <param name="seed">Any number; it also chooses the calendar and the day that the limits are aimed at.</param>
    /// <param name="size">How many pupils and classes.</param>
    public static School Make(int seed, RandomSchoolSize size)
    {
        var dice = new Dice(seed);
        var firstAutumn = dice.Between(2018, 2023); // nothing lies in the future of whoever runs this
        var school = new School { Calendar = new RandomCalendar(dice, firstAutumn).Make() };
        var focus = RandomFocus.Choose(dice, school, firstAutumn + 1);
        if (dice.Percent(10))
            school = WithCalendarCut(school, focus.AddDays(-dice.Pick(1, 5, 20)));
        school = new RandomPupils(dice, focus).AddTo(school with { Focus = focus }, size);
        return school with
        {
            Marks = new RandomMarks(dice, school, focus).Make(school.Pupils),
            Exams = new RandomExams(dice, school, focus).Make(school.Pupils),
            Observations = new RandomObservations(dice, focus).Make(school.Pupils),
            Contacts = new RandomContacts(dice, focus).Make(school.Pupils),
        };
    }

    /// <summary>
    /// Days worth screening on, in order: the focus and its neighbours, the first and the 19th to 21st school days of
    /// the current term, the next Sunday, a fortnight and a month later, 20 August, 60 and 61 days after the last exam, and
    /// 29 and 30 days after the start of the school year. None before a child was enrolled, and none before the first
    /// school day: the specification leaves open what holds there.
    /// </summary>
    public static IReadOnlyList<DateOnly> InterestingDays(School school)
    {
        var focus = school.Focus ?? LastSignal(school);
        var calendar = new PlainCalendar(school);
        var term = calendar.SchoolDays(focus.AddDays(-200), focus.AddDays(60))
            .Where(day => calendar.TermOf(day) == TermOf(calendar, focus))
            .ToList();
        var lastExam = school.Exams.Select(row => row.Date).DefaultIfEmpty(focus).Max();
        DateOnly[] days =
        [
            .. term.Take(1).Concat(term.Skip(18).Take(3)),
            .. new[] { -1, 0, 1, 14, 30 }.Select(later => focus.AddDays(later)),
            focus.AddDays(7 - (int)focus.DayOfWeek),
            new DateOnly(focus.Year, 8, 20),
            lastExam.AddDays(60),
            lastExam.AddDays(61),
            .. calendar.On(focus).YearStart is { } start ? new[] { start.AddDays(29), start.AddDays(30) } : [],
        ];
        var enrolled = school.Pupils.Max(pupil => pupil.EnrolledOn) ?? DateOnly.MinValue;
        return [.. days.Where(day => day >= enrolled && calendar.On(day).YearStart is not null).Distinct().Order()];
    }

    private static string? TermOf(PlainCalendar calendar, DateOnly focus) =>
        calendar.On(focus).TermDays is { Count: > 0 } days ? calendar.TermOf(days[0]) : null;

    private static DateOnly LastSignal(School school) =>
        school.Marks.Select(row => row.Date)
            .Concat(school.Exams.Select(row => row.Date))
            .Concat(school.Observations.Select(row => row.Date))
            .Concat(school.Contacts.Select(row => row.Date))
            .Max();

    /// <summary>The calendar ends before the focus, unless nothing of it would be left.</summary>
    private static School WithCalendarCut(School school, DateOnly last)
    {
        var kept = school.Calendar.Where(row => row.Date <= last).ToList();
        return kept.Any(row => row.Kind is "school" or "exam") ? school with { Calendar = kept } : school;
    }

    /// <summary>Screens the small school of each seed, and every fifth seed's of middle size, on its interesting days.</summary>
    public static SchoolCoverage Coverage(IEnumerable<int> seeds)
    {
        var results = seeds
            .Select(seed => Make(seed, seed % 5 == 0 ? RandomSchoolSize.Middle : RandomSchoolSize.Small))
            .SelectMany(school => InterestingDays(school).Select(day => PlainRules.Screen(school, day)))
            .ToList();
        return new SchoolCoverage(
            results.SelectMany(result => result.Flags)
                .GroupBy(flag => (flag.Rule, flag.Severity))
                .ToDictionary(group => group.Key, group => group.Count()),
            results.SelectMany(result => result.Levels.Values)
                .GroupBy(level => level)
                .ToDictionary(group => group.Key, group => group.Count()),
            results.Sum(result => result.Children));
    }
}

/// <summary>What the rules found over many random schools.</summary>
/// <param name="Flags">How often each rule fired at each severity.</param>
/// <param name="Levels">How many children were at each level above 0.</param>
/// <param name="Children">How many children were screened; one counts on each day.</param>
public sealed record SchoolCoverage(
    IReadOnlyDictionary<(string Rule, int Severity), int> Flags,
    IReadOnlyDictionary<int, int> Levels,
    int Children)
{
    public int Unflagged => Children - Levels.Values.Sum();
}
