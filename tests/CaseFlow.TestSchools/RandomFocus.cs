namespace CaseFlow.TestSchools;

/// <summary>Chooses the day on which most limits of a random school are just met or just missed.</summary>
internal static class RandomFocus
{
    /// <summary>
    /// The first days of a year or a term (windows reach back over its start), around the 20th school day of a term, any
    /// school day, a day without school, or a day after the calendar's end.
    /// </summary>
    public static DateOnly Choose(Dice dice, School school, int autumn)
    {
        var calendar = new PlainCalendar(school);
        var days = calendar.SchoolDays(new DateOnly(autumn, 8, 20), new DateOnly(autumn + 1, 7, 20))
            .Where(day => calendar.YearOf(day) == $"{autumn}-{autumn + 1}")
            .ToList();
        var first = days.Where(day => calendar.TermOf(day).EndsWith("-1", StringComparison.Ordinal)).ToList();
        var second = days.Where(day => calendar.TermOf(day).EndsWith("-2", StringComparison.Ordinal)).ToList();
        return dice.Between(1, 100) switch
        {
            <= 14 => first[dice.Between(0, 11)],
            <= 34 => first[dice.Between(17, 21)],
            <= 48 => second[dice.Between(0, 11)],
            <= 62 => second[dice.Between(17, 21)],
            <= 80 => dice.Pick(days),
            <= 90 => NextDayWithoutSchool(calendar, dice.Pick(days)),
            _ => days[^1].AddDays(dice.Pick(1, 13, 30, 50)),
        };
    }

    private static DateOnly NextDayWithoutSchool(PlainCalendar calendar, DateOnly day)
    {
        while (calendar.IsSchoolDay(day))
            day = day.AddDays(1);
        return day;
    }
}
