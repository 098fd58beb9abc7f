namespace CaseFlow.TestSchools;

/// <summary>Makes a calendar of two school years, or of one, or none at all.</summary>
internal sealed class RandomCalendar(Dice dice, int firstAutumn)
{
    private readonly bool withTerms = dice.Percent(70);

    /// <summary>A fifth of the schools have none; a sixth of the others begin with the second school year.</summary>
    public IReadOnlyList<CalendarDay> Make()
    {
        if (dice.Percent(20))
            return [];
        var onlySecondYear = dice.Percent(16);
        return [.. onlySecondYear ? Year(firstAutumn + 1) : Year(firstAutumn).Concat(Year(firstAutumn + 1))];
    }

    /// <summary>
    /// The autumn term may begin before 1 September and the spring term before 1 February, which matters where the
    /// calendar names no terms.
    /// </summary>
    private List<CalendarDay> Year(int autumn)
    {
        var autumnStart = new DateOnly(autumn, 8, 28).AddDays(dice.Between(0, 7));
        var autumnEnd = new DateOnly(autumn + 1, 1, 8).AddDays(dice.Between(0, 10));
        var springStart = new DateOnly(autumn + 1, 1, 29).AddDays(dice.Between(0, 28));
        var springEnd = new DateOnly(autumn + 1, 6, 24).AddDays(dice.Between(0, 14));
        return
        [
            .. Term(autumnStart, autumnEnd, $"{autumn}-{autumn + 1}-1"),
            .. Term(springStart, springEnd, $"{autumn}-{autumn + 1}-2"),
        ];
    }

    private IEnumerable<CalendarDay> Term(DateOnly from, DateOnly to, string term)
    {
        for (var date = from; date <= to; date = date.AddDays(1))
        {
            if (Kind(date, to) is not { } kind)
                continue;
            var hasTerm = withTerms && (kind != "holiday" || dice.Percent(50));
            yield return new CalendarDay(date, kind, hasTerm ? term : null, IsMakeUp(date) ? "调休" : null);
        }
    }

    /// <summary>Some weekdays are missing from the calendar altogether: those are no school days either.</summary>
    private string? Kind(DateOnly date, DateOnly termEnd)
    {
        if (date is { Month: 10, Day: <= 7 } or { Month: 5, Day: <= 3 })
            return "holiday";
        if (IsMakeUp(date))
            return "school";
        if (date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return dice.Percent(20) ? "holiday" : null;
        if (date > termEnd.AddDays(-4) || dice.Percent(2))
            return "exam";
        return dice.Between(1, 100) switch { <= 3 => null, <= 5 => "holiday", _ => "school" };
    }

    /// <summary>The Saturdays around the October holiday and the last Sunday of April.</summary>
    private static bool IsMakeUp(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date is { Month: 9, Day: >= 24 } or { Month: 10, Day: > 7 and <= 14 },
        DayOfWeek.Sunday => date is { Month: 4, Day: >= 24 },
        _ => false,
    };
}
