using CaseFlow.Engine.Calendar;

namespace CaseFlow.Web.Pages.Rules;

/// <summary>The period that a backtest begins with: the term before the present one, or the present one so far where the school has no signals of before.</summary>
internal static class LastTerm
{
    private const int WithoutTermDays = 90;

    /// <param name="firstSignal">The day of the earliest signal; null where there is none.</param>
    public static (DateOnly From, DateOnly To) Before(DateOnly today, SchoolCalendar calendar, DateOnly? firstSignal)
    {
        var yesterday = today.AddDays(-1);
        if (calendar.TermDaysBack(yesterday).Select(d => (DateOnly?)d).LastOrDefault() is not { } start)
            return (yesterday.AddDays(1 - WithoutTermDays), yesterday);
        if (calendar.LastSchoolDay(start.AddDays(-1)) is { } end && firstSignal <= end
            && calendar.TermDaysBack(end).Select(d => (DateOnly?)d).LastOrDefault() is { } before)
        {
            return (Later(before, firstSignal.Value), end);
        }

        return (start, yesterday);
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
