using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Signals;

/// <summary>The day of screening as the calendar sees it; made once for all children whose register stands alike.</summary>
public sealed class ScreeningDay
{
    private readonly Dictionary<DateOnly, int> schoolDaysAgo = [];
    private readonly HashSet<DateOnly> termDays;

    /// <param name="registerClosed">Until the register of the day is closed, school-day windows end on the school day before.</param>
    public ScreeningDay(SchoolCalendar calendar, DateOnly day, bool registerClosed)
    {
        Day = day;
        Term = calendar.TermOn(day);
        foreach (var date in calendar.SchoolDaysBack(day).Where(d => registerClosed || d < day))
            schoolDaysAgo.Add(date, schoolDaysAgo.Count);
        var daysOfTerm = calendar.TermDaysBack(day).ToList();
        termDays = [.. daysOfTerm.Where(d => registerClosed || d < day)];
        TermFacts = new TermFacts(HalfOf(Term), daysOfTerm.Count == 0 ? 0 : day.DayNumber - daysOfTerm[^1].DayNumber + 1);
    }

    /// <summary>The day of screening, D.</summary>
    public DateOnly Day { get; }

    /// <summary>The current term; null before the first school day.</summary>
    public SchoolTerm? Term { get; }

    /// <summary>Where the day stands in the school year.</summary>
    public TermFacts TermFacts { get; }

    /// <summary>School days of the current term so far.</summary>
    public int TermDays => termDays.Count;

    /// <summary>0 for the last school day of the window; null for a day that does not count.</summary>
    public int? SchoolDaysAgo(DateOnly date) => schoolDaysAgo.TryGetValue(date, out var ago) ? ago : null;

    /// <summary>Whether the date is a school day of the current term, within the window.</summary>
    public bool IsInTerm(DateOnly date) => termDays.Contains(date);

    private static long HalfOf(SchoolTerm? term) => term?.Name switch
    {
        { } name when name.EndsWith("-1", StringComparison.Ordinal) => 1,
        { } name when name.EndsWith("-2", StringComparison.Ordinal) => 2,
        _ => 0,
    };
}
