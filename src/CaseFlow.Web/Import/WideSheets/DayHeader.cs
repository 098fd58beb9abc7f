using System.Globalization;
using System.Text.RegularExpressions;

namespace CaseFlow.Web.Import.WideSheets;

/// <summary>A day as the header of a column says it: <c>15</c>, <c>15日</c>, <c>9月15日</c>, <c>9/15</c> or a whole date, with a part of the day or without.</summary>
/// <param name="Year">Null where it is not said, as the month.</param>
/// <param name="Part">Such as 上午; null where the column is of the whole day.</param>
internal sealed partial record DayHeader(int? Year, int? Month, int Day, string? Part = null)
{
    /// <summary>Excel's number of a day between 2009 and 2064, where its format was lost.</summary>
    private const int FirstSerial = 40_000, LastSerial = 60_000;

    public static DayHeader? Of(string header)
    {
        var (day, part) = DayWords.Split(header);
        return Whole(day) is { } whole ? whole with { Part = part } : null;
    }

    /// <summary>The date in a register of a month; null where that month has no such day.</summary>
    /// <remarks>A month that is said and is another than the register's is the one nearest to it: a term runs over new year.</remarks>
    public DateOnly? In(DateOnly register)
    {
        var month = Month ?? register.Month;
        var year = Year ?? register.Year + (month - register.Month) switch { > 6 => -1, < -6 => 1, _ => 0 };
        return Day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, Day) : null;
    }

    private static DayHeader? Whole(string header)
    {
        var text = Folded.Header(header);
        if (CellText.Date(Folded.Width(header).Trim(), out _) is { } date)
            return new(date.Year, date.Month, date.Day);
        if (CellText.Whole(text) is >= FirstSerial and <= LastSerial and var serial)
            return DateOnly.FromDateTime(DateTime.FromOADate(serial)) is var day ? new(day.Year, day.Month, day.Day) : null;
        if (Form().Match(text) is not { Success: true } match)
            return null;
        var month = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        var no = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        return no is >= 1 and <= 31 && month is null or (>= 1 and <= 12) ? new(null, month, no) : null;
    }

    [GeneratedRegex(@"^((?<m>[0-9]{1,2})[月./])?(?<d>[0-9]{1,2})[日号]?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
