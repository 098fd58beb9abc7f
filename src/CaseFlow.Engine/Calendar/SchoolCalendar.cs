namespace CaseFlow.Engine.Calendar;

/// <summary>
/// School days, terms and school years of one school. Immutable and safe to share.
/// </summary>
/// <remarks>
/// Source: domain, 'Flags and the base rule set', <i>Exactly</i>. Without a calendar Monday to Friday are school days, a year
/// turns on 1 September and terms on 1 September and 1 February; a calendar that names no term is read with those dates. A year
/// starts on its first school day.
/// </remarks>
public sealed class SchoolCalendar
{
    private readonly DateOnly[] schoolDays;
    private readonly string[] terms;
    private readonly Dictionary<string, DateOnly> yearStarts = [];

    /// <param name="days">The calendar's days in any order; empty where the school has given none.</param>
    public SchoolCalendar(IEnumerable<CalendarDay> days)
    {
        var given = days.OrderBy(d => d.Date).ToList();
        IsGiven = given.Count > 0;
        LastGivenDay = IsGiven ? given[^1].Date : null;
        var school = given.Where(d => d.IsSchoolDay).ToList();
        schoolDays = [.. school.Select(d => d.Date)];
        terms = [.. school.Select(d => d.Term ?? TermByDate(d.Date))];
        for (var i = 0; i < schoolDays.Length; i++)
            yearStarts.TryAdd(YearOf(terms[i]), schoolDays[i]);
    }

    /// <summary>Whether the school has given a calendar.</summary>
    public bool IsGiven { get; }

    /// <summary>The last day that the calendar says anything of; null without a calendar.</summary>
    public DateOnly? LastGivenDay { get; }

    /// <summary>Whether lessons or exams were held on <paramref name="day"/>; a date that a given calendar lacks is no school day.</summary>
    public bool IsSchoolDay(DateOnly day) =>
        IsGiven ? Array.BinarySearch(schoolDays, day) >= 0 : IsWeekday(day);

    /// <summary>As <see cref="IsSchoolDay"/>, but days beyond the end of the calendar count from Monday to Friday.</summary>
    /// <remarks>For due dates and for simulation only; facts look at what the calendar says.</remarks>
    public bool IsExpectedSchoolDay(DateOnly day) =>
        LastGivenDay is { } last && day > last ? IsWeekday(day) : IsSchoolDay(day);

    /// <summary>The last school day on or before <paramref name="day"/>; null where there is none.</summary>
    public DateOnly? LastSchoolDay(DateOnly day)
    {
        if (!IsGiven)
            return Weekdays.OnOrBefore(day);
        var i = IndexOnOrBefore(day);
        return i < 0 ? null : schoolDays[i];
    }

    /// <summary>The term and school year that <paramref name="day"/> falls in; null before the first school day.</summary>
    public SchoolTerm? TermOn(DateOnly day)
    {
        if (LastSchoolDay(day) is not { } last)
            return null;
        var term = IsGiven ? terms[IndexOnOrBefore(day)] : TermByDate(last);
        var year = YearOf(term);
        var start = IsGiven ? yearStarts[year] : Weekdays.OnOrAfter(YearStartByDate(last));
        return new SchoolTerm(term, year, start);
    }

    /// <summary>The school year that a row of that date belongs to: the year of the last school day, else the year by date.</summary>
    public string SchoolYearOf(DateOnly day) =>
        TermOn(day)?.SchoolYear ?? YearOf(TermByDate(day));

    /// <summary>The school days of the current school year up to and with <paramref name="day"/>, latest first.</summary>
    public IEnumerable<DateOnly> SchoolDaysBack(DateOnly day) => DaysBack(day, t => YearOf(t));

    /// <summary>The school days of the current term up to and with <paramref name="day"/>, latest first.</summary>
    public IEnumerable<DateOnly> TermDaysBack(DateOnly day) => DaysBack(day, t => t);

    private IEnumerable<DateOnly> DaysBack(DateOnly day, Func<string, string> period)
    {
        if (LastSchoolDay(day) is not { } last)
            yield break;
        if (!IsGiven)
        {
            var current = period(TermByDate(last));
            for (var d = last; period(TermByDate(d)) == current; d = Weekdays.OnOrBefore(d.AddDays(-1)))
                yield return d;
            yield break;
        }

        var from = IndexOnOrBefore(day);
        var wanted = period(terms[from]);
        for (var i = from; i >= 0 && period(terms[i]) == wanted; i--)
            yield return schoolDays[i];
    }

    private int IndexOnOrBefore(DateOnly day)
    {
        var i = Array.BinarySearch(schoolDays, day);
        return i >= 0 ? i : ~i - 1;
    }

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static DateOnly YearStartByDate(DateOnly day) => new(day.Month >= 9 ? day.Year : day.Year - 1, 9, 1);

    private static string TermByDate(DateOnly day)
    {
        var start = YearStartByDate(day).Year;
        return day.Month is >= 2 and < 9 ? $"{start}-{start + 1}-2" : $"{start}-{start + 1}-1";
    }

    private static string YearOf(string term) => term.LastIndexOf('-') is > 0 and var dash ? term[..dash] : term;

    private static class Weekdays
    {
        public static DateOnly OnOrBefore(DateOnly day) => day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };

        public static DateOnly OnOrAfter(DateOnly day) => day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
    }
}

/// <summary>A term of a school year.</summary>
/// <param name="Name">For example 2025-2026-1.</param>
/// <param name="SchoolYear">For example 2025-2026.</param>
/// <param name="YearStart">The first day of the school year.</param>
public sealed record SchoolTerm(string Name, string SchoolYear, DateOnly YearStart);
