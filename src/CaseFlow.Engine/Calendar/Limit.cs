using System.Globalization;

namespace CaseFlow.Engine.Calendar;

/// <summary>The unit of a time limit.</summary>
public enum LimitUnit
{
    /// <summary>Hours on the clock, night and weekend included.</summary>
    Hours,

    /// <summary>Calendar days; the limit ends at the close of the last one.</summary>
    Days,

    /// <summary>Days on which there is school; the limit ends at the close of the last one.</summary>
    SchoolDays,
}

/// <summary>A time limit as the workflow file writes it: <c>2 hours</c>, <c>same day</c>, <c>3 days</c>, <c>2 school days</c>.</summary>
/// <param name="Count">Zero or more.</param>
public readonly record struct Limit(int Count, LimitUnit Unit)
{
    /// <summary>Reads a limit; false where the text is none.</summary>
    public static bool TryParse(string? text, out Limit limit)
    {
        limit = default;
        var words = (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["same", "day"])
        {
            limit = new Limit(0, LimitUnit.Days);
            return true;
        }

        if (words.Length < 2 || !int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > 3660)
            return false;
        LimitUnit? unit = string.Join(' ', words[1..]) switch
        {
            "hour" or "hours" => LimitUnit.Hours,
            "day" or "days" => LimitUnit.Days,
            "school day" or "school days" => LimitUnit.SchoolDays,
            _ => null,
        };
        limit = new Limit(count, unit ?? default);
        return unit is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => (Count, Unit) switch
    {
        (0, LimitUnit.Days) => "same day",
        (_, LimitUnit.Hours) => $"{Count} hours",
        (_, LimitUnit.SchoolDays) => $"{Count} school days",
        _ => $"{Count} days",
    };
}
