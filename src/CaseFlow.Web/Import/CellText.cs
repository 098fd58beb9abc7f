using System.Globalization;
using System.Text.RegularExpressions;
using CaseFlow.Engine;

namespace CaseFlow.Web.Import;

/// <summary>Dates, numbers and terms as files write them; full-width digits and signs are as good as others.</summary>
internal static partial class CellText
{
    /// <summary>The largest number that a score's column holds.</summary>
    private const decimal LargestScore = 9_999_999.99m;

    /// <summary>A day between the years 1900 and 2100, or why it is none.</summary>
    public static DateOnly? Date(string text, out Words? wrong)
    {
        wrong = null;
        var match = DateForm().Match(Folded.Width(text));
        if (!match.Success)
            wrong = CellReasons.NoDate;
        else if (Number(match, "y") is < 1900 or > 2100)
            wrong = CellReasons.YearOutOfRange;
        else if (Number(match, "m") is < 1 or > 12 || Number(match, "d") < 1 || Number(match, "d") > DateTime.DaysInMonth(Number(match, "y"), Number(match, "m")))
            wrong = CellReasons.ImpossibleDate;
        return wrong is null ? new DateOnly(Number(match, "y"), Number(match, "m"), Number(match, "d")) : null;
    }

    /// <summary>A whole number; null where it is none.</summary>
    public static long? Whole(string text) =>
        long.TryParse(Folded.Width(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number of at most two decimals from zero to <see cref="LargestScore"/>, or why it is none.</summary>
    public static (decimal Number, Words? Wrong) Score(string text)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(Folded.Width(text), Plain, CultureInfo.InvariantCulture, out var number))
            return (0, CellReasons.NoNumber);
        return number < 0 ? (0, CellReasons.BelowZero)
            : number > LargestScore ? (0, CellReasons.TooLarge)
            : decimal.Round(number, 2) != number ? (0, CellReasons.TooManyDecimals)
            : (number, null);
    }

    /// <summary>A term such as 2025-2026-1, or why it is none.</summary>
    public static (string? Term, Words? Wrong) Term(string text)
    {
        var match = TermForm().Match(Folded.Width(text));
        if (!match.Success)
            return (null, CellReasons.NoTerm);
        return Number(match, "to") == Number(match, "from") + 1 ? (match.Value, null) : (null, CellReasons.TermYears);
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?:-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})|/(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})|年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^(?<from>[0-9]{4})-(?<to>[0-9]{4})-[12]\z", RegexOptions.ExplicitCapture)]
    private static partial Regex TermForm();
}
