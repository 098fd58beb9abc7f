using CaseFlow.Engine.Calendar;

namespace CaseFlow.Engine.Runtime.Figures;

/// <summary>A term as a stretch of days without gaps: what happens in the holidays after a term belongs to it.</summary>
/// <param name="Name">For example 2025-2026-2.</param>
/// <param name="From">Its first school day.</param>
/// <param name="To">The day before the next term, or today (inclusive).</param>
/// <param name="IsCurrent">Whether it is the one that today falls in.</param>
public sealed record TermPeriod(string Name, DateOnly From, DateOnly To, bool IsCurrent)
{
    /// <summary>So many terms are looked back at, at most: four school years.</summary>
    public const int Most = 8;

    /// <summary>The months that it touches, each by its first day.</summary>
    public IEnumerable<DateOnly> Months
    {
        get
        {
            for (var month = new DateOnly(From.Year, From.Month, 1); month <= To; month = month.AddMonths(1))
                yield return month;
        }
    }

    /// <summary>The terms up to <paramref name="today"/>, the current one first; none before the first school day.</summary>
    public static IReadOnlyList<TermPeriod> Until(DateOnly today, SchoolCalendar calendar)
    {
        var terms = new List<TermPeriod>();
        for (var to = today; terms.Count < Most && calendar.TermOn(to) is { } term; to = terms[^1].From.AddDays(-1))
            terms.Add(new TermPeriod(term.Name, calendar.TermDaysBack(to).Last(), to, terms.Count == 0));
        return terms;
    }
}
