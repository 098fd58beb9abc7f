namespace CaseFlow.TestSchools;

/// <summary>Which days are school days, and the term and school year of each.</summary>
/// <remarks>
/// "School days are the calendar's days of kind `school` and `exam`; a date that a given calendar lacks is no school
/// day. [...] Where there is no calendar, Monday to Friday are school days, a year starts on 1 September and terms on
/// 1 September and 1 February; a calendar without terms is read with those dates."
/// </remarks>
internal sealed class PlainCalendar(School school)
{
    private readonly Dictionary<DateOnly, CalendarDay> rows = school.Calendar.ToDictionary(row => row.Date);

    public bool IsSchoolDay(DateOnly date) => school.HasCalendar
        ? rows.TryGetValue(date, out var row) && row.Kind is "school" or "exam"
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>All school days from the one date to the other, both inclusive, in order.</summary>
    public IReadOnlyList<DateOnly> SchoolDays(DateOnly from, DateOnly to) =>
        [.. Dates(from, to).Where(IsSchoolDay)];

    /// <summary>The term of a school day, such as 2025-2026-1.</summary>
    public string TermOf(DateOnly date) =>
        rows.TryGetValue(date, out var row) && !string.IsNullOrEmpty(row.Term) ? row.Term : TermByDate(date);

    /// <summary>The school year of a school day, such as 2025-2026: its term without the last part.</summary>
    public string YearOf(DateOnly date)
    {
        var term = TermOf(date);
        return term[..term.LastIndexOf('-')];
    }

    /// <summary>The day of screening seen through the calendar.</summary>
    /// <remarks>
    /// "The current term and school year are those of the last school day on or before D; a school year starts on its
    /// first school day." With a calendar, every row is looked at; without one, two years back are enough.
    /// </remarks>
    public PlainDay On(DateOnly day)
    {
        var first = school.HasCalendar ? school.Calendar.Min(row => row.Date) : day.AddYears(-2);
        var past = SchoolDays(first, day);
        if (past.Count == 0)
            return new PlainDay(day, [], []);

        var last = past[^1];
        return new PlainDay(
            day,
            [.. past.Where(date => YearOf(date) == YearOf(last))],
            [.. past.Where(date => TermOf(date) == TermOf(last))]);
    }

    private static string TermByDate(DateOnly date)
    {
        var autumn = date.Month >= 9 ? date.Year : date.Year - 1;
        var isAutumnTerm = date.Month is >= 9 or 1;
        return $"{autumn}-{autumn + 1}-{(isAutumnTerm ? 1 : 2)}";
    }

    private static IEnumerable<DateOnly> Dates(DateOnly from, DateOnly to)
    {
        for (var date = from; date <= to; date = date.AddDays(1))
            yield return date;
    }
}
